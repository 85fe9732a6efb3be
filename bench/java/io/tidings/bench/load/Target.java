package io.tidings.bench.load;

import java.net.InetSocketAddress;

/** Where the load goes. */
record Target(String host, int port, String path) {

    InetSocketAddress address() {
        return new InetSocketAddress(host, port);
    }

    String authority() {
        return host + ":" + port;
    }

    /** Whether source addresses may be spread: Linux answers on all of 127.0.0.0/8 without configuration. */
    boolean isLoopback() {
        return host.equals("127.0.0.1");
    }
}
