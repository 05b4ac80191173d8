package org.isonomia.adapters.files;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Iterator;
import java.util.Optional;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Node.Scalar;
import org.isonomia.application.document.Node.ScalarKind;
import org.isonomia.application.document.Position;
import org.isonomia.domain.kernel.ValueWithViolations;
import org.isonomia.domain.kernel.Violation;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads one YAML 1.2 document of the core schema. Anchors, aliases and tags are refused: a plan file is data that people
 * read, not a program. One reading, not safe for several threads.
 */
final class YamlReader {

    static final ScalarResolver CORE = new CoreSchema().getScalarResolver();

    private static final int MAX_LINE = 100_000;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(SourceText.MAX_BYTES)
            .setUseMarks(true)
            .build();
    private static final ImmutableMap<Tag, ScalarKind> KINDS = ImmutableMap.of(
            Tag.INT, ScalarKind.NUMBER,
            Tag.FLOAT, ScalarKind.NUMBER,
            Tag.BOOL, ScalarKind.BOOLEAN,
            Tag.NULL, ScalarKind.NULL);

    /** How numbers, truth values and nulls begin. */
    private static final CharMatcher NOT_ALWAYS_TEXT = CharMatcher.anyOf("+-.0123456789tTfFnN~");

    private final String text;
    private final TreeBuilder tree = new TreeBuilder();

    private YamlReader(String text) {
        this.text = text;
    }

    /** The tree of a text with everything that is wrong with it. */
    static ValueWithViolations<Node> read(String text) {
        return new YamlReader(text).read();
    }

    /** What a plain scalar is by the core schema, whose expressions are only asked where they may match. */
    static ScalarKind kindOf(String plain) {
        if (!plain.isEmpty() && !NOT_ALWAYS_TEXT.matches(plain.charAt(0))) {
            return ScalarKind.TEXT;
        }
        return KINDS.getOrDefault(CORE.resolve(plain, true), ScalarKind.TEXT);
    }

    private ValueWithViolations<Node> read() {
        Optional<Position> endless = endlessLine();
        if (endless.isPresent()) {
            String message = "a line of more than 100,000 characters";
            tree.report(FileCodes.at(endless.get(), FileCodes.TOO_LARGE, message));
            return tree.refusal();
        }
        try {
            return readEvents(new Parse(SETTINGS).parseString(text).iterator());
        } catch (MarkedYamlEngineException e) {
            Position place = place(e.getProblemMark().or(e::getContextMark));
            tree.report(FileCodes.at(place, FileCodes.SYNTAX, "not YAML: " + e.getProblem()));
        } catch (ReaderException e) {
            int index = text.offsetByCodePoints(0, Math.min(e.getPosition(), text.codePointCount(0, text.length())));
            tree.report(FileCodes.at(
                    new PlaceFinder(text).at(index),
                    FileCodes.SYNTAX,
                    "not YAML: the character U+%04X is not allowed".formatted(e.getCodePoint())));
        } catch (YamlEngineException e) {
            tree.report(FileCodes.at(Position.NOWHERE, FileCodes.SYNTAX, "not YAML: " + e.getMessage()));
        }
        return tree.refusal();
    }

    /** Where a line is so long that the parser, whose effort grows with its square, would not come back. */
    private Optional<Position> endlessLine() {
        int line = 1;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (end - start > MAX_LINE) {
                return Optional.of(new Position.Line(line, 1));
            }
            line++;
            start = end + 1;
        }
        return Optional.empty();
    }

    private ValueWithViolations<Node> readEvents(Iterator<Event> events) {
        int documents = 0;
        while (events.hasNext()) {
            Event event = events.next();
            if (event.getEventId() == Event.ID.DocumentStart && ++documents > 1) {
                tree.report(FileCodes.at(
                        place(event.getStartMark()), FileCodes.SEVERAL_DOCUMENTS, "the file holds several documents"));
                break;
            }
            Optional<Violation> excess = accept(event);
            if (excess.isPresent()) {
                tree.report(excess.get());
                return tree.refusal();
            }
        }
        return nothing(tree.result())
                ? ValueWithViolations.refused(
                        ImmutableList.of(FileCodes.at(Position.NOWHERE, FileCodes.EMPTY, "the file is empty")))
                : tree.result();
    }

    private static boolean nothing(ValueWithViolations<Node> result) {
        return result.value()
                        .map(root -> root instanceof Scalar scalar && scalar.isNull())
                        .orElse(true)
                && result.violations().isEmpty();
    }

    /** Takes an event in, or tells why there is no going on. */
    private Optional<Violation> accept(Event event) {
        if (event instanceof NodeEvent node) {
            refuseAnchor(node);
        }
        Position place = place(event.getStartMark());
        switch (event.getEventId()) {
            case MappingStart -> {
                refuseTag(((CollectionStartEvent) event).getTag(), place);
                return checkDepth(tree.startMapping(place), place);
            }
            case SequenceStart -> {
                refuseTag(((CollectionStartEvent) event).getTag(), place);
                return checkDepth(tree.startSequence(place), place);
            }
            case MappingEnd, SequenceEnd -> tree.end();
            case Scalar -> tree.add(scalar((ScalarEvent) event, place));
            case Alias -> tree.add(new Scalar(ScalarKind.NULL, "", place));
            case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
        }
        return tree.overflow(place);
    }

    private static Optional<Violation> checkDepth(boolean allowed, Position place) {
        String message = "nested deeper than " + TreeBuilder.MAX_DEPTH + " levels";
        return allowed ? Optional.empty() : Optional.of(FileCodes.at(place, FileCodes.TOO_DEEP, message));
    }

    private void refuseAnchor(NodeEvent event) {
        if (event instanceof AliasEvent || event.getAnchor().isPresent()) {
            String message = "anchors and aliases are not allowed: write the value out";
            tree.report(FileCodes.at(place(event.getStartMark()), FileCodes.ALIAS, message));
        }
    }

    private void refuseTag(Optional<String> tag, Position place) {
        tag.ifPresent(name -> tree.report(FileCodes.at(place, FileCodes.TAG, "tags are not allowed: " + name, name)));
    }

    private Scalar scalar(ScalarEvent event, Position place) {
        refuseTag(event.getTag(), place);
        ScalarKind kind = event.isPlain() ? kindOf(event.getValue()) : ScalarKind.TEXT;
        return new Scalar(kind, kind == ScalarKind.NULL ? "" : event.getValue(), place);
    }

    private static Position place(Optional<Mark> mark) {
        return mark.<Position>map(found -> new Position.Line(found.getLine() + 1, found.getColumn() + 1))
                .orElse(Position.NOWHERE);
    }
}
