package io.tidings.bench.netty;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOServer;
import io.netty.channel.epoll.Epoll;

/** netty-socketio with what the benchmarks ask of every Socket.IO server, on Linux's own transport where it is there. */
public final class NettyServer {

    private NettyServer() {}

    public static void main(String[] arguments) {
        Configuration configuration = new Configuration();
        configuration.setHostname("127.0.0.1");
        configuration.setPort(Integer.parseInt(arguments[0]));
        configuration.setUseLinuxNativeEpoll(Epoll.isAvailable());
        SocketIOServer server = new SocketIOServer(configuration);
        server.addEventListener("echo", String.class, (client, payload, acknowledgement) -> {
            acknowledgement.sendAckData(payload);
        });
        server.addEventListener("bcast", String.class, (client, payload, acknowledgement) -> {
            server.getBroadcastOperations().sendEvent("bcast", payload);
        });
        server.start();
    }
}
