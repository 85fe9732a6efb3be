package io.tidings.cluster.jms;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.Topic;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** One connection to the broker with one session, for one thread; closed only once. */
final class Line implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Line.class.getName());

    private final Connection connection;
    private final Session session;

    private Line(Connection connection, Session session) {
        this.connection = connection;
        this.session = session;
    }

    /** May take as long as the provider likes: never on a thread of a request. */
    static Line open(ConnectionFactory factory, JmsSettings settings) throws JMSException {
        Connection connection = settings.user() == null
                ? factory.createConnection()
                : factory.createConnection(settings.user(), settings.password());
        try {
            return new Line(connection, connection.createSession(false, Session.AUTO_ACKNOWLEDGE));
        } catch (JMSException | RuntimeException failure) {
            close(connection);
            throw failure;
        }
    }

    Session session() {
        return session;
    }

    Topic topic(JmsSettings settings) throws JMSException {
        return session.createTopic(settings.topic());
    }

    /** Lets messages in. */
    void start() throws JMSException {
        connection.start();
    }

    @Override
    public void close() {
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (JMSException | RuntimeException broken) {
            // It was broken before, which has been told already.
            LOG.log(Level.DEBUG, "Closing a connection failed", broken);
        }
    }
}
