package io.tidings.socketio;

import io.tidings.api.Argument;
import io.tidings.api.ArgumentException;
import io.tidings.api.Arguments;
import java.util.List;

/** For what is no event. */
enum NoArguments implements Arguments {
    INSTANCE;

    @Override
    public int size() {
        return 0;
    }

    @Override
    public Argument at(int index) {
        throw new ArgumentException("argument " + (index + 1) + " is missing");
    }

    @Override
    public List<Argument> list() {
        return List.of();
    }
}
