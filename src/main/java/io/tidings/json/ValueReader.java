package io.tidings.json;

import org.jspecify.annotations.Nullable;

/** Reads values of one type, wherever in an argument they stand. Safe for use by many threads. */
interface ValueReader {

    /**
     * The value that begins with the last token; when it has been read, the last token is its last.
     *
     * @throws io.tidings.api.ArgumentException when it is not of this reader's type
     */
    @Nullable
    Object read(Incoming in);

    /**
     * What stands for a value where a record has no such member.
     *
     * @throws io.tidings.api.ArgumentException when it may not be missing
     */
    default @Nullable Object absent() {
        return null;
    }
}
