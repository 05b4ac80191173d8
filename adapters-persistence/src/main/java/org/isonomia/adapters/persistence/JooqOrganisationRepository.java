package org.isonomia.adapters.persistence;

import com.google.common.collect.ImmutableList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.isonomia.adapters.persistence.generated.tables.records.OrganisationRecord;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.OrganisationRepository;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.domain.network.Siren;
import org.jooq.DSLContext;

/** The organisations, one row each. */
final class JooqOrganisationRepository implements OrganisationRepository {

    /** What is read of an organisation. */
    static final String COLUMNS = "organisation_id, code, name, kind, siren, time_zone, language";

    private static final String ALL = "select " + COLUMNS + " from organisation";
    private static final String BY_CODE = ALL + " where code = ?";

    /** Where statements run: alone, or in a transaction that is open. */
    private interface Session {
        <T> T read(Function<DSLContext, T> question);

        <T> T write(UUID organisation, Function<DSLContext, T> change);
    }

    private final Session session;

    private JooqOrganisationRepository(Session session) {
        this.session = session;
    }

    /** Each call alone. */
    static JooqOrganisationRepository alone(Database database) {
        return new JooqOrganisationRepository(new Session() {
            @Override
            public <T> T read(Function<DSLContext, T> question) {
                return database.readInstallation(question);
            }

            @Override
            public <T> T write(UUID organisation, Function<DSLContext, T> change) {
                return database.write(organisation, change);
            }
        });
    }

    /** Each call in an open transaction; a refusal leaves it as it was. */
    static JooqOrganisationRepository within(Tenant tenant) {
        return new JooqOrganisationRepository(new Session() {
            @Override
            public <T> T read(Function<DSLContext, T> question) {
                return question.apply(tenant.dsl());
            }

            @Override
            public <T> T write(UUID organisation, Function<DSLContext, T> change) {
                return change.apply(tenant.dsl());
            }
        });
    }

    @Override
    public Optional<Organisation> find(Code code) {
        return session
                .read(dsl -> Answer.of(dsl, JooqOrganisationRepository::organisations, BY_CODE, code.value()))
                .stream()
                .findFirst();
    }

    @Override
    public ImmutableList<Organisation> list() {
        return session.read(dsl -> Answer.of(dsl, JooqOrganisationRepository::organisations, ALL));
    }

    /** What a statement that gives {@link #COLUMNS} answered, by code. */
    static ImmutableList<Organisation> organisations(ResultSet rows) throws SQLException {
        List<Organisation> all = new ArrayList<>();
        while (rows.next()) {
            all.add(new Organisation(
                    new OrganisationId(rows.getObject("organisation_id", UUID.class)),
                    new Code(rows.getString("code")),
                    rows.getString("name"),
                    Organisation.Kind.valueOf(rows.getString("kind")),
                    Optional.ofNullable(rows.getString("siren")).map(Siren::new),
                    ZoneId.of(rows.getString("time_zone")),
                    Locale.of(rows.getString("language"))));
        }
        return ImmutableList.sortedCopyOf(Comparator.comparing(Organisation::code), all);
    }

    @Override
    public void put(Organisation organisation) {
        OrganisationRecord row = new OrganisationRecord();
        row.setOrganisationId(organisation.id().value());
        row.setCode(organisation.code().value());
        row.setName(organisation.name());
        row.setKind(organisation.kind().name());
        row.setSiren(Columns.text(organisation.siren()));
        row.setTimeZone(organisation.timeZone().getId());
        row.setLanguage(organisation.language().getLanguage());
        session.write(organisation.id().value(), dsl -> {
            refuseCodeOfAnother(dsl, organisation);
            new Tenant(dsl, organisation.id().value()).change(nested -> nested.upsert(List.of(row), Optional.empty()));
            return organisation;
        });
    }

    /** Asked first, because row-level security would refuse the row of another before its code is looked at. */
    private static void refuseCodeOfAnother(DSLContext dsl, Organisation organisation) {
        ImmutableList<Organisation> holders = Answer.of(
                dsl,
                JooqOrganisationRepository::organisations,
                BY_CODE,
                organisation.code().value());
        if (holders.stream().anyMatch(holder -> !holder.id().equals(organisation.id()))) {
            throw new DuplicateCodeException("another organisation has the code " + organisation.code());
        }
    }
}
