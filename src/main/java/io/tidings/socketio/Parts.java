package io.tidings.socketio;

import io.tidings.api.Answers;

/** Where that goes which somebody was asked for. Called by any thread, one at a time; nothing comes after the end. Never blocks. */
public interface Parts<T> {

    void arrived(T part);

    void missing(Answers.Missing missing);

    void end();
}
