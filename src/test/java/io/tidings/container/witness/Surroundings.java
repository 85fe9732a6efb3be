package io.tidings.container.witness;

import io.tidings.engine.EngineSession;
import io.tidings.protocol.engineio.EnginePacket;
import jakarta.enterprise.inject.spi.CDI;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** What the current thread has of its application. */
final class Surroundings {

    private Surroundings() {}

    /** Answers a question about them, asked in a message. */
    static void answer(EngineSession session, EnginePacket message) {
        String[] words = message.data().toUtf8String().split(" ", -1);
        session.send(EnginePacket.text(
                switch (words[0]) {
                    case "class-loader" -> Boolean.toString(hasClassLoader());
                    case "bean" -> CDI.current().select(Journal.class).get().entries();
                    case "look-up" -> typeOf(words[1]);
                    default -> "unknown question";
                }));
    }

    private static boolean hasClassLoader() {
        return Thread.currentThread().getContextClassLoader() == Surroundings.class.getClassLoader();
    }

    @SuppressWarnings("BanJNDI") // the name comes from a test
    static String typeOf(String name) {
        try {
            Object found = InitialContext.doLookup(name);
            return found.getClass().getName();
        } catch (NamingException e) {
            return e.toString();
        }
    }
}
