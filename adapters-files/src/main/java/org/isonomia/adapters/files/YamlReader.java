package org.isonomia.adapters.files;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Iterator;
import java.util.Optional;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Node.Scalar;
import org.isonomia.application.document.Node.ScalarKind;
import org.isonomia.application.document.Position;
import org.isonomia.domain.kernel.ValueWithViolations;
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

    private final String text;
    private final TreeBuilder tree = new TreeBuilder();

    private YamlReader(String text) {
        this.text = text;
    }

    /** The tree of a text with everything that is wrong with it. */
    static ValueWithViolations<Node> read(String text) {
        return new YamlReader(text).read();
    }

    /** What a plain scalar is by the core schema. */
    static ScalarKind kindOf(String plain) {
        return KINDS.getOrDefault(CORE.resolve(plain, true), ScalarKind.TEXT);
    }

    private ValueWithViolations<Node> read() {
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

    private ValueWithViolations<Node> readEvents(Iterator<Event> events) {
        int documents = 0;
        while (events.hasNext()) {
            Event event = events.next();
            if (event.getEventId() == Event.ID.DocumentStart && ++documents > 1) {
                tree.report(FileCodes.at(
                        place(event.getStartMark()), FileCodes.SEVERAL_DOCUMENTS, "the file holds several documents"));
                break;
            }
            if (!accept(event)) {
                String message = "nested deeper than " + TreeBuilder.MAX_DEPTH + " levels";
                tree.report(FileCodes.at(place(event.getStartMark()), FileCodes.TOO_DEEP, message));
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

    /** Takes an event in; false if it goes too deep. */
    private boolean accept(Event event) {
        if (event instanceof NodeEvent node) {
            refuseAnchor(node);
        }
        Position place = place(event.getStartMark());
        switch (event.getEventId()) {
            case MappingStart -> {
                refuseTag(((CollectionStartEvent) event).getTag(), place);
                return tree.startMapping(place);
            }
            case SequenceStart -> {
                refuseTag(((CollectionStartEvent) event).getTag(), place);
                return tree.startSequence(place);
            }
            case MappingEnd, SequenceEnd -> tree.end();
            case Scalar -> tree.add(scalar((ScalarEvent) event, place));
            case Alias -> tree.add(new Scalar(ScalarKind.NULL, "", place));
            case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
        }
        return true;
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
