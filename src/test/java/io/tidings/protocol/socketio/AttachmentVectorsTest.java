package io.tidings.protocol.socketio;

import static io.tidings.protocol.socketio.Client.isRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.protocol.Bytes;
import io.tidings.protocol.ProtocolException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Binary packets that no well-behaved client sends. All are refused at their header, so nothing is ever held back. */
class AttachmentVectorsTest {

    private static final Bytes ONE = Bytes.wrap(new byte[] {1});

    @DisplayName("P-01, P-02 numbers of attachments out of range")
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "511-[\"x\"]",
                "5100000-[]",
                "51832742252-[\"x\"]",
                "52147483648-",
                "54294967297-[\"x\"]",
                "59999999999999999999-"
            })
    void refusesTooManyAttachments(String text) {
        assertThat(isRefused(text)).isEqualTo("too many attachments");
    }

    @DisplayName("P-01, P-09 numbers of attachments that are none")
    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "50-[\"x\"]",
                "5-[]",
                "51",
                "5",
                "5a-",
                "51.23-",
                "5-1-[]",
                "5NaN-[]",
                "5١-[]",
                "50x1-",
                "51e0-",
                "51.0-",
                "5+1-",
                "5 1-",
                "51 -",
                "51e1-",
                "501-",
                "5[\"x\"]",
                "5/a,1-[]",
                "6-[]",
                "61",
                "5000000000000000000001-"
            })
    void refusesWhatIsNoNumberOfAttachments(String text) {
        assertThat(isRefused(text)).isEqualTo("malformed number of attachments");
    }

    @Test
    @DisplayName("P-01 no attachment is taken after a refused header")
    void takesNoAttachmentAfterARefusedHeader() {
        PacketAssembler assembler = Client.assembler();
        assertThatThrownBy(() -> assembler.text(Bytes.utf8("50-[\"x\"]"))).isInstanceOf(ProtocolException.class);

        assertThatThrownBy(() -> assembler.binary(ONE)).hasMessage("attachment of no packet");
        assertThat(assembler.pendingBytes()).isZero();
    }

    @Test
    @DisplayName("P-03 a packet of someone who is not let in can be told by its header")
    void tellsTheNamespaceBeforeAnythingIsBuffered() {
        PacketAssembler assembler = Client.assembler();

        assembler.text(Bytes.utf8(
                "52-[\"my message\",\"a\",{\"_placeholder\":true,\"num\":1},{\"_placeholder\":true,\"num\":0}]"));

        assertThat(assembler.pendingNamespace()).contains("/");
    }

    @DisplayName("P-05, P-06 placeholders without a proper index")
    @ParameterizedTest(name = "\"num\":{0}")
    @ValueSource(
            strings = {
                "\"splice\"",
                "\"0\"",
                "1",
                "-1",
                "-0",
                "0.5",
                "0.0",
                "1e0",
                "0e0",
                "null",
                "true",
                "[]",
                "{}",
                "[0]",
                "{\"num\":0}",
                "9007199254740993",
                "4294967296",
                "18446744073709551616"
            })
    void refusesPlaceholdersWithoutProperIndex(String num) {
        assertThat(isRefused("51-[\"hello\",{\"_placeholder\":true,\"num\":" + num + "}]"))
                .isEqualTo("malformed placeholder");
    }

    @DisplayName("P-06 placeholders that can be read in two ways")
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"_placeholder\":true}",
                "{\"_placeholder\":true,\"Num\":0}",
                "{\"_placeholder\":true,\"num\":0,\"num\":0}",
                "{\"num\":1,\"num\":{\"_placeholder\":true,\"num\":0}}",
                "{\"_placeholder\":true,\"num\":1,\"n\\u0075m\":0}",
                "{\"_placeholder\":true,\"_placeholder\":true,\"num\":0}",
                "{\"_placeholder\":false,\"num\":0,\"\\u005fplaceholder\":true}",
                "{\"_placeholder\":true,\"num\":0,\"_placeholder\":false}",
                "{\"_placeholder\":true,\"num\":0,\"x\":{\"_placeholder\":true,\"num\":0}}",
                "{\"x\":[{\"_placeholder\":true,\"num\":0}],\"_placeholder\":true,\"num\":0}"
            })
    void refusesAmbiguousPlaceholders(String placeholder) {
        assertThat(isRefused("51-[\"hello\"," + placeholder + "]")).isEqualTo("malformed placeholder");
    }

    @DisplayName("P-15 placeholders that a key given twice replaces")
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"a\":{\"_placeholder\":true,\"num\":0},\"a\":1}",
                "{\"a\":[[{\"_placeholder\":true,\"num\":0}]],\"b\":2,\"\\u0061\":1}",
                "[{\"b\":1,\"num\":{\"x\":{\"_placeholder\":true,\"num\":0}},\"num\":{}}]"
            })
    void refusesToLetAPlaceholderDisappear(String argument) {
        assertThat(isRefused("51-[\"hello\"," + argument + "]")).isEqualTo("malformed placeholder");
    }

    @Test
    void refusesAPlaceholderThatSwallowsAnother() {
        assertThat(isRefused("52-[\"x\",{\"_placeholder\":true,\"num\":0,\"x\":{\"_placeholder\":true,\"num\":1}}]"))
                .isEqualTo("malformed placeholder");
    }

    @Test
    @DisplayName("P-07 an attachment that no packet announced")
    void refusesAnAttachmentOfNoPacket() {
        assertThatThrownBy(() -> Client.assembler().binary(ONE)).hasMessage("attachment of no packet");
    }

    @Test
    @DisplayName("P-08 text where an attachment is due")
    void refusesTextInsteadOfAnAttachment() {
        PacketAssembler assembler = Client.assembler();
        assembler.text(Bytes.utf8("51-[\"hello\",{\"_placeholder\":true,\"num\":0}]"));

        assertThatThrownBy(() -> assembler.text(Bytes.utf8("2[\"hello\"]")))
                .hasMessage("text instead of an attachment");
        assertThat(assembler.isAssembling()).isFalse();
        assertThat(assembler.pendingBytes()).isZero();
    }

    @Test
    @DisplayName("P-14 one attachment, referred to twenty thousand times")
    void refusesASecondReferenceToTheSameAttachment() {
        String placeholder = ",{\"_placeholder\":true,\"num\":0}";

        assertThat(isRefused("51-[\"r\"" + placeholder.repeat(20_000) + "]")).isEqualTo("malformed placeholder");
        assertThat(isRefused("52-[\"r\"" + placeholder.repeat(2) + "]")).isEqualTo("malformed placeholder");
    }

    @DisplayName("P-15, P-16 attachments to which nothing refers")
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "51-[\"hello\"]",
                "52-[\"x\",{\"_placeholder\":true,\"num\":0}]",
                "51-[\"x\",\"nope\"]",
                "51-[\"x\",{\"_placeholder\":1,\"num\":0}]",
                "51-[\"x\",{\"_placeholder\":\"true\",\"num\":0}]",
                "51-[\"x\",{\"_placeholder\":[true],\"num\":0}]",
                "51-[\"x\",{\"_placeholder\":{\"a\":true},\"num\":0}]",
                "51-[\"x\",{\"placeholder\":true,\"num\":0}]",
                "51-[\"x\",[\"_placeholder\",true,\"num\",0]]"
            })
    void refusesAttachmentsToWhichNothingRefers(String text) {
        assertThat(isRefused(text)).isEqualTo("attachments without placeholder");
    }

    @DisplayName("P-16 placeholders that are unusual but clear")
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"_placeholder\":true,\"num\":0,\"extra\":1}",
                "{\"num\":0,\"_placeholder\":true}",
                " { \"_placeholder\" : true , \"num\" : 0 } ",
                "{\"\\u005fplaceh\\u006flder\":true,\"\\u006eum\":0}",
                "{\"a\":[{\"b\":{\"_placeholder\":true,\"num\":0}}]}",
                "{\"_placeholder\":true,\"extra\":{\"num\":7,\"a\":[true]},\"num\":0}",
                "{\"_placeholder\":{\"_placeholder\":true,\"num\":0}}",
                "{\"b\":1,\"b\":{\"_placeholder\":true,\"num\":0},\"a\":1,\"a\":2}"
            })
    void takesPlaceholdersThatAreClear(String argument) {
        PacketAssembler assembler = Client.assembler();
        String json = "[\"x\"," + argument + "]";

        assertThat(assembler.text(Bytes.utf8("51-" + json))).isEmpty();
        assertThat(assembler.binary(ONE).orElseThrow().payload()).isEqualTo(Payload.of(Bytes.utf8(json), List.of(ONE)));
    }

    @Test
    @DisplayName("P-17 in a text packet a placeholder is an object as any other")
    void handsPlaceholdersInTextOn() {
        for (String object : new String[] {
            "{\"_placeholder\":true,\"num\":0}", "{\"_placeholder\":true,\"_placeholder\":true,\"num\":\"splice\"}"
        }) {
            SocketPacket packet = Client.sends("2[\"x\"," + object + "]");

            assertThat(packet.payload()).isEqualTo(Payload.of(Bytes.utf8("[\"x\"," + object + "]")));
            assertThat(EncodedPacket.of(packet).text()).isEqualTo(Bytes.utf8("2[\"x\"," + object + "]"));
        }
    }

    @Test
    @DisplayName("P-18 attachments that come to too much together")
    void refusesTheAttachmentThatPassesTheLimit() {
        String json = "[\"x\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]";
        PacketLimits limits = new PacketLimits(10, json.length() + 5, 500, 256);
        PacketAssembler assembler = new PacketAssembler(limits);

        assembler.text(Bytes.utf8("52-" + json));
        assembler.binary(Bytes.wrap(new byte[3]));
        assertThat(assembler.binary(Bytes.wrap(new byte[2]))).isPresent();

        assembler.text(Bytes.utf8("52-" + json));
        assembler.binary(Bytes.wrap(new byte[3]));
        assertThatThrownBy(() -> assembler.binary(Bytes.wrap(new byte[3]))).hasMessage("binary packet too big");
        assertThat(assembler.isAssembling()).isFalse();
        assertThat(assembler.pendingBytes()).isZero();
    }

    @Test
    @DisplayName("P-18 counts the text of a binary packet, too")
    void refusesTheTextThatPassesTheLimit() {
        PacketAssembler assembler = new PacketAssembler(new PacketLimits(10, 30, 500, 256));

        assertThatThrownBy(() -> assembler.text(Bytes.utf8("51-[\"x\",{\"_placeholder\":true,\"num\":0}]")))
                .hasMessage("binary packet too big");
        assertThat(assembler.isAssembling()).isFalse();
        assertThat(assembler.text(Bytes.utf8("2[\"" + "x".repeat(100) + "\"]"))).isPresent();
    }

    @Test
    @DisplayName("P-40 nesting counts in binary packets, too")
    void refusesWhatIsNestedTooDeeply() {
        String deep = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);

        assertThat(isRefused("51-[\"x\"," + deep + ",{\"_placeholder\":true,\"num\":0}]"))
                .isEqualTo("JSON nested too deeply");
    }
}
