package io.tidings.cluster;

import io.tidings.cluster.ClusterMessage.Ask;
import io.tidings.cluster.ClusterMessage.AskServers;
import io.tidings.cluster.ClusterMessage.Count;
import io.tidings.cluster.ClusterMessage.Disconnect;
import io.tidings.cluster.ClusterMessage.Emit;
import io.tidings.cluster.ClusterMessage.Fetch;
import io.tidings.cluster.ClusterMessage.GoodBye;
import io.tidings.cluster.ClusterMessage.Join;
import io.tidings.cluster.ClusterMessage.Leave;
import io.tidings.cluster.ClusterMessage.ListRooms;
import io.tidings.cluster.ClusterMessage.TellServers;
import io.tidings.protocol.socketio.Payload;
import io.tidings.schedule.Deadlines;
import io.tidings.socketio.Cluster;
import io.tidings.socketio.Holder;
import io.tidings.socketio.Parts;
import io.tidings.socketio.Said;
import io.tidings.socketio.Selection;
import io.tidings.socketio.SocketCopy;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The other nodes as this one sees them: says to them what is to be done, and gathers what they answer. */
public final class ClusterNode implements Cluster {

    /** How much longer than its sockets a node is waited for, so that it can name those that have not answered. */
    static final Duration TRAVEL = Duration.ofMillis(500);

    private final Voice voice;
    private final Requests requests;
    private final Membership membership;
    private final Ear ear;

    public ClusterNode(ClusterBus bus, ClusterSettings settings, Deadlines deadlines, Surroundings surroundings) {
        ClusterFaults faults = surroundings.faults();
        this.voice = Voice.ofNode(bus, settings, surroundings);
        this.requests = new Requests(deadlines);
        this.membership = new Membership(settings, deadlines, voice, requests, faults);
        this.ear = new Ear(
                voice,
                membership,
                requests,
                new Outsiders(settings.outsiders(), deadlines::now, faults),
                new Inspection(settings.maxMessage(), settings.key(), surroundings));
    }

    @Override
    public void start(Holder here) {
        ear.serve(here);
        membership.start();
        voice.start(ear);
    }

    /** Waits for nothing any more and says no longer that it lives; what it has to say otherwise is still said. */
    public void retire() {
        membership.stop();
        requests.endAll();
    }

    /** Says good-bye; what was asked ends. */
    public void stop() {
        retire();
        voice.publish(new GoodBye());
        voice.stop();
        requests.endAll();
    }

    @Override
    public String id() {
        return voice.id().toString();
    }

    @Override
    public boolean hasOthers() {
        return membership.hasOthers();
    }

    @Override
    public Set<String> nodes() {
        Set<String> all = new LinkedHashSet<>();
        all.add(id());
        membership.nodes().forEach(node -> all.add(node.toString()));
        return all;
    }

    /** Requests that have not come to their end. */
    public int openRequests() {
        return requests.count();
    }

    // ---- what others are to do

    @Override
    public void emit(String namespace, Selection selection, Payload event) {
        voice.publish(new Emit(namespace, selection, event));
    }

    @Override
    public void join(String namespace, Selection selection, Set<String> rooms) {
        voice.publish(new Join(namespace, selection, rooms));
    }

    @Override
    public void leave(String namespace, Selection selection, Set<String> rooms) {
        voice.publish(new Leave(namespace, selection, rooms));
    }

    @Override
    public void disconnect(String namespace, Selection selection, boolean close) {
        voice.publish(new Disconnect(namespace, selection, close));
    }

    @Override
    public void tellServers(String namespace, Payload event) {
        voice.publish(new TellServers(namespace, event));
    }

    // ---- what others are to answer

    private <T> void begin(Duration patience, PartCodec<T> codec, Parts<T> parts, Question question) {
        requests.begin(membership.nodes(), patience, codec, parts, number -> voice.publish(question.message(number)));
    }

    private interface Question {

        ClusterMessage message(long number);
    }

    @Override
    public void ask(String namespace, Selection selection, Payload event, Duration patience, Parts<Said> answers) {
        begin(
                patience.plus(TRAVEL),
                PartCodec.SAID,
                answers,
                number -> new Ask(number, namespace, selection, event, patience));
    }

    @Override
    public void fetch(String namespace, Selection selection, Duration patience, Parts<SocketCopy> sockets) {
        begin(patience, SocketCodec.SOCKET, sockets, number -> new Fetch(number, namespace, selection));
    }

    @Override
    public void count(String namespace, Selection selection, Duration patience, Parts<Long> counts) {
        begin(patience, PartCodec.COUNT, counts, number -> new Count(number, namespace, selection));
    }

    @Override
    public void rooms(String namespace, Duration patience, Parts<Map<String, Long>> rooms) {
        begin(patience, PartCodec.ROOMS, rooms, number -> new ListRooms(number, namespace));
    }

    @Override
    public void askServers(String namespace, Payload event, Duration patience, Parts<Said> answers) {
        begin(
                patience.plus(TRAVEL),
                PartCodec.SAID,
                answers,
                number -> new AskServers(number, namespace, event, patience));
    }
}
