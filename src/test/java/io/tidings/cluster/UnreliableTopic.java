package io.tidings.cluster;

import io.tidings.protocol.Bytes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A topic in memory that loses, repeats, delays, damages and mixes up what it is given, as often as it is told to. All that happens by
 * chance comes from one seed; everything is done by the thread that calls {@link #run}.
 */
public final class UnreliableTopic {

    /** How often something goes wrong, from 0 to 1. */
    record Faults(double drop, double repeat, double overtake, double damage) {
        static final Faults NONE = new Faults(0, 0, 0, 0);
    }

    private final Random random;
    private final List<Member> members = new ArrayList<>();
    private Faults faults = Faults.NONE;

    public UnreliableTopic(long seed) {
        this.random = new Random(seed);
    }

    void goesWrong(Faults given) {
        faults = given;
    }

    public Member join() {
        Member member = new Member();
        members.add(member);
        return member;
    }

    /** Carries everything to its end, in an order of its own between different members. */
    public void run() {
        while (step()) {
            // one thing after the other
        }
    }

    /** Carries one thing; false if there is nothing to carry. */
    boolean step() {
        List<Runnable> possible = new ArrayList<>();
        for (Member member : members) {
            if (!member.outgoing.isEmpty() && !member.isCutOff) {
                possible.add(member::send);
            }
            if (!member.incoming.isEmpty() && !member.isFrozen) {
                possible.add(member::deliver);
            }
        }
        if (possible.isEmpty()) {
            return false;
        }
        possible.get(random.nextInt(possible.size())).run();
        return true;
    }

    private boolean happens(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    private record Letter(Bytes frame, @Nullable Member from, boolean isAnswer) {}

    /** One node's way to the topic. */
    public final class Member implements ClusterBus, ClusterBus.ReturnAddress {

        private record Waiting(Outgoing message, @Nullable Member to) {}

        private final Deque<Waiting> outgoing = new ArrayDeque<>();
        private final List<Letter> incoming = new ArrayList<>();
        private @Nullable Receiver receiver;
        private boolean isCutOff;
        private boolean isFrozen;
        private boolean isDead;

        @Override
        public void start(Receiver given) {
            receiver = given;
            given.listening();
        }

        @Override
        public void publish(Outgoing message) {
            outgoing.add(new Waiting(message, null));
        }

        @Override
        public void answer(ReturnAddress to, Outgoing message) {
            outgoing.add(new Waiting(message, (Member) to));
        }

        @Override
        public void stop() {
            while (!outgoing.isEmpty()) {
                send();
            }
            die();
        }

        /** It says and hears nothing more. */
        public void die() {
            isDead = true;
            outgoing.clear();
            incoming.clear();
            members.remove(this);
        }

        /** What it says stays with it, and what others say is lost for it. */
        void cutOff(boolean really) {
            isCutOff = really;
        }

        /** It does nothing for a while; what others say waits for it. */
        void freeze(boolean really) {
            isFrozen = really;
        }

        /** Somebody else publishes something. */
        void inject(byte[] frame) {
            for (Member member : List.copyOf(members)) {
                member.take(new Letter(Bytes.copyOf(frame), this, false));
            }
        }

        /** Somebody else publishes text. */
        void injectText(String text) {
            for (Member member : List.copyOf(members)) {
                if (member.receiver != null) {
                    member.receiver.told(text);
                }
            }
        }

        /** Somebody else answers something. */
        void injectAnswer(byte[] frame) {
            take(new Letter(Bytes.copyOf(frame), null, true));
        }

        private void send() {
            Waiting waiting = outgoing.remove();
            Bytes frame = waiting.message.encode().orElse(null);
            if (frame == null) {
                return;
            }
            if (waiting.to != null) {
                waiting.to.arrive(new Letter(frame, null, true));
            } else {
                List.copyOf(members).forEach(member -> member.arrive(new Letter(frame, this, false)));
            }
        }

        private void arrive(Letter letter) {
            if (happens(faults.drop) || isCutOff) {
                return;
            }
            take(happens(faults.damage) ? damaged(letter) : letter);
            if (happens(faults.repeat)) {
                take(letter);
            }
        }

        private void take(Letter letter) {
            if (isDead) {
                return;
            }
            int behind = happens(faults.overtake) ? random.nextInt(incoming.size() + 1) : incoming.size();
            incoming.add(behind, letter);
        }

        private Letter damaged(Letter letter) {
            byte[] bytes = letter.frame.toArray();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            return new Letter(Bytes.wrap(bytes), letter.from, letter.isAnswer);
        }

        private void deliver() {
            Letter letter = incoming.remove(0);
            Receiver to = receiver;
            if (to == null) {
                return;
            }
            if (letter.isAnswer) {
                to.answered(letter.frame);
            } else {
                to.received(letter.frame, letter.from);
            }
        }
    }
}
