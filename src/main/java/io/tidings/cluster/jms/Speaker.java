package io.tidings.cluster.jms;

import io.tidings.cluster.ClusterBus.Receiver;
import io.tidings.protocol.Bytes;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Destination;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one thread that sends: takes what waits and puts it on the topic, over a connection of its own. */
final class Speaker implements Runnable {

    private static final long IDLE = 1_000;

    private static final long LEAST_GAP = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int MOST_LEAST_GAPS = 5;

    private final ConnectionFactory factory;
    private final JmsSettings settings;
    private final Waiting waiting;
    private final Receiver receiver;
    private final Supplier<@Nullable Destination> returnAddress;
    private final Patience patience = new Patience();

    // Touched only by its thread.
    private @Nullable Line line;
    private @Nullable MessageProducer producer;
    private @Nullable Destination topic;

    Speaker(
            ConnectionFactory factory,
            JmsSettings settings,
            Waiting waiting,
            Receiver receiver,
            Supplier<@Nullable Destination> returnAddress) {
        this.factory = factory;
        this.settings = settings;
        this.waiting = waiting;
        this.receiver = receiver;
        this.returnAddress = returnAddress;
    }

    @Override
    public void run() {
        try {
            long notBefore = System.nanoTime();
            while (!waiting.hasEnded() || !waiting.isEmpty()) {
                LockSupport.parkNanos(notBefore - System.nanoTime());
                List<Waiting.Message> messages = waiting.next(IDLE, Bundle.LARGEST);
                if (!messages.isEmpty()) {
                    notBefore = System.nanoTime() + gapAfter(messages.size());
                    send(messages);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            hangUp();
        }
    }

    /**
     * How long the next message waits for company. The more came together the more will: few wait shortly, and many cost
     * little. The first after a rest goes at once.
     */
    static long gapAfter(int together) {
        return LEAST_GAP * Math.min(together, MOST_LEAST_GAPS);
    }

    /** All of them go to the same place. */
    private void send(List<Waiting.Message> messages) throws InterruptedException {
        List<Bytes> parts = messages.stream()
                .map(message -> message.content().encode())
                .flatMap(Optional::stream)
                .toList();
        if (parts.isEmpty()) {
            return;
        }
        Destination to = messages.get(0).to();
        try {
            trySend(parts, to);
        } catch (InvalidDestinationException gone) {
            // Whoever asked has another address now, or none.
            receiver.lost(parts.size(), "the node that has asked is gone");
        } catch (JMSException | RuntimeException broken) {
            hangUp();
            sendAgain(parts, to);
        }
    }

    /** Once: an idle connection fails at its first use after the broker was restarted. */
    private void sendAgain(List<Bytes> parts, @Nullable Destination to) throws InterruptedException {
        try {
            trySend(parts, to);
        } catch (InvalidDestinationException gone) {
            receiver.lost(parts.size(), "the node that has asked is gone");
        } catch (JMSException | RuntimeException broken) {
            hangUp();
            receiver.lost(
                    (long) parts.size() + waiting.clear(), "the broker cannot be reached: " + broken.getMessage());
            if (!waiting.hasEnded()) {
                Thread.sleep(patience.next());
            }
        }
    }

    private void trySend(List<Bytes> parts, @Nullable Destination to) throws JMSException {
        Line open = line == null ? dial() : line;
        MessageProducer sender = producer;
        Destination destination = to == null ? topic : to;
        if (sender == null || destination == null) {
            throw new IllegalStateException("dialled without result");
        }
        BytesMessage message = open.session().createBytesMessage();
        message.writeBytes(Bundle.of(parts));
        Destination answers = returnAddress.get();
        if (to == null && answers != null) {
            message.setJMSReplyTo(answers);
        }
        sender.send(destination, message, DeliveryMode.NON_PERSISTENT, Message.DEFAULT_PRIORITY, 0);
        patience.reset();
    }

    private Line dial() throws JMSException {
        Line opened = Line.open(factory, settings);
        line = opened;
        topic = opened.topic(settings);
        MessageProducer made = opened.session().createProducer(null);
        made.setDisableMessageID(true);
        made.setDisableMessageTimestamp(true);
        producer = made;
        return opened;
    }

    private void hangUp() {
        Line open = line;
        line = null;
        producer = null;
        topic = null;
        if (open != null) {
            open.close();
        }
    }
}
