package io.tidings.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers the events of the benchmarks as a Socket.IO server does, after a ping that wants a pong; or nearly so. */
final class SocketIoConduct implements TinyServer.Conduct {

    private static final Pattern ECHO = Pattern.compile("42(\\d+)\\[\"echo\",(\".*\")]");

    private final UnaryOperator<String> mangling;
    private final int copies;
    private final List<TinyServer.Line> connected = new CopyOnWriteArrayList<>();
    private final List<TinyServer.Line> inHall = new CopyOnWriteArrayList<>();
    private final AtomicInteger broadcasts = new AtomicInteger();

    SocketIoConduct() {
        this(packet -> packet);
    }

    /** Changes what it sends. */
    SocketIoConduct(UnaryOperator<String> mangling) {
        this(mangling, 1);
    }

    /** Sends its broadcasts more than once. */
    SocketIoConduct(UnaryOperator<String> mangling, int copies) {
        this.mangling = mangling;
        this.copies = copies;
    }

    long broadcasts() {
        return broadcasts.get();
    }

    @Override
    public void opened(TinyServer.Line line) {
        line.send("0{\"sid\":\"session\",\"upgrades\":[],\"pingInterval\":25000}");
    }

    @Override
    public void received(TinyServer.Line line, byte[] frame) {
        String packet = new String(frame, 2, frame.length - 2, StandardCharsets.US_ASCII);
        Matcher echo = ECHO.matcher(packet);
        if (packet.equals("40")) {
            line.send("2");
        } else if (packet.equals("3")) {
            connected.add(line);
            line.send(mangling.apply("40{\"sid\":\"socket\"}"));
        } else if (echo.matches()) {
            line.send(mangling.apply("43" + echo.group(1) + "[" + echo.group(2) + "]"));
        } else if (packet.equals("420[\"enter\"]")) {
            inHall.add(line);
            line.send("430[true]");
        } else if (packet.startsWith("42[\"bcast\",")) {
            broadcast(connected, mangling.apply(packet));
        } else if (packet.startsWith("42[\"hall\",")) {
            broadcast(inHall, mangling.apply(packet));
        }
    }

    private void broadcast(List<TinyServer.Line> receivers, String packet) {
        broadcasts.incrementAndGet();
        for (int i = 0; i < copies; i++) {
            receivers.forEach(line -> line.send(packet));
        }
    }
}
