package io.tidings.clients;

import io.tidings.server.Cluster;
import io.tidings.server.Launch;
import java.net.URI;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Both applications in the same server. */
class ApplicationsOfOneServerIT extends OtherApplications {

    @Override
    Cluster start(Launch withSockets, WebArchive other, Path directory) {
        Cluster cluster = Cluster.mesh(withSockets);
        cluster.node(0).deploy(exported(other, directory));
        return cluster;
    }

    @Override
    URI depot(Cluster started) {
        return started.node(0).uri().resolve("depot/");
    }
}
