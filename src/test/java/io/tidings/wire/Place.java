package io.tidings.wire;

/** Where a client is when it sends a vector. */
enum Place {
    /** Not connected to any namespace. */
    OUTSIDE("/"),
    MAIN("/"),
    CUSTOM("/hostile");

    private final String namespace;

    Place(String namespace) {
        this.namespace = namespace;
    }

    Client enter(Node node, Way way) {
        Client client = way.open(node);
        if (this != OUTSIDE) {
            client.connect(namespace);
        }
        return client;
    }

    /** The packet for this place: {@code ~} stands where a namespace stands. */
    String address(String packet) {
        return packet.replace("~", namespace.equals("/") ? "" : namespace + ",");
    }
}
