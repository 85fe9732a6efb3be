package io.tidings.wire;

import java.util.List;

/** How the messages of a client travel. */
enum Way {
    WEBSOCKET {
        @Override
        Client open(Node node) {
            return WebSocketClient.open(node.port());
        }
    },
    POLLING {
        @Override
        Client open(Node node) {
            return PollingClient.open(node.http());
        }
    };

    abstract Client open(Node node);

    /** Those that are different on this node: polling is the same whichever way WebSocket is carried. */
    static List<Way> of(Node node) {
        return node.carriesBy(Setup.UPGRADE) ? List.of(values()) : List.of(WEBSOCKET);
    }
}
