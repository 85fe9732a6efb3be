package io.tidings.cluster.jms;

import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.net.ServerSocket;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;

/** A real broker at a port of its own, which keeps that port when it goes and comes back. */
public final class TestBroker implements AutoCloseable {

    private final int port;
    private BrokerService service;

    public TestBroker() {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        service = started();
    }

    private BrokerService started() {
        try {
            BrokerService made = new BrokerService();
            made.setPersistent(false);
            made.setUseJmx(false);
            made.setUseShutdownHook(false);
            made.addConnector(address());
            made.start();
            made.waitUntilStarted();
            return made;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Comes back. */
    public void start() {
        service = started();
    }

    public void stop() {
        try {
            service.stop();
            service.waitUntilStopped();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** As the configurations for servers make it: who waits for news of temporary topics takes new ones for deleted. */
    public ConnectionFactory factory() {
        return new ActiveMQConnectionFactory(address() + "?jms.watchTopicAdvisories=false");
    }

    public String address() {
        return "tcp://127.0.0.1:" + port;
    }
}
