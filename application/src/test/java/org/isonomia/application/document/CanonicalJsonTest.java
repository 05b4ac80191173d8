package org.isonomia.application.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void ordersMembersAndWritesNoMoreThanNeeded() {
        Node tree = Node.mapping(ImmutableMap.of(
                "b", Node.sequence(ImmutableList.of(Node.number(1), Node.bool(true), Node.text("é"))),
                "a", Node.mapping(ImmutableMap.of()),
                "c", Node.sequence(ImmutableList.of())));

        assertThat(CanonicalJson.write(tree)).isEqualTo("{\"a\":{},\"b\":[1,true,\"é\"],\"c\":[]}");
    }

    @Test
    void escapesWhatHasToBe() {
        assertThat(CanonicalJson.write(Node.text("\"\\\b\t\n\f\r\u0001/\u20ac")))
                .isEqualTo("\"\\\"\\\\\\b\\t\\n\\f\\r\\u0001/\u20ac\"");
    }
}
