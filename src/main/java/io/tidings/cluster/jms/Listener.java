package io.tidings.cluster.jms;

import io.tidings.protocol.Bytes;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.TextMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A thread that receives from one destination, over a connection of its own, and begins anew whenever that breaks. */
final class Listener implements Runnable {

    /** What is listened to. */
    interface Ear {

        Destination destination(Line line) throws JMSException;

        /** From now on everything arrives. */
        void listening(Destination destination);

        /** Nothing arrives any more. */
        void deaf();

        /**
         * What a message consists of; something empty where it has what could be none of ours.
         *
         * @param answers where its sender wants answers
         */
        void heard(List<Bytes> parts, @Nullable Destination answers);

        /** The text of a message, however long. */
        void heard(String text);
    }

    private static final Logger LOG = System.getLogger(Listener.class.getName());
    private static final long LOOK_UP = 500;

    private final ConnectionFactory factory;
    private final JmsSettings settings;
    private final Ear ear;
    private final Patience patience = new Patience();
    private volatile boolean hasStopped;

    Listener(ConnectionFactory factory, JmsSettings settings, Ear ear) {
        this.factory = factory;
        this.settings = settings;
        this.ear = ear;
    }

    /** It ends at the next look. */
    void stop() {
        hasStopped = true;
    }

    @Override
    public void run() {
        boolean wasTold = false;
        while (!hasStopped) {
            try {
                listen();
                wasTold = false;
            } catch (JMSException | RuntimeException broken) {
                // Each time would fill the log while the broker is away.
                LOG.log(
                        wasTold ? Level.DEBUG : Level.WARNING,
                        "Cluster: the broker cannot be heard: {0}",
                        broken.toString());
                wasTold = true;
                pause();
            }
        }
    }

    private void listen() throws JMSException {
        try (Line line = Line.open(factory, settings)) {
            Destination destination = ear.destination(line);
            MessageConsumer consumer = line.session().createConsumer(destination);
            line.start();
            patience.reset();
            ear.listening(destination);
            while (!hasStopped) {
                Message message = consumer.receive(LOOK_UP);
                if (message != null) {
                    hear(message);
                }
            }
        } finally {
            ear.deaf();
        }
    }

    private void hear(Message message) throws JMSException {
        String text = textOf(message);
        if (text == null) {
            ear.heard(Bundle.parts(bytesOf(message)), message.getJMSReplyTo());
        } else {
            ear.heard(text);
        }
    }

    /** The body has come with the message: what fails here is the body, not the connection, and ends no listening. */
    private static @Nullable String textOf(Message message) {
        try {
            return message instanceof TextMessage written ? written.getText() : null;
        } catch (JMSException | RuntimeException unreadable) {
            return null;
        }
    }

    /** Never of an object: to read one is to run what its sender wants. */
    private Bytes bytesOf(Message message) {
        try {
            if (!(message instanceof BytesMessage bytes)
                    || bytes.getBodyLength() > (long) settings.maxMessage() + Bundle.LARGEST) {
                return Bytes.EMPTY;
            }
            byte[] body = new byte[(int) bytes.getBodyLength()];
            int length = bytes.readBytes(body);
            return Bytes.wrap(body, 0, Math.max(0, length));
        } catch (JMSException | RuntimeException unreadable) {
            return Bytes.EMPTY;
        }
    }

    private void pause() {
        try {
            Thread.sleep(patience.next());
        } catch (InterruptedException stopped) {
            hasStopped = true;
            Thread.currentThread().interrupt();
        }
    }
}
