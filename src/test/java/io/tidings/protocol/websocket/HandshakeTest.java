package io.tidings.protocol.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {

    @Test
    void answersTheKeyOfTheRfc() {
        assertThat(Handshake.accept("dGhlIHNhbXBsZSBub25jZQ==")).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dGhlIHNhbXBsZSBub25jZQ==", "DXR4dX615eRds8nRmlhqtw==", "++++++++++++++++/////w=="})
    void takesKeysOfSixteenBytes(String key) {
        assertThat(Handshake.isKey(key)).isTrue();
    }

    @ParameterizedTest(name = "W-02 key {0}")
    @ValueSource(
            strings = {
                "",
                "==",
                "dGhlIHNhbXBsZSBub25jZQ",
                "dGhlIHNhbXBsZSBub25jZQ= ",
                "dGhlIHNhbXBsZSBub25jZQ=A",
                "dGhlIHNhbXBsZSBub25jZTE=",
                "dGhlIHNhbXBsZSBub25j====",
                "dGhlIHNhbXBsZSBub25jZQ==\n",
                "dGhlIHNhbXBsZSBub25jZQ==dGhlIHNhbXBsZSBub25jZQ==",
                "dGhlIHNhbXBsZSBub25j_-==",
                "dGhlIHNhbXBsZSBub25j\u00fc\u00fc==",
                "                      =="
            })
    void refusesEverythingElse(String key) {
        assertThat(Handshake.isKey(key)).isFalse();
    }
}
