package io.tidings.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.io.File;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Tidings as its neighbours in the application see it. */
@ArquillianTest
class InContainerIT {

    @Inject
    BeanManager beans;

    @Deployment
    static WebArchive application() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/conformance.war"));
    }

    @Test
    void injectsBeansIntoTheTest() {
        assertEquals(1, beans.getBeans(BeanManager.class).size());
    }
}
