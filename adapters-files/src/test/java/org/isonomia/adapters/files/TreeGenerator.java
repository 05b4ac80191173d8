package org.isonomia.adapters.files;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Node.Scalar;
import org.isonomia.application.document.Node.ScalarKind;
import org.isonomia.application.document.Position;

/** Random trees, the same for the same seed: texts of everything that has ever made a notation stumble. */
final class TreeGenerator {

    private static final ImmutableList<String> PIECES = ImmutableList.of(
            "égalité",
            " ",
            "  ",
            "\n",
            "\n\n",
            "\r",
            "\t",
            "\u00A0",
            "\u202F",
            "🙂",
            "1.10",
            "2026",
            "2026-03",
            "true",
            "null",
            "~",
            "yes",
            ": ",
            " #",
            "- ",
            "? ",
            "'",
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            "&a",
            "*a",
            "!",
            "|",
            ">",
            "%",
            "@",
            "`",
            "---",
            "...",
            "<<",
            "=",
            ".inf",
            "0x1F",
            "1e3",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "\u007F",
            "\u0007",
            "…",
            "’",
            "a",
            "Z",
            "0",
            "-1",
            "+",
            "_",
            "long ".repeat(40));
    private static final ImmutableList<String> NUMBERS = ImmutableList.of("0", "1", "-12", "1.10", "1e3", "2026");

    private final RandomGenerator random;

    TreeGenerator(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    Node.Mapping document() {
        return mapping(4);
    }

    private Node node(int depth) {
        int choice = random.nextInt(depth == 0 ? 6 : 10);
        if (choice < 6) {
            return scalar(choice);
        }
        return choice < 8 ? mapping(depth - 1) : sequence(depth - 1);
    }

    private Scalar scalar(int choice) {
        return switch (choice) {
            case 0 -> new Scalar(ScalarKind.NUMBER, any(NUMBERS), Position.NOWHERE);
            case 1 -> Node.bool(random.nextBoolean());
            case 2 -> new Scalar(ScalarKind.NULL, "", Position.NOWHERE);
            default -> Node.text(text());
        };
    }

    private Node.Mapping mapping(int depth) {
        Map<String, Node> entries = new LinkedHashMap<>();
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            entries.put(random.nextInt(4) == 0 ? text() : "key" + i, node(depth));
        }
        return Node.mapping(entries);
    }

    private Node.Sequence sequence(int depth) {
        List<Node> items = new ArrayList<>();
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            items.add(node(depth));
        }
        return Node.sequence(items);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(6);
        for (int i = 0; i < pieces; i++) {
            text.append(any(PIECES));
        }
        return text.toString();
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
