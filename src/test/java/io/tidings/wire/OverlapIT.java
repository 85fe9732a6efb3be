package io.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Requests of one polling session that come at the same time, or are given up. */
@On(Setup.UPGRADE)
class OverlapIT extends HostileInput {

    private final PollingSession session;

    OverlapIT(Node node) {
        super(node);
        this.session = PollingSession.open(node.http());
    }

    private void endsTheSession() {
        node.await("the session to end", session::isGone);
    }

    @Test
    @DisplayName("E-09 ends the session when a second poll comes, and answers both")
    void endsOverlappingPolls() {
        try (Tcp first = session.park()) {
            Node.pause(100);
            assertThat(session.poll().status()).isEqualTo(400);
            assertThat(Answer.from(first).brief()).isEqualTo("200 1");
        }
        endsTheSession();
    }

    @Test
    @DisplayName("E-09 ends the session when a second POST comes while one is on its way")
    void endsOverlappingPosts() {
        String head = Http.head("POST", session.target(), "Content-Length: 10");
        try (Tcp first = Tcp.to(node.port()).send(head + "4half")) {
            Node.pause(300);
            assertThat(session.post("4second").status()).isEqualTo(400);
            first.send("-done");
            endsTheSession();
        }
    }

    @Test
    @DisplayName("E-09 answers a thousand polls at once: one as the session's end, all others as a fault")
    void answersAThousandPolls() {
        List<Tcp> polls = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            polls.add(Tcp.to(node.port()));
        }
        polls.forEach(poll -> poll.send(Http.head("GET", session.target())));
        int goodbyes = 0;
        int faults = 0;
        for (Tcp poll : polls) {
            Answer answer = Answer.from(poll);
            goodbyes += answer.brief().equals("200 1") ? 1 : 0;
            faults += answer.status() == 400 ? 1 : 0;
            poll.close();
        }
        assertThat(goodbyes).isEqualTo(1);
        assertThat(faults).isEqualTo(999);
        endsTheSession();
    }

    @Test
    @DisplayName("E-09 notices by its heartbeat that a client has given its poll up")
    void noticesAbandonedPolls() {
        Tcp poll = session.park();
        Node.pause(100);
        poll.reset();
        endsTheSession();
    }

    @Test
    @DisplayName("E-09 ends the session of a client that gives its POST up half-way")
    void noticesAbandonedPosts() {
        Tcp post = Tcp.to(node.port()).send(Http.head("POST", session.target(), "Content-Length: 10") + "4half");
        Node.pause(100);
        post.reset();
        endsTheSession();
    }

    @Test
    @DisplayName("E-09 keeps order among a poll, a POST and an upgrade that come together")
    void survivesEverythingTogether() {
        try (Tcp poll = session.park();
                WebSocketWire probing = WebSocketWire.upgradeOf(session)) {
            session.post("4posted");
            probing.text("2probe");
            assertThat(Answer.from(poll).body()).isEqualTo("4posted");
            assertThat(probing.next()).isEqualTo(Frame.text("3probe"));
            assertThat(session.poll().body()).isEqualTo("6");
            probing.text("5").text("4over the new transport");
            assertThat(probing.next()).isEqualTo(Frame.text("4over the new transport"));
        }
        endsTheSession();
    }

    @Test
    @DisplayName("E-22 hands nothing on that follows a close, and answers the waiting poll")
    void ignoresWhatFollowsAClose() {
        try (Tcp poll = session.park()) {
            Node.pause(100);
            assertThat(session.post("4before\u001e1\u001e4after").brief()).isEqualTo("200 ok");
            assertThat(Answer.from(poll).body()).isIn("4before", "6");
        }
        endsTheSession();
    }

    @Test
    @DisplayName("E-20, E-22, L-02 ends a session that floods with control packets, in one log line")
    void endsFloodsOfControlPackets() {
        for (int i = 0; i < 100 && !session.isGone(); i++) {
            session.post("3\u001e".repeat(50) + "6");
        }
        endsTheSession();
    }
}
