package io.tidings.wire;

import java.util.List;

/**
 * Text packets of one kind that end the session of whoever sends them. {@code ~} stands where a namespace stands.
 *
 * @param id of the vector, and what is wrong with it
 */
record RefusedPackets(String id, List<String> packets) {

    private static final String FIRST = "{\"_placeholder\":true,\"num\":0}";
    private static final String SECOND = "{\"_placeholder\":true,\"num\":1}";

    static List<RefusedPackets> all() {
        return List.of(
                of(
                        "P-01, P-02 attachments: none, or too many",
                        "50-~[\"x\"]",
                        "511-~[\"x\"]",
                        "5100000-~[]",
                        "51832742252-~[\"x\"]",
                        "52147483648-",
                        "59999999999999999999-"),
                of(
                        "P-05, P-06 placeholders with a wrong index",
                        placeholder("\"splice\""),
                        placeholder("1"),
                        placeholder("-1"),
                        placeholder("0.5"),
                        placeholder("1e0"),
                        placeholder("null"),
                        placeholder("true"),
                        placeholder("[]"),
                        placeholder("{}"),
                        placeholder("9007199254740993"),
                        "51-~[\"x\",{\"_placeholder\":true}]"),
                of("P-08 text where an attachment is due", "51-~[\"hello\"," + FIRST + "]"),
                of(
                        "P-09 numbers of attachments that are no numbers",
                        "5-~[]",
                        "51",
                        "5",
                        "5a-",
                        "51.23-",
                        "5-1-~[]",
                        "5NaN-~[]",
                        "5١-~[]",
                        "50x1-",
                        "51e0-",
                        "51.0-",
                        "5+1-",
                        "5 1-",
                        "51 -",
                        "51e1-",
                        "501-"),
                of(
                        "P-10, P-11 ack ids beyond 2^53-1",
                        "2~9007199254740992[\"back\"]",
                        "2~" + "9".repeat(60_000) + "[\"back\"]",
                        "2~" + "9".repeat(999_900)),
                of(
                        "P-12, P-13 what is no ack id",
                        "2~٣[\"back\"]",
                        "2~Ⅷ[\"back\"]",
                        "2~a[\"back\"]",
                        "2~abc[\"back\",1]",
                        "2~ [\"back\"]",
                        "2~\n[\"back\"]",
                        "2~01[\"back\"]"),
                of("P-14 one attachment many times", "51-~[\"r\"" + ("," + FIRST).repeat(20_000) + "]"),
                of(
                        "P-15, P-16 attachments to which nothing refers",
                        "52-~[\"x\"," + FIRST + "]",
                        "51-~[\"x\",\"nope\"]",
                        "51-~[\"x\",{\"_placeholder\":1,\"num\":0}]",
                        "51-~[\"x\",{\"_placeholder\":\"true\",\"num\":0}]",
                        "52-~[\"x\"," + SECOND + ",{\"_placeholder\":\"true\",\"num\":0}]"),
                of(
                        "P-25 events without a name",
                        "2~[{\"toString\":\"foo\"}]",
                        "2~[true,\"foo\"]",
                        "2~[null,\"bar\"]",
                        "2~[[\"a\"],1]",
                        "2~[]",
                        "2~{}",
                        "2~\"x\"",
                        "2~null",
                        "2~",
                        "2~13"),
                of(
                        "P-26 reserved names",
                        "2~[\"connect\"]",
                        "2~[\"connect_error\"]",
                        "2~[\"disconnect\",\"1\"]",
                        "2~[\"disconnecting\"]",
                        "2~[\"newListener\"]",
                        "2~[\"removeListener\"]",
                        "2~[\"\\u0063onnect\"]"),
                of("P-27 no type", "9", "999", "7", "-1", "x", "\u0000", ""),
                of(
                        "P-28 payloads that do not belong to the type",
                        "0~[]",
                        "0~null",
                        "0~\"x\"",
                        "0/admin,\"invalid",
                        "1~{}",
                        "1/admin,{}",
                        "4~\"x\"",
                        "4~{}",
                        "4",
                        "3~[]",
                        "3~"),
                of(
                        "P-29 what is not JSON",
                        "2~[\"a\"",
                        "2~[\"some\",\"data\"",
                        "2~[\"a\"]]",
                        "2~[\"a\"] x",
                        "2~[\"a\",]",
                        "2~['a']",
                        "2~[\"a\",NaN]",
                        "2~[\"a\",01]",
                        "2~\ufeff[\"a\"]"),
                of("P-32 names of events that are too long", event("n".repeat(1_025)), event("n".repeat(999_900))),
                of(
                        "P-33 names of namespaces that are too long",
                        "0/" + "a".repeat(256),
                        "0/" + "a".repeat(999_900) + ","),
                of(
                        "P-40 deep nesting",
                        nested("[", "]", 500),
                        nested("[", "]", 5_000),
                        nested("[", "]", 100_000),
                        nested("{\"a\":", "}", 5_000),
                        nested("{\"a\":", "}", 100_000),
                        "0~" + "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000)));
    }

    private static RefusedPackets of(String id, String... packets) {
        return new RefusedPackets(id, List.of(packets));
    }

    private static String placeholder(String num) {
        return "51-~[\"hello\",{\"_placeholder\":true,\"num\":" + num + "}]";
    }

    private static String event(String name) {
        return "2~[\"" + name + "\"]";
    }

    private static String nested(String opening, String closing, int times) {
        return "2~[\"x\"," + opening.repeat(times) + (opening.equals("[") ? "" : "1") + closing.repeat(times) + "]";
    }

    @Override
    public String toString() {
        return id;
    }
}
