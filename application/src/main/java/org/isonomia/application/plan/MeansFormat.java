package org.isonomia.application.plan;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Optional;
import org.isonomia.application.document.DocumentViolations;
import org.isonomia.application.document.Fields;
import org.isonomia.application.document.MappingWriter;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Problems;
import org.isonomia.application.document.Problems.Target;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.PartialPeriod;
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.plan.Appropriation;
import org.isonomia.domain.plan.BudgetLine;
import org.isonomia.domain.plan.BudgetYear;
import org.isonomia.domain.plan.Means;
import org.isonomia.domain.plan.PlanViolations;
import org.isonomia.domain.plan.Position;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The means of a plan document, read and written. */
final class MeansFormat {

    private static final String UNDECIDED = "undecided";
    private static final String AN_AMOUNT =
            "a decimal amount from 0 to 10000000000000 such as \"60000.00\", or undecided";
    private static final BigDecimal MOST = new BigDecimal("1e13");
    private static final BigDecimal MOST_POSTS = BigDecimal.valueOf(1000);

    private static final String A_TOTAL = "a decimal number such as \"1.5\", of at most 40 characters";

    private MeansFormat() {}

    static Means read(Fields plan, PartialPeriod period) {
        return plan.mapping("means", fields -> {
                    CurrencyUnit currency = currency(fields);
                    var statements = Parts.statements(fields);
                    var appropriations = fields.list(
                            "appropriations", (node, at) -> appropriation(node, at, fields.problems(), currency));
                    var positions = fields.list("positions", (node, at) -> position(node, at, fields.problems()));
                    Optional<BigDecimal> total = fields.value("totalFte", MeansFormat::decimal, A_TOTAL);
                    Means means = new Means(currency, appropriations, positions, statements);
                    total.filter(unused -> fields.isWhole("positions"))
                            .ifPresent(said -> checkTotal(fields, means, said));
                    means.violations().forEach(fields::refuse);
                    means.yearsNamedTwice(period).forEach(fields::refuse);
                    return fields.make(() -> means);
                })
                .orElse(Means.NONE);
    }

    private static void checkTotal(Fields fields, Means means, BigDecimal said) {
        if (said.compareTo(means.totalFte()) != 0) {
            fields.refuse(Violation.of(
                            PlanViolations.WRONG_TOTAL,
                            "the posts add up to " + means.totalFte() + ", totalFte says " + said)
                    .with("value", said.toPlainString())
                    .with("expected", means.totalFte().toPlainString())
                    .with("pointer", "/totalFte"));
        }
    }

    private static CurrencyUnit currency(Fields fields) {
        return fields.value("currency", MeansFormat::parseCurrency, "an ISO 4217 currency such as EUR")
                .orElse(CurrencyUnit.EUR);
    }

    private static CurrencyUnit parseCurrency(String text) {
        return CurrencyUnit.registeredCurrencies().stream()
                .filter(unit -> unit.getCode().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a currency: " + text));
    }

    private static BigDecimal fte(String text) {
        BigDecimal posts = decimal(text);
        if (posts.signum() == 0
                || posts.compareTo(MOST_POSTS) > 0
                || posts.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException("not a number of posts: " + text);
        }
        return posts;
    }

    /** A plain decimal number; no exponent, at most 40 characters. */
    private static BigDecimal decimal(String text) {
        if (text.length() > 40 || !text.matches("[0-9]+(\\.[0-9]+)?")) {
            throw new IllegalArgumentException("not a plain decimal number: " + text);
        }
        return new BigDecimal(text);
    }

    private static Optional<Money> money(String text, CurrencyUnit currency) {
        if (text.equals(UNDECIDED)) {
            return Optional.empty();
        }
        BigDecimal amount = decimal(text);
        if (amount.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("too large: " + text);
        }
        return Optional.of(Money.of(currency, amount));
    }

    private static Optional<Appropriation> appropriation(
            Node node, String pointer, Problems problems, CurrencyUnit currency) {
        return Fields.read(node, pointer, problems, fields -> {
            Optional<BudgetYear> year =
                    fields.required("year", BudgetYear::parse, "N, N+1 and so on to N+99, or a year from 1900 to 2999");
            Optional<Optional<Money>> amount = fields.required("amount", text -> money(text, currency), AN_AMOUNT);
            Optional<String> note = Parts.text(fields, "note");
            var statements = Parts.statements(fields);
            var lines = fields.list("lines", (line, at) -> line(line, at, problems, currency));
            return fields.make(
                    () -> new Appropriation(year.orElseThrow(), amount.orElseThrow(), note, lines, statements));
        });
    }

    private static Optional<BudgetLine> line(Node node, String pointer, Problems problems, CurrencyUnit currency) {
        return Fields.read(node, pointer, problems, fields -> {
            Optional<BudgetLine.Family> family = fields.requiredWord("family", BudgetLine.Family.class);
            Optional<BudgetLine.Purpose> purpose = fields.requiredWord("purpose", BudgetLine.Purpose.class);
            Optional<Optional<Money>> amount = fields.required("amount", text -> money(text, currency), AN_AMOUNT);
            if (family.isPresent() && purpose.isPresent() && purpose.get().family() != family.get()) {
                problems.add(
                        fields.pointer("family"),
                        fields.position("family"),
                        DocumentViolations.BAD_VALUE,
                        Fields.wordOf(family.get()),
                        Fields.wordOf(purpose.get().family()) + ", the family of " + Fields.wordOf(purpose.get()));
            }
            return fields.make(() -> new BudgetLine(purpose.orElseThrow(), amount.orElseThrow()));
        });
    }

    private static Optional<Position> position(Node node, String pointer, Problems problems) {
        return Fields.read(node, pointer, problems, fields -> {
            Optional<Code> code = Parts.claimedCode(fields, "position");
            Optional<String> title = Parts.requiredTitle(fields, "title");
            Optional<BigDecimal> fte = fields.required(
                    "fte",
                    MeansFormat::fte,
                    "full-time equivalents such as \"0.5\", more than 0, at most 1000, up to 2 decimals");
            Optional<Code> reportsTo = fields.reference("reportsTo", Target.PERSON);
            var statements = Parts.statements(fields);
            return fields.make(() ->
                    new Position(code.orElseThrow(), title.orElseThrow(), fte.orElseThrow(), reportsTo, statements));
        });
    }

    static Node.Mapping write(Means means) {
        if (means.equals(Means.NONE)) {
            return new MappingWriter().build();
        }
        MappingWriter out = new MappingWriter()
                .text("currency", means.currency().getCode())
                .list("statements", Parts.writeStatements(means.statements()).items())
                .list(
                        "appropriations",
                        means.appropriations().stream().map(MeansFormat::write).toList())
                .list(
                        "positions",
                        means.positions().stream().map(MeansFormat::write).toList());
        if (!means.positions().isEmpty()) {
            out.text("totalFte", means.totalFte().toPlainString());
        }
        return out.build();
    }

    private static String write(Optional<Money> amount) {
        return amount.map(money -> money.getAmount().toPlainString()).orElse(UNDECIDED);
    }

    private static Node.Mapping write(Appropriation appropriation) {
        ImmutableList<Node.Mapping> lines = appropriation.lines().stream()
                .map(line -> new MappingWriter()
                        .word("family", line.purpose().family())
                        .word("purpose", line.purpose())
                        .text("amount", write(line.amount()))
                        .build())
                .collect(ImmutableList.toImmutableList());
        return new MappingWriter()
                .text("year", appropriation.year().toString())
                .text("amount", write(appropriation.amount()))
                .text("note", appropriation.note())
                .list(
                        "statements",
                        Parts.writeStatements(appropriation.statements()).items())
                .list("lines", lines)
                .build();
    }

    private static Node.Mapping write(Position position) {
        return new MappingWriter()
                .text("code", position.code().value())
                .text("title", position.title())
                .text("fte", position.fte().toPlainString())
                .text("reportsTo", position.reportsTo())
                .list("statements", Parts.writeStatements(position.statements()).items())
                .build();
    }
}
