package io.tidings.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A load balancer in front of two nodes, with the file that {@code server-config} has for it. */
public final class LoadBalancer implements AutoCloseable {

    /** What stands around that file in nginx.conf, for one process without privileges that keeps its files together. */
    private static final String NGINX_CONF = """
            daemon off;
            # with workers of its own there would be processes that outlive it
            master_process off;
            pid nginx.pid;
            error_log stderr;
            events {}
            http {
                access_log off;
                client_body_temp_path body;
                proxy_temp_path proxy;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
                include tidings.conf;
            }
            """;

    private final ServerProcess process;
    private final URI uri;

    private LoadBalancer(ServerProcess process, int port) {
        this.process = process;
        this.uri = URI.create("http://localhost:" + port + "/");
        new Readiness(process).await("answer through the load balancer", () -> Readiness.answers(uri));
    }

    public static LoadBalancer nginx(Path program, Cluster cluster) {
        int port = Ports.free();
        Path directory = Project.freshDirectory("nginx-" + port);
        write(directory.resolve("nginx.conf"), NGINX_CONF);
        String shipped = read(Project.serverConfig("nginx").resolve("tidings.conf"));
        write(directory.resolve("tidings.conf"), before(cluster, at(port, "listen 80;", "listen %s;", shipped)));
        List<String> command =
                List.of(program.toString(), "-e", "stderr", "-p", directory.toString(), "-c", "nginx.conf");
        return new LoadBalancer(ServerProcess.start(command, directory, line -> {}), port);
    }

    public static LoadBalancer haproxy(Path program, Cluster cluster) {
        int port = Ports.free();
        Path directory = Project.freshDirectory("haproxy-" + port);
        String shipped = read(Project.serverConfig("haproxy").resolve("tidings.cfg"));
        write(directory.resolve("tidings.cfg"), before(cluster, at(port, "bind :80\n", "bind %s\n", shipped)));
        List<String> command = List.of(program.toString(), "-db", "-f", "tidings.cfg");
        return new LoadBalancer(ServerProcess.start(command, directory, line -> {}), port);
    }

    private static String at(int port, String door, String replacement, String configuration) {
        return replaced(configuration, door, replacement.formatted("127.0.0.1:" + port));
    }

    private static String before(Cluster cluster, String configuration) {
        String one = replaced(configuration, "10.0.0.1:8080", node(cluster, 0));
        return replaced(one, "10.0.0.2:8080", node(cluster, 1));
    }

    private static String node(Cluster cluster, int index) {
        return "127.0.0.1:" + cluster.node(index).launch().port();
    }

    private static String replaced(String text, String old, String replacement) {
        int place = text.indexOf(old);
        if (place < 0 || text.indexOf(old, place + 1) >= 0) {
            throw new IllegalStateException("not exactly one " + old.strip() + " in\n" + text);
        }
        return text.replace(old, replacement);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return uri;
    }

    @Override
    public void close() {
        process.stop();
    }
}
