package io.tidings.bench;

import java.util.ArrayList;
import java.util.List;

/** socket.io on several processes of Node.js, with its Redis adapter and a Redis server of their own. */
record RedisSubject(int nodes) implements Subject {

    @Override
    public String label() {
        return "socket.io, Node.js, Redis adapter";
    }

    @Override
    public Running start() {
        List<Running> all = new ArrayList<>();
        try {
            // Keeps nothing on disk, as a broker for messages that nobody wants to have again.
            Running redis = new CommandSubject(
                            "redis-server", () -> List.of("redis-server", "--save", "", "--appendonly", "no", "--port"))
                    .start();
            all.add(redis);
            for (int i = 0; i < nodes; i++) {
                all.add(new CommandSubject(label(), () -> node(redis.port())).start());
            }
            return new Started(all);
        } catch (RuntimeException e) {
            all.forEach(Running::close);
            throw e;
        }
    }

    private static List<String> node(int redisPort) {
        List<String> command = new ArrayList<>(NpmPackages.node("socket-io-redis.mjs"));
        command.add(Integer.toString(redisPort));
        return command;
    }

    /** @param all the Redis server, and then the nodes */
    private record Started(List<Running> all) implements Running {

        @Override
        public long pid() {
            return all.get(1).pid();
        }

        @Override
        public int port() {
            return ports().get(0);
        }

        @Override
        public List<Long> pids() {
            return all.stream().map(Running::pid).toList();
        }

        @Override
        public List<Integer> ports() {
            return all.stream().skip(1).map(Running::port).toList();
        }

        @Override
        public void close() {
            all.forEach(Running::close);
        }
    }
}
