package org.isonomia.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.isonomia.application.spi.BusyException;
import org.isonomia.application.spi.testing.Samples;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.network.Organisation;
import org.isonomia.postgres.Login;
import org.isonomia.postgres.testing.TestDatabase;
import org.isonomia.postgres.testing.TestServer;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the product talks to its database. */
class SessionTest {

    private static final UUID ORGANISATION = UUID.fromString("00000000-0000-0000-0000-00000000000a");

    private final TestDatabase fresh = TestServer.shared().freshDatabase("isonomia", TestInstallation::migrate);
    private final Login app = fresh.app();
    private final Database database =
            new Database(PersistenceAdapter.Settings.of(app.url(), app.user(), app.password()));

    @AfterEach
    void close() {
        database.close();
        fresh.close();
    }

    private static String show(DSLContext dsl, String setting) {
        return dsl.fetchValue("select current_setting(?, true)", setting).toString();
    }

    @Test
    void namesTheOrganisationWithinTheTransactionOnly() {
        assertThat(database.<String>read(ORGANISATION, dsl -> show(dsl, "app.organisation")))
                .isEqualTo(ORGANISATION.toString());
        assertThat(database.<String>write(ORGANISATION, dsl -> show(dsl, "app.organisation")))
                .isEqualTo(ORGANISATION.toString());
        assertThat(database.<String>writeInstallation(dsl -> show(dsl, "app.organisation")))
                .isEmpty();
    }

    @Test
    void readsRepeatablyAndWritesCommitted() {
        assertThat(database.<String>read(
                        ORGANISATION, dsl -> show(dsl, "transaction_isolation") + show(dsl, "transaction_read_only")))
                .isEqualTo("repeatable readon");
        assertThat(database.<String>write(
                        ORGANISATION, dsl -> show(dsl, "transaction_isolation") + show(dsl, "transaction_read_only")))
                .isEqualTo("read committedoff");
    }

    @Test
    void asksOneQuestionAboutAnOrganisationInOneTransaction() {
        Organisation organisation = Samples.organisation(ORGANISATION, "asked");
        JooqOrganisationRepository.alone(database).put(organisation);
        Answer<String> first = rows -> rows.next() ? rows.getString(1) : "";
        String sql = "select concat_ws(' ', current_setting('app.organisation'), now() = statement_timestamp(),"
                + " current_setting('transaction_read_only'), ?::text)";
        long before = database.statements();

        assertThat(database.ask(organisation.code(), first, sql, "asked"))
                .contains(new Database.Told<>(organisation, ORGANISATION + " f on asked"));
        assertThat(database.statements() - before).isEqualTo(1);
        assertThat(database.ask(new Code("nobody"), first, "select ?::text", ""))
                .isEmpty();
        assertThat(database.<String>readInstallation(dsl -> show(dsl, "app.organisation")))
                .isEmpty();
    }

    @Test
    void waitsForNothingForever() {
        assertThat(database.<String>write(
                        ORGANISATION,
                        dsl -> String.join(
                                " ",
                                show(dsl, "statement_timeout"),
                                show(dsl, "lock_timeout"),
                                show(dsl, "idle_in_transaction_session_timeout"))))
                .isEqualTo("10s 3s 15s");
    }

    @Test
    void doesWorkAgainThatTheDatabaseGaveUpThreeTimesAtMost() {
        AtomicInteger attempts = new AtomicInteger();
        String done = database.write(ORGANISATION, dsl -> {
            if (attempts.incrementAndGet() < 3) {
                dsl.execute("do $$ begin raise exception using errcode = '40001'; end $$");
            }
            return "done";
        });

        assertThat(done).isEqualTo("done");
        assertThat(attempts).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void doesAllAgainThatWasDoneTogether(String state) {
        Organisation organisation = Samples.organisation(ORGANISATION, "together");
        JooqOrganisationRepository.alone(database).put(organisation);
        JooqUnitOfWork unitOfWork = new JooqUnitOfWork(database);
        AtomicInteger attempts = new AtomicInteger();
        int done = unitOfWork.together(
                begun -> {},
                () -> {
                    attempts.incrementAndGet();
                    unitOfWork.write(organisation.id(), stores -> {
                        assertThat(stores.directory().list(Directory.AUDIENCES)).isEmpty();
                        stores.directory().putAll(ImmutableList.of(Samples.audience("first")));
                        return true;
                    });
                    return unitOfWork.write(organisation.id(), stores -> {
                        if (attempts.get() < 3) {
                            database.readInstallation(dsl ->
                                    dsl.execute("do $$ begin raise exception using errcode = '" + state + "'; end $$"));
                        }
                        return stores.directory().list(Directory.AUDIENCES).size();
                    });
                },
                (ending, result) -> {});

        assertThat(done).isEqualTo(1);
        assertThat(attempts).hasValue(3);
    }

    @Test
    void doesNothingAgainThatFailedForAnotherReason() {
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> database.write(ORGANISATION, dsl -> {
                    attempts.incrementAndGet();
                    return dsl.execute("do $$ begin raise exception using errcode = '23505'; end $$");
                }))
                .isInstanceOf(org.isonomia.application.spi.DuplicateCodeException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void givesUpAfterTheThirdAttempt() {
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> database.write(ORGANISATION, dsl -> {
                    attempts.incrementAndGet();
                    return dsl.execute("do $$ begin raise exception using errcode = '40P01'; end $$");
                }))
                .isInstanceOf(org.isonomia.application.spi.StaleAggregateException.class);
        assertThat(attempts).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"55P03", "57014", "53300", "25P03", "57P01", "08006"})
    void saysThatItIsBusyWhereTheDatabaseHasNoTime(String state) {
        assertThatThrownBy(() -> database.write(
                        ORGANISATION,
                        dsl -> dsl.execute("do $$ begin raise exception using errcode = '" + state + "'; end $$")))
                .isInstanceOf(BusyException.class);
    }

    @Test
    void saysThatItIsBusyWhereNoConnectionComesInTime() {
        PersistenceAdapter.Settings usual = PersistenceAdapter.Settings.of(app.url(), app.user(), app.password());
        try (Database narrow = new Database(new PersistenceAdapter.Settings(
                usual.url(), usual.user(), usual.password(), 1, Duration.ofMillis(250), usual.socketTimeout()))) {
            assertThatThrownBy(() -> narrow.read(
                            ORGANISATION, dsl -> narrow.readInstallation(inner -> inner.fetchValue("select 1"))))
                    .isInstanceOf(BusyException.class);
        }
    }

    @Test
    void saysThatItIsBusyWhereAQuestionOfTheInstallationHasNoTime() {
        assertThatThrownBy(() -> database.readInstallation(
                        dsl -> dsl.execute("do $$ begin raise exception using errcode = '57014'; end $$")))
                .isInstanceOf(BusyException.class);
    }

    @Test
    void waitsNoLongerThanItMayForWhoWritesAlone() {
        assertThatThrownBy(() -> database.writeAlone(ORGANISATION, dsl -> {
                    try (var other = Executors.newSingleThreadExecutor()) {
                        return other.submit(() -> database.write(ORGANISATION, inner -> "written"))
                                .get();
                    } catch (InterruptedException | ExecutionException e) {
                        throw new CompletionException(e.getCause());
                    }
                }))
                .hasCauseInstanceOf(BusyException.class);
    }

    @Test
    void refusesToChangeEverythingAtOnce() {
        assertThatThrownBy(() -> database.writeInstallation(
                        dsl -> dsl.deleteFrom(org.isonomia.adapters.persistence.generated.Tables.PLAN)
                                .execute()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void keepsValuesOutOfItsMessages() {
        assertThatThrownBy(() -> database.writeInstallation(
                        dsl -> dsl.insertInto(org.isonomia.adapters.persistence.generated.Tables.ORGANISATION)
                                .set(org.isonomia.adapters.persistence.generated.Tables.ORGANISATION.NAME, "s3cret")
                                .execute()))
                .rootCause()
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void saysNoPassword() {
        assertThat(PersistenceAdapter.Settings.of("jdbc:postgresql://h/d", "u", "s3cret"))
                .hasToString("u at jdbc:postgresql://h/d");
    }
}
