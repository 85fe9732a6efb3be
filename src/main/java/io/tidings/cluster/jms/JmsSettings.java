package io.tidings.cluster.jms;

import org.jspecify.annotations.Nullable;

/**
 * How a node uses JMS.
 *
 * @param topic the name by which all nodes know it
 * @param user null where the connection factory knows it, or nobody asks
 * @param waitingMessages how many messages wait for the broker; more push the oldest out
 * @param waitingBytes how many bytes wait for the broker; more push the oldest out
 * @param maxMessage the bytes of the largest message that is taken
 */
public record JmsSettings(
        String topic,
        @Nullable String user,
        @Nullable String password,
        int waitingMessages,
        long waitingBytes,
        int maxMessage) {

    /** The same for the topic on which events of clients are forwarded. */
    public JmsSettings ofEvents() {
        return new JmsSettings(topic + ".events", user, password, waitingMessages, waitingBytes, maxMessage);
    }

    /** The password is a secret. */
    @Override
    public String toString() {
        return "JmsSettings[" + topic + "]";
    }
}
