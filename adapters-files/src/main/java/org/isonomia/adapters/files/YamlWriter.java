package org.isonomia.adapters.files;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.Map;
import java.util.Optional;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Node.Scalar;
import org.isonomia.application.document.Node.ScalarKind;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/**
 * Writes a tree as YAML that people like to read and compare: in blocks, one value a line, quoted only where it must be.
 * One writing, not safe for several threads.
 */
final class YamlWriter {

    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setIndent(2)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setSplitLines(false)
            .setWidth(Integer.MAX_VALUE)
            .setBestLineBreak("\n")
            .build();
    private static final ImplicitTuple UNTAGGED = new ImplicitTuple(true, true);
    private static final CharMatcher BLANK = CharMatcher.anyOf(" \t");
    private static final CharMatcher NOT_IN_A_BLOCK = CharMatcher.anyOf("\t\r\u0085\u2028\u2029\uFEFF");

    private final Emitter emitter;

    private YamlWriter(StreamDataWriter output) {
        emitter = new Emitter(SETTINGS, output);
    }

    /** Writes a tree. */
    static void write(Node document, StreamDataWriter output) {
        new YamlWriter(output).writeDocument(document);
    }

    private void writeDocument(Node document) {
        emitter.emit(new StreamStartEvent());
        emitter.emit(new DocumentStartEvent(false, Optional.empty(), Map.of()));
        write(document);
        emitter.emit(new DocumentEndEvent(false));
        emitter.emit(new StreamEndEvent());
    }

    private void write(Node node) {
        switch (node) {
            case Node.Mapping mapping -> {
                emitter.emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
                mapping.entries().forEach((key, value) -> {
                    write(Node.text(key));
                    write(value);
                });
                emitter.emit(new MappingEndEvent());
            }
            case Node.Sequence sequence -> {
                emitter.emit(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
                sequence.items().forEach(this::write);
                emitter.emit(new SequenceEndEvent());
            }
            case Scalar scalar -> {
                String text = scalar.isNull() ? "null" : scalar.text();
                emitter.emit(new ScalarEvent(Optional.empty(), Optional.empty(), UNTAGGED, text, style(scalar)));
            }
        }
    }

    private static ScalarStyle style(Scalar scalar) {
        String text = scalar.text();
        if (scalar.kind() != ScalarKind.TEXT) {
            return ScalarStyle.PLAIN;
        }
        if (text.indexOf('\n') >= 0) {
            return fitsInABlock(text) ? ScalarStyle.LITERAL : ScalarStyle.DOUBLE_QUOTED;
        }
        boolean readOtherwise = YamlReader.kindOf(text) != ScalarKind.TEXT;
        return readOtherwise || NOT_IN_A_BLOCK.matchesAnyOf(text) ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN;
    }

    private static boolean fitsInABlock(String text) {
        return !BLANK.matches(text.charAt(0))
                && text.charAt(0) != '\n'
                && NOT_IN_A_BLOCK.matchesNoneOf(text)
                && Splitter.on('\n')
                        .splitToStream(text)
                        .noneMatch(line -> !line.isEmpty() && BLANK.matches(line.charAt(line.length() - 1)));
    }
}
