package io.tidings.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SessionIdTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    @DisplayName("S-01 has 120 bits, each of them random, and fits into a URL")
    void hasRandomBitsAndFitsIntoAUrl() {
        int[] ones = new int[120];
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 4_000; i++) {
            String id = SessionId.random(random).value();
            assertThat(id).matches("[A-Za-z0-9_-]{20}");
            assertThat(seen.add(id)).isTrue();
            count(id, ones);
        }
        // Each bit is set in half of them, give or take six standard deviations.
        assertThat(IntStream.of(ones)).allSatisfy(count -> assertThat(count).isBetween(1_810, 2_190));
    }

    private static void count(String id, int[] ones) {
        byte[] bytes = Base64.getUrlDecoder().decode(id);
        for (int bit = 0; bit < ones.length; bit++) {
            ones[bit] += bytes[bit / 8] >> bit % 8 & 1;
        }
    }

    @Test
    @DisplayName("S-05 does not show itself in logs")
    void doesNotShowItselfInLogs() {
        SessionId id = SessionId.random(random);

        assertThat(id.toString()).doesNotContain(id.value());
    }
}
