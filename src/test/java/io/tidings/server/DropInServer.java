package io.tidings.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Predicate;

/** A server that deploys what lies in a directory. */
final class DropInServer implements AppServer {

    private final Launch launch;
    private final ServerProcess process;
    private final DropIns dropIns;
    private final Readiness readiness;

    private DropInServer(Launch launch, ServerProcess process, DropIns dropIns) {
        this.launch = launch;
        this.process = process;
        this.dropIns = dropIns;
        this.readiness = new Readiness(process);
    }

    /** Returns the server when it has booted, as its log tells, and its WAR answers. */
    static DropInServer ready(Launch launch, ServerProcess process, DropIns dropIns, Predicate<String> booted) {
        DropInServer server = new DropInServer(launch, process, dropIns);
        server.awaitDeployment(launch.war(), dropIns, server.uri(), Instant.EPOCH);
        server.readiness.await("end of the server's start", () -> booted.test(process.log()));
        return server;
    }

    @Override
    public Launch launch() {
        return launch;
    }

    @Override
    public ServerProcess process() {
        return process;
    }

    @Override
    public void redeploy() {
        Instant before = dropIns.deployedAt();
        dropIns.put(launch.war());
        awaitDeployment(launch.war(), dropIns, uri(), before);
    }

    @Override
    public void deploy(Path other) {
        String name = other.getFileName().toString();
        DropIns others = dropIns.of(name);
        others.put(other);
        awaitDeployment(other, others, uri().resolve(name.replace(".war", "/")), Instant.EPOCH);
    }

    @Override
    public void undeploy() {
        dropIns.remove();
        readiness.await("undeployment", () -> dropIns.deployedAt().equals(Instant.EPOCH));
    }

    private void awaitDeployment(Path war, DropIns dropped, URI root, Instant before) {
        readiness.await("deployment of " + war, () -> {
            if (dropped.hasFailed()) {
                throw readiness.failed("The server refused " + war + ".");
            }
            return dropped.deployedAt().isAfter(before) && Readiness.answers(root);
        });
    }
}
