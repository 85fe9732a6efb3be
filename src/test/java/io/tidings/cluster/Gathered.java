package io.tidings.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.Answers.Missing;
import io.tidings.socketio.Parts;
import java.util.ArrayList;
import java.util.List;

/** What has been gathered; nothing may come behind the end. */
final class Gathered<T> implements Parts<T> {

    final List<T> parts = new ArrayList<>();
    final List<Missing> missing = new ArrayList<>();
    int ends;

    @Override
    public void arrived(T part) {
        assertThat(ends).isZero();
        parts.add(part);
    }

    @Override
    public void missing(Missing who) {
        assertThat(ends).isZero();
        missing.add(who);
    }

    @Override
    public void end() {
        assertThat(ends).isZero();
        ends++;
    }

    boolean hasEnded() {
        return ends == 1;
    }
}
