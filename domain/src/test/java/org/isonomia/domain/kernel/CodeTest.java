package org.isonomia.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {

    @Test
    void comesInTheOrderPeopleExpect() {
        assertThat(Stream.of("1.10", "1.9", "1", "2", "10", "A2", "A10", "a1")
                        .map(Code::parse)
                        .sorted()
                        .map(Code::value))
                .isEqualTo(List.of("1", "1.9", "1.10", "2", "10", "A2", "A10", "a1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "-a", "a b", "a/b", "é", "a\n"})
    void refusesWhatIsNoCode(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Code.parse(text));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void itsSortKeyHasTheSameOrder(long seed) {
        Random random = new Random(seed);
        List<Code> codes = IntStream.range(0, 300)
                .mapToObj(i ->
                        Code.parse("1." + random.nextInt(200) + (random.nextBoolean() ? "" : "." + random.nextInt(30))))
                .toList();
        assertThat(codes.stream().sorted(Comparator.comparing(Code::sortKey)).map(Code::sortKey))
                .isEqualTo(codes.stream().sorted().map(Code::sortKey).toList());
    }
}
