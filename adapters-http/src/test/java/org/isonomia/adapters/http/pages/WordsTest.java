package org.isonomia.adapters.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.identity.AccountManagement;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Visibility;
import org.isonomia.domain.kernel.CommitmentLevel;
import org.isonomia.domain.kernel.PartialDate;
import org.isonomia.domain.plan.ActionLink;
import org.isonomia.domain.plan.ActionProfile;
import org.isonomia.domain.plan.BudgetLine;
import org.isonomia.domain.plan.Deadline;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.GovernanceBody;
import org.isonomia.domain.plan.Health;
import org.isonomia.domain.plan.PlanStatus;
import org.isonomia.domain.plan.Schedule;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Words FRENCH = Words.in("fr");
    private static final Words ENGLISH = Words.in("en");

    /** The beginnings of keys that are put together while the program runs. */
    private static final Pattern COMPOSED = Pattern.compile(
            "(error\\.\\d+|violation|kept|field|tab|edit|sort|table|plan\\.figure|journal\\.did|members\\.scope|period|network\\.level|network\\.sort|timeline\\.key|timeline\\.state)\\..*"
                    + "|commitmentLevel\\..*\\.(verb|meaning)|(method|accessibility|legal|api)\\.title");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(keys("pages_en.properties")).isEqualTo(keys("pages.properties"));
    }

    @Test
    void nothingIsSaidThatNoPageShows() {
        String sources = sources();
        Set<String> constants = constants();
        assertThat(keys("pages.properties").stream()
                        .filter(key -> !sources.contains("\"" + key.replaceFirst("\\.(one|other)$", "") + "\""))
                        .filter(key -> !constants.contains(key.replaceFirst("\\.many$", "")))
                        .filter(key -> !COMPOSED.matcher(key).matches()))
                .isEmpty();
    }

    @Test
    void everyConstantHasAName() {
        assertThat(keys("pages.properties")).containsAll(constants());
    }

    /** Whatever is journalled is told in the reader's language: reading and signing leave no entry. */
    @Test
    void everyUseCaseThatChangesSomethingHasAName() {
        assertThat(keys("pages.properties"))
                .containsAll(Stream.of(UseCase.values())
                        .filter(useCase -> !useCase.name().startsWith("READ_"))
                        .filter(useCase -> useCase != UseCase.SIGN_HEAD && useCase != UseCase.CHANGE_OPERATORS)
                        .map(useCase -> "journal.did." + useCase.word())
                        .toList());
    }

    @Test
    void frenchSpacesAndApostrophesAreThoseOfPrint() {
        assertThat(FRENCH.say("L'an dernier : « oui » ; 5 %"))
                .isEqualTo("L’an dernier\u00a0: «\u202foui\u202f»\u202f; 5\u202f%");
        assertThat(FRENCH.number(1_234_567)).isEqualTo("1\u202f234\u202f567");
        assertThat(FRENCH.percent(50)).isEqualTo("50\u202f%");
        assertThat(FRENCH.money(Money.of(CurrencyUnit.EUR, 60_000))).isEqualTo("60\u202f000\u00a0€");
        assertThat(FRENCH.date(LocalDate.parse("2026-03-01"))).isEqualTo("1er\u00a0mars\u00a02026");
        assertThat(FRENCH.moment(LocalDateTime.parse("2026-11-24T14:05")))
                .isEqualTo("24\u00a0novembre\u00a02026, 14\u00a0h\u00a005");
        assertThat(FRENCH.n("actions", 0)).isEqualTo("0 action");
    }

    @Test
    void englishHasItsOwnForms() {
        assertThat(ENGLISH.number(1_234)).isEqualTo("1,234");
        assertThat(ENGLISH.percent(50)).isEqualTo("50%");
        assertThat(ENGLISH.money(Money.of(CurrencyUnit.EUR, 60_000))).isEqualTo("€60,000");
        assertThat(ENGLISH.n("actions", 0)).isEqualTo("0 actions");
    }

    @Test
    void aDateIsAsPreciseAsItIsKnown() {
        assertThat(FRENCH.date(PartialDate.parse("2026"))).isEqualTo("2026");
        assertThat(FRENCH.date(PartialDate.parse("2026-03"))).isEqualTo("mars 2026");
        assertThat(FormDates.parse("2026")).isEqualTo(PartialDate.parse("2026"));
        assertThat(FormDates.parse("3/2026")).isEqualTo(PartialDate.parse("2026-03"));
        assertThat(FormDates.parse(" 1/3/2026 ")).isEqualTo(PartialDate.parse("2026-03-01"));
        assertThat(FormDates.parse("2026-03-01")).isEqualTo(PartialDate.parse("2026-03-01"));
        assertThat(FormDates.write(PartialDate.parse("2026-03"))).isEqualTo("03/2026");
    }

    private static Set<String> constants() {
        return Stream.<Enum<?>[]>of(
                        DeclaredStatus.values(),
                        Health.State.values(),
                        Health.Cause.values(),
                        CommitmentLevel.values(),
                        PlanStatus.values(),
                        ActionProfile.Kind.values(),
                        ActionLink.Kind.values(),
                        Schedule.Recurrence.values(),
                        Deadline.Kind.values(),
                        BudgetLine.Family.values(),
                        BudgetLine.Purpose.values(),
                        GovernanceBody.Kind.values(),
                        Imprint.Conformity.values(),
                        Permission.values(),
                        Role.values(),
                        AccountManagement.State.values(),
                        Visibility.values())
                .flatMap(Stream::of)
                .map(Words::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(String file) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static String sources() {
        StringBuilder all = new StringBuilder();
        for (String folder : ImmutableList.of("src/main/java", "src/main/jte")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    all.append(Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all.toString();
    }
}
