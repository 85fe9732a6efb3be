package io.tidings.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A Socket.IO server that Tidings is measured beside. */
enum Peer {
    NODE {
        @Override
        Subject subject() {
            return new CommandSubject("socket.io, Node.js", () -> NpmPackages.node("socket-io-node.mjs"));
        }
    },
    BUN {
        @Override
        Subject subject() {
            return new CommandSubject("socket.io, Bun engine", () -> NpmPackages.bun("socket-io-bun.mjs"));
        }
    },
    NETTY {
        @Override
        Subject subject() {
            return netty(Jvm.USUAL);
        }

        @Override
        Optional<Subject> counted() {
            return Optional.of(netty(Jvm.COUNTED));
        }

        private Subject netty(List<String> jvm) {
            return new CommandSubject("netty-socketio", () -> NettyPeer.command(jvm));
        }
    };

    abstract Subject subject();

    /** The same on a JVM that tells what it allocates, if it is one at all. */
    Optional<Subject> counted() {
        return Optional.empty();
    }

    /** The names as {@code -Dpeers=} has them. */
    static List<String> labels() {
        return Arrays.stream(values()).map(Peer::label).toList();
    }

    static Peer labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
