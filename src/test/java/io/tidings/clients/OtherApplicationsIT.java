package io.tidings.clients;

import io.tidings.server.Cluster;
import io.tidings.server.Launch;
import java.net.URI;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Each application in a server of its own. */
class OtherApplicationsIT extends OtherApplications {

    @Override
    Cluster start(Launch withSockets, WebArchive other, Path directory) {
        return Cluster.mesh(withSockets, withTopic(Launch.of(exported(atRoot(other), directory))));
    }

    @Override
    URI depot(Cluster started) {
        return started.node(1).uri();
    }
}
