package org.isonomia.adapters.persistence;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.isonomia.adapters.persistence.generated.Tables.ORGANISATION;
import static org.jooq.impl.DSL.noCondition;

import com.google.common.collect.ImmutableList;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.isonomia.adapters.persistence.generated.tables.records.OrganisationRecord;
import org.isonomia.application.spi.OrganisationRepository;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.domain.network.Siren;
import org.jooq.Condition;

/** The organisations, one row each. */
final class JooqOrganisationRepository implements OrganisationRepository {

    private final Database database;

    JooqOrganisationRepository(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Organisation> find(Code code) {
        return fetch(ORGANISATION.CODE.eq(code.value())).stream().findFirst();
    }

    @Override
    public ImmutableList<Organisation> list() {
        return fetch(noCondition());
    }

    private ImmutableList<Organisation> fetch(Condition condition) {
        List<OrganisationRecord> rows = database.writeInstallation(
                dsl -> dsl.selectFrom(ORGANISATION).where(condition).fetch());
        return rows.stream()
                .map(JooqOrganisationRepository::organisation)
                .sorted(Comparator.comparing(Organisation::code))
                .collect(toImmutableList());
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
        database.writeInstallation(dsl -> {
            new Tenant(dsl, organisation.id().value()).upsert(List.of(row), Optional.empty());
            return organisation;
        });
    }

    private static Organisation organisation(OrganisationRecord row) {
        return new Organisation(
                new OrganisationId(row.getOrganisationId()),
                new Code(row.getCode()),
                row.getName(),
                Organisation.Kind.valueOf(row.getKind()),
                Optional.ofNullable(row.getSiren()).map(Siren::new),
                ZoneId.of(row.getTimeZone()),
                Locale.of(row.getLanguage()));
    }
}
