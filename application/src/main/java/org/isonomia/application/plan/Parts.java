package org.isonomia.application.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.net.URI;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.isonomia.application.document.DocumentViolations;
import org.isonomia.application.document.Fields;
import org.isonomia.application.document.MappingWriter;
import org.isonomia.application.document.Node;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.CommitmentLevel;
import org.isonomia.domain.kernel.DocumentLink;
import org.isonomia.domain.kernel.PartialDate;
import org.isonomia.domain.kernel.PartialPeriod;
import org.isonomia.domain.kernel.Statement;
import org.isonomia.domain.kernel.Texts;
import org.isonomia.domain.kernel.Violation;

/** The small parts that many entries of a plan document share: periods, statements, documents, links. */
final class Parts {

    static final String A_DATE = "a date: 2026, 2026-03 or 2026-03-21, from 1900 to 2999";
    static final String A_DAY = "a day such as 2026-03-21, from 1900-01-01 to 2999-12-31";
    static final String A_LINK =
            "an address that begins with http:// or https://, without spaces, of at most 2000 characters";
    static final String A_TITLE = "one line of 1 to 300 characters, none of which turns the direction of writing";
    static final String A_TEXT = "1 to 10 000 characters";

    private Parts() {}

    static Optional<String> title(Fields fields, String key) {
        return bounded(fields, key, text -> Texts.checkTitle(text, key), A_TITLE);
    }

    static Optional<String> requiredTitle(Fields fields, String key) {
        return fields.requiredNode(key).isPresent() ? title(fields, key) : Optional.empty();
    }

    static Optional<String> text(Fields fields, String key) {
        return bounded(fields, key, text -> Texts.checkText(text, key), A_TEXT);
    }

    private static Optional<String> bounded(
            Fields fields, String key, java.util.function.Function<String, String> check, String expected) {
        return fields.text(key).isPresent() ? fields.value(key, check, expected) : Optional.empty();
    }

    static Optional<PartialDate> date(Fields fields, String key) {
        return fields.value(key, PartialDate::parse, A_DATE);
    }

    static Optional<LocalDate> day(Fields fields, String key) {
        return fields.value(key, Parts::parseDay, A_DAY);
    }

    static LocalDate parseDay(String text) {
        PartialDate date = PartialDate.parse(text);
        if (date.precision() != PartialDate.Precision.DAY) {
            throw new IllegalArgumentException("not a day: " + text);
        }
        return date.firstDay();
    }

    static Optional<URI> link(Fields fields, String key) {
        return fields.value(key, text -> Texts.checkLink(URI.create(text)), A_LINK);
    }

    static PartialPeriod period(Fields fields, String startKey, String endKey) {
        int before = fields.problems().count();
        Optional<PartialDate> start = date(fields, startKey);
        Optional<PartialDate> end = date(fields, endKey);
        if (fields.problems().count() > before) {
            return PartialPeriod.UNKNOWN;
        }
        if (start.isPresent()
                && end.isPresent()
                && end.get().lastDay().isBefore(start.get().firstDay())) {
            fields.problems()
                    .add(
                            fields.pointer(endKey),
                            fields.position(endKey),
                            DocumentViolations.BAD_VALUE,
                            end.get().toString(),
                            "a date not before " + start.get());
            return PartialPeriod.UNKNOWN;
        }
        return new PartialPeriod(start, end);
    }

    static PartialPeriod period(Fields fields, String key) {
        return fields.mapping(key, inner -> {
                    PartialPeriod period = period(inner, "start", "end");
                    return inner.make(() -> period);
                })
                .orElse(PartialPeriod.UNKNOWN);
    }

    static Node.Mapping write(PartialPeriod period) {
        return new MappingWriter()
                .text("start", period.start())
                .text("end", period.end())
                .build();
    }

    static ImmutableList<Statement> statements(Fields fields) {
        return fields.list(
                "statements",
                (node, pointer) -> Fields.read(node, pointer, fields.problems(), statement -> {
                    Optional<String> reference = statement.requiredText("ref");
                    reference.ifPresent(ref -> fields.problems()
                            .claim("statement", ref, statement.pointer("ref"), statement.position("ref")));
                    Optional<CommitmentLevel> level = statement.requiredWord("level", CommitmentLevel.class);
                    Optional<String> quote =
                            statement.requiredNode("quote").isPresent() ? text(statement, "quote") : Optional.empty();
                    return statement.make(
                            () -> new Statement(reference.orElseThrow(), level.orElseThrow(), quote.orElseThrow()));
                }));
    }

    static Node.Sequence writeStatements(ImmutableList<Statement> statements) {
        return Node.sequence(statements.stream()
                .map(statement -> new MappingWriter()
                        .text("ref", statement.reference())
                        .word("level", statement.level())
                        .text("quote", statement.quote())
                        .build())
                .toList());
    }

    static ImmutableList<DocumentLink> documents(Fields fields) {
        return fields.list(
                "documents",
                (node, pointer) -> Fields.read(node, pointer, fields.problems(), document -> {
                    Optional<String> title = requiredTitle(document, "title");
                    Optional<URI> url =
                            document.requiredNode("url").isPresent() ? link(document, "url") : Optional.empty();
                    Optional<LocalDate> date = day(document, "date");
                    return document.make(() -> new DocumentLink(title.orElseThrow(), url.orElseThrow(), date));
                }));
    }

    static Node.Sequence writeDocuments(ImmutableList<DocumentLink> documents) {
        return Node.sequence(documents.stream()
                .map(document -> new MappingWriter()
                        .text("title", document.title())
                        .text("url", document.url().toString())
                        .text("date", document.date())
                        .build())
                .toList());
    }

    /** Notes which entries one lies in or is followed by, and where it names itself as one of them. */
    static void lead(Fields fields, String sort, String key, Optional<Code> code, Collection<Code> named) {
        if (code.isEmpty()) {
            return;
        }
        for (Code other : named) {
            String within = "/" + key + place(fields.node(key), other);
            if (other.equals(code.get())) {
                fields.refuse(Violation.of(DocumentViolations.BAD_VALUE, "it cannot name itself: " + other)
                        .with("value", other.value())
                        .with("expected", "another one than itself")
                        .with("pointer", within));
            } else {
                fields.problems().lead(sort, code.get(), other, fields.pointer() + within);
            }
        }
    }

    private static String place(Optional<Node> named, Code code) {
        return named.orElse(null) instanceof Node.Sequence sequence
                ? "/"
                        + Iterables.indexOf(
                                sequence.items(),
                                item -> item instanceof Node.Scalar scalar
                                        && scalar.text().equals(code.value()))
                : "";
    }

    static Optional<Code> claimedCode(Fields fields, String sort) {
        Optional<Code> code = fields.requiredCode("code");
        if (code.isEmpty() && fields.node("code").orElse(null) instanceof Node.Scalar wrong) {
            fields.problems().claimAsWell(sort, wrong.text(), fields.pointer("code"));
        }
        code.ifPresent(
                known -> fields.problems().claim(sort, known.value(), fields.pointer("code"), fields.position("code")));
        return code;
    }
}
