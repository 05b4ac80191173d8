package org.isonomia.adapters.persistence;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.isonomia.adapters.persistence.generated.Tables.AUDIENCE;
import static org.isonomia.adapters.persistence.generated.Tables.PARTNER;
import static org.isonomia.adapters.persistence.generated.Tables.PARTNER_STATEMENT;
import static org.isonomia.adapters.persistence.generated.Tables.PARTNER_SUCCESSOR;
import static org.isonomia.adapters.persistence.generated.Tables.PERSON;
import static org.isonomia.adapters.persistence.generated.Tables.TERRITORY;
import static org.isonomia.adapters.persistence.generated.Tables.TERRITORY_MEMBERSHIP;
import static org.isonomia.adapters.persistence.generated.Tables.UNIT;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.adapters.persistence.generated.tables.records.PartnerRecord;
import org.isonomia.adapters.persistence.generated.tables.records.PartnerStatementRecord;
import org.isonomia.adapters.persistence.generated.tables.records.PartnerSuccessorRecord;
import org.isonomia.adapters.persistence.generated.tables.records.TerritoryMembershipRecord;
import org.isonomia.adapters.persistence.generated.tables.records.TerritoryRecord;
import org.isonomia.application.spi.DirectoryRepository.Stored;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.Audience;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.network.OrganisationalUnit;
import org.isonomia.domain.network.Partner;
import org.isonomia.domain.network.Person;
import org.isonomia.domain.network.Siren;
import org.isonomia.domain.network.Territory;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** Makes directory entries of rows: one statement for the entries, and one for each of their lists. */
record DirectoryReading(Tenant tenant) {

    ImmutableList<Stored> fetch(Directory directory, Condition condition) {
        return switch (directory) {
            case UNITS -> units(condition);
            case PEOPLE -> people(condition);
            case PARTNERS -> partners(condition);
            case AUDIENCES -> audiences(condition);
            case TERRITORIES -> territories(condition);
        };
    }

    private <R extends Record> Result<R> rows(Table<R> table, TableField<R, UUID> organisation, Condition condition) {
        return tenant.dsl()
                .selectFrom(table)
                .where(tenant.owns(organisation))
                .and(condition)
                .fetch();
    }

    private ImmutableList<Stored> units(Condition condition) {
        return rows(UNIT, UNIT.ORGANISATION_ID, condition).stream()
                .map(row -> new Stored(
                        new OrganisationalUnit(
                                new Code(row.getCode()),
                                row.getName(),
                                OrganisationalUnit.Kind.valueOf(row.getKind()),
                                Columns.code(row.getParent())),
                        row.getVersion()))
                .collect(toImmutableList());
    }

    private ImmutableList<Stored> people(Condition condition) {
        return rows(PERSON, PERSON.ORGANISATION_ID, condition).stream()
                .map(row -> new Stored(
                        new Person(
                                new Code(row.getCode()),
                                row.getFunction(),
                                Optional.ofNullable(row.getName()),
                                Columns.code(row.getUnit()),
                                row.getElected()),
                        row.getVersion()))
                .collect(toImmutableList());
    }

    private ImmutableList<Stored> audiences(Condition condition) {
        return rows(AUDIENCE, AUDIENCE.ORGANISATION_ID, condition).stream()
                .map(row -> new Stored(new Audience(new Code(row.getCode()), row.getName()), row.getVersion()))
                .collect(toImmutableList());
    }

    private ImmutableList<Stored> partners(Condition condition) {
        Select<Record1<String>> owners = DSL.select(PARTNER.CODE)
                .from(PARTNER)
                .where(tenant.owns(PARTNER.ORGANISATION_ID))
                .and(condition);
        Map<String, Result<PartnerSuccessorRecord>> successors = tenant.dsl()
                .selectFrom(PARTNER_SUCCESSOR)
                .where(tenant.owns(PARTNER_SUCCESSOR.ORGANISATION_ID))
                .and(PARTNER_SUCCESSOR.PARTNER.in(owners))
                .orderBy(PARTNER_SUCCESSOR.POSITION)
                .fetchGroups(PARTNER_SUCCESSOR.PARTNER);
        Map<String, Result<PartnerStatementRecord>> statements = tenant.dsl()
                .selectFrom(PARTNER_STATEMENT)
                .where(tenant.owns(PARTNER_STATEMENT.ORGANISATION_ID))
                .and(PARTNER_STATEMENT.PARTNER.in(owners))
                .orderBy(PARTNER_STATEMENT.POSITION)
                .fetchGroups(PARTNER_STATEMENT.PARTNER);
        return rows(PARTNER, PARTNER.ORGANISATION_ID, condition).stream()
                .map(row -> partner(row, of(successors, row.getCode()), of(statements, row.getCode())))
                .collect(toImmutableList());
    }

    private static Stored partner(
            PartnerRecord row, List<PartnerSuccessorRecord> successors, List<PartnerStatementRecord> statements) {
        return new Stored(
                new Partner(
                        new Code(row.getCode()),
                        row.getName(),
                        Columns.codes(successors, PartnerSuccessorRecord::getSuccessor),
                        Columns.period(row.getActiveStart(), row.getActiveEnd()),
                        Columns.link(row.getUrl()),
                        Columns.statements(statements)),
                row.getVersion());
    }

    private ImmutableList<Stored> territories(Condition condition) {
        Map<String, Result<TerritoryMembershipRecord>> memberships = tenant.dsl()
                .selectFrom(TERRITORY_MEMBERSHIP)
                .where(tenant.owns(TERRITORY_MEMBERSHIP.ORGANISATION_ID))
                .and(TERRITORY_MEMBERSHIP.TERRITORY.in(DSL.select(TERRITORY.CODE)
                        .from(TERRITORY)
                        .where(tenant.owns(TERRITORY.ORGANISATION_ID))
                        .and(condition)))
                .orderBy(TERRITORY_MEMBERSHIP.POSITION)
                .fetchGroups(TERRITORY_MEMBERSHIP.TERRITORY);
        return rows(TERRITORY, TERRITORY.ORGANISATION_ID, condition).stream()
                .map(row -> territory(row, of(memberships, row.getCode())))
                .collect(toImmutableList());
    }

    private static Stored territory(TerritoryRecord row, List<TerritoryMembershipRecord> memberships) {
        return new Stored(
                new Territory(
                        new Code(row.getCode()),
                        row.getName(),
                        Territory.Kind.valueOf(row.getKind()),
                        Optional.ofNullable(row.getSiren()).map(Siren::new),
                        Columns.number(row.getPopulation()),
                        Columns.codes(memberships, TerritoryMembershipRecord::getMemberOf),
                        Columns.period(row.getValidStart(), row.getValidEnd())),
                row.getVersion());
    }

    private static <R extends Record> List<R> of(Map<String, Result<R>> rows, String owner) {
        return Optional.<List<R>>ofNullable(rows.get(owner)).orElse(List.of());
    }
}
