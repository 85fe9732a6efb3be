package io.tidings.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.MBeanInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** J-05 of the hostile inputs: a cluster that everybody can join. */
class ClusterAdviceTest {

    private final MBeanServer server = MBeanServerFactory.newMBeanServer();

    @ParameterizedTest
    @CsvSource({"guest,guest", "admin,admin", "system,manager", "tom,tom", "tom,CHANGE ME!!"})
    @DisplayName("J-05 warns of passwords that everybody knows")
    void warnsOfKnownPasswords(String user, String password) {
        ClusterSetup setup =
                ClusterSetupTest.with(Map.of("tidings.cluster.user", user, "tidings.cluster.password", password));

        assertThat(ClusterAdvice.lines(setup, server))
                .singleElement()
                .asString()
                .contains("tidings.cluster.password")
                .doesNotContain(password + " ");
    }

    @Test
    void isSilentAboutOthers() {
        ClusterSetup setup = ClusterSetupTest.with(
                Map.of("tidings.cluster.user", "tom", "tidings.cluster.password", "of this company alone"));

        assertThat(ClusterAdvice.lines(setup, server)).isEmpty();
    }

    @Test
    void isSilentWhereThereIsNoBroker() {
        assertThat(ClusterAdvice.lines(ClusterSetupTest.with(Map.of()), server)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHANGE ME!!", "admin"})
    @DisplayName("J-05 warns of a broker with the password it came with")
    void warnsOfTheBrokerInside(String password) throws Exception {
        server.registerMBean(
                new Broker(password), new ObjectName("jboss.as:subsystem=messaging-activemq,server=default"));

        assertThat(ClusterAdvice.lines(ClusterSetupTest.with(Map.of()), server))
                .singleElement()
                .asString()
                .contains("jboss.messaging.cluster.password");
        assertThat(ClusterAdvice.lines(
                        ClusterSetupTest.with(Map.of("tidings.cluster.key", "0123456789abcdef")), server))
                .isEmpty();
    }

    @Test
    void isSilentAboutABrokerWithAPasswordOfItsOwn() throws Exception {
        server.registerMBean(
                new Broker("of this company alone"),
                new ObjectName("jboss.as:subsystem=messaging-activemq,server=default"));

        assertThat(ClusterAdvice.lines(ClusterSetupTest.with(Map.of()), server)).isEmpty();
    }

    /** As WildFly shows its broker. */
    private record Broker(String password) implements DynamicMBean {

        @Override
        public Object getAttribute(String name) throws AttributeNotFoundException {
            if (!name.equals("clusterPassword")) {
                throw new AttributeNotFoundException(name);
            }
            return password;
        }

        @Override
        public void setAttribute(Attribute attribute) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AttributeList getAttributes(String[] names) {
            return new AttributeList();
        }

        @Override
        public AttributeList setAttributes(AttributeList attributes) {
            return new AttributeList();
        }

        @Override
        public Object invoke(String action, Object[] parameters, String[] signature) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MBeanInfo getMBeanInfo() {
            return new MBeanInfo(Broker.class.getName(), "a broker", null, null, null, null);
        }
    }
}
