package io.tidings.protocol.websocket;

/** The close codes of RFC 6455, 7.4, that Tidings sends, and the rule about which may travel in a Close frame. */
public final class CloseCode {

    public static final int NORMAL = 1000;
    public static final int GOING_AWAY = 1001;
    public static final int PROTOCOL_ERROR = 1002;
    /** Stands for a Close frame without a code; never on the wire. */
    public static final int NONE = 1005;

    public static final int INVALID_PAYLOAD = 1007;
    public static final int POLICY_VIOLATION = 1008;
    public static final int TOO_BIG = 1009;
    public static final int INTERNAL_ERROR = 1011;
    public static final int TRY_AGAIN_LATER = 1013;

    private static final int FIRST_OF_LIBRARIES = 3000;
    private static final int LAST_PRIVATE = 4999;
    private static final int LAST_REGISTERED = 1014;

    private CloseCode() {}

    /** Whether a Close frame may carry the code: registered for the wire, or from the ranges left to libraries and users. */
    static boolean mayTravel(int code) {
        if (code >= FIRST_OF_LIBRARIES) {
            return code <= LAST_PRIVATE;
        }
        boolean reservedOrLocal = code == 1004 || code == NONE || code == 1006;
        return code >= NORMAL && code <= LAST_REGISTERED && !reservedOrLocal;
    }
}
