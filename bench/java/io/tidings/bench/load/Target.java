package io.tidings.bench.load;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * Where the load goes.
 *
 * @param ports of the nodes; clients take turns at them
 */
record Target(String host, List<Integer> ports, String path) {

    Target {
        ports = List.copyOf(ports);
    }

    InetSocketAddress address(int client) {
        return new InetSocketAddress(host, ports.get(nodeOf(client)));
    }

    int nodeOf(int client) {
        return client % ports.size();
    }

    boolean isCluster() {
        return ports.size() > 1;
    }

    String authority() {
        return host + ":" + ports.get(0);
    }

    /** Whether source addresses may be spread: Linux answers on all of 127.0.0.0/8 without configuration. */
    boolean isLoopback() {
        return host.equals("127.0.0.1");
    }
}
