package io.tidings.json;

import io.tidings.protocol.Bytes;

/** The members of the object that stands for an attachment: {@code {"_placeholder":true,"num":0}}. */
final class PlaceholderObject {

    static final String MARK = "_placeholder";
    static final String NUM = "num";

    private static final int NO_INDEX = -1;

    private PlaceholderObject() {}

    /** The index for which a number stands; one that no attachment has if it is none. */
    static int index(Bytes literal) {
        return Numbers.isOrdinary(literal) ? index(Numbers.decimal(literal)) : NO_INDEX;
    }

    /** The index for which a number stands; one that no attachment has if it is none. */
    static int index(Number num) {
        return num.doubleValue() == num.intValue() ? num.intValue() : NO_INDEX;
    }
}
