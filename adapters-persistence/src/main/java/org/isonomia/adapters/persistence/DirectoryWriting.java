package org.isonomia.adapters.persistence;

import static org.isonomia.adapters.persistence.generated.Tables.AUDIENCE;
import static org.isonomia.adapters.persistence.generated.Tables.PARTNER;
import static org.isonomia.adapters.persistence.generated.Tables.PARTNER_STATEMENT;
import static org.isonomia.adapters.persistence.generated.Tables.PARTNER_SUCCESSOR;
import static org.isonomia.adapters.persistence.generated.Tables.PERSON;
import static org.isonomia.adapters.persistence.generated.Tables.TERRITORY;
import static org.isonomia.adapters.persistence.generated.Tables.TERRITORY_MEMBERSHIP;
import static org.isonomia.adapters.persistence.generated.Tables.UNIT;

import com.google.common.collect.FluentIterable;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.adapters.persistence.generated.tables.records.AudienceRecord;
import org.isonomia.adapters.persistence.generated.tables.records.PartnerRecord;
import org.isonomia.adapters.persistence.generated.tables.records.PartnerStatementRecord;
import org.isonomia.adapters.persistence.generated.tables.records.PartnerSuccessorRecord;
import org.isonomia.adapters.persistence.generated.tables.records.PersonRecord;
import org.isonomia.adapters.persistence.generated.tables.records.TerritoryMembershipRecord;
import org.isonomia.adapters.persistence.generated.tables.records.TerritoryRecord;
import org.isonomia.adapters.persistence.generated.tables.records.UnitRecord;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.Statement;
import org.isonomia.domain.network.Audience;
import org.isonomia.domain.network.DirectoryEntry;
import org.isonomia.domain.network.OrganisationalUnit;
import org.isonomia.domain.network.Partner;
import org.isonomia.domain.network.Person;
import org.isonomia.domain.network.Territory;
import org.jooq.TableField;
import org.jooq.TableRecord;

/** Makes rows of directory entries, each with version 1. */
record DirectoryWriting(Tenant tenant) {

    void put(Collection<DirectoryEntry> entries) {
        FluentIterable<DirectoryEntry> all = FluentIterable.from(entries);
        tenant.upsert(all.filter(OrganisationalUnit.class).transform(this::row).toList(), Optional.of(UNIT.VERSION));
        tenant.upsert(all.filter(Person.class).transform(this::row).toList(), Optional.of(PERSON.VERSION));
        tenant.upsert(all.filter(Audience.class).transform(this::row).toList(), Optional.of(AUDIENCE.VERSION));
        putPartners(all.filter(Partner.class).toList());
        putTerritories(all.filter(Territory.class).toList());
    }

    private void putPartners(List<Partner> partners) {
        if (partners.isEmpty()) {
            return;
        }
        tenant.upsert(partners.stream().map(this::row).toList(), Optional.of(PARTNER.VERSION));
        ImmutableList<Code> codes = Columns.list(partners, Partner::code);
        clear(PARTNER_SUCCESSOR.ORGANISATION_ID, PARTNER_SUCCESSOR.PARTNER, codes);
        clear(PARTNER_STATEMENT.ORGANISATION_ID, PARTNER_STATEMENT.PARTNER, codes);
        List<TableRecord<?>> parts = new ArrayList<>();
        for (Partner partner : partners) {
            int position = 0;
            for (Code successor : partner.successors()) {
                parts.add(new PartnerSuccessorRecord(
                        tenant.organisation(), partner.code().value(), position++, successor.value()));
            }
            position = 0;
            for (Statement statement : partner.statements()) {
                parts.add(new PartnerStatementRecord(
                        tenant.organisation(),
                        partner.code().value(),
                        position++,
                        statement.reference(),
                        statement.level().name(),
                        statement.quote()));
            }
        }
        tenant.insert(parts);
    }

    private void putTerritories(List<Territory> territories) {
        if (territories.isEmpty()) {
            return;
        }
        tenant.upsert(territories.stream().map(this::row).toList(), Optional.of(TERRITORY.VERSION));
        clear(
                TERRITORY_MEMBERSHIP.ORGANISATION_ID,
                TERRITORY_MEMBERSHIP.TERRITORY,
                Columns.list(territories, Territory::code));
        List<TableRecord<?>> parts = new ArrayList<>();
        for (Territory territory : territories) {
            int position = 0;
            for (Code owner : territory.memberOf()) {
                parts.add(new TerritoryMembershipRecord(
                        tenant.organisation(), territory.code().value(), position++, owner.value()));
            }
        }
        tenant.insert(parts);
    }

    private <R extends TableRecord<R>> void clear(
            TableField<R, UUID> organisation, TableField<R, String> owner, Collection<Code> codes) {
        tenant.dsl()
                .deleteFrom(owner.getTable())
                .where(tenant.owns(organisation))
                .and(Tenant.isOneOf(owner, codes))
                .execute();
    }

    private UnitRecord row(OrganisationalUnit unit) {
        return new UnitRecord(
                tenant.organisation(),
                unit.code().value(),
                unit.name(),
                unit.kind().name(),
                Columns.text(unit.parent()),
                1);
    }

    private PersonRecord row(Person person) {
        return new PersonRecord(
                tenant.organisation(),
                person.code().value(),
                person.function(),
                Columns.text(person.name()),
                Columns.text(person.unit()),
                person.elected(),
                1);
    }

    private AudienceRecord row(Audience audience) {
        return new AudienceRecord(tenant.organisation(), audience.code().value(), audience.name(), 1);
    }

    private PartnerRecord row(Partner partner) {
        return new PartnerRecord(
                tenant.organisation(),
                partner.code().value(),
                partner.name(),
                Columns.text(partner.active().start()),
                Columns.text(partner.active().end()),
                Columns.text(partner.url()),
                1);
    }

    private TerritoryRecord row(Territory territory) {
        TerritoryRecord row = new TerritoryRecord();
        row.setOrganisationId(tenant.organisation());
        row.setCode(territory.code().value());
        row.setCodeSort(territory.code().sortKey());
        row.setName(territory.name());
        row.setKind(territory.kind().name());
        row.setSiren(Columns.text(territory.siren()));
        row.setPopulation(
                territory.population().isPresent() ? territory.population().getAsLong() : null);
        row.setValidStart(Columns.text(territory.valid().start()));
        row.setValidEnd(Columns.text(territory.valid().end()));
        row.setVersion(1);
        return row;
    }
}
