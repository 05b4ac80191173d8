package org.isonomia.benchmarks.spring;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An action with its lists, each a table of its own. */
@Entity
class Action {

    @EmbeddedId
    TenantKey key;

    UUID planId;
    String code;
    String axis;
    String title;
    String kind;
    String description;
    String objective;
    int weight;
    String level;
    String lead;
    String sponsor;
    List<String> criteria;
    List<String> domains;
    String plannedStart;
    String plannedEnd;
    String actualStart;
    String actualEnd;
    String recurrence;
    int version;
    String status;
    BigDecimal progress;

    @ElementCollection
    @CollectionTable(
            name = "action_milestone",
            joinColumns = {
                @JoinColumn(name = "organisation_id", referencedColumnName = "organisationId"),
                @JoinColumn(name = "action_id", referencedColumnName = "id")
            })
    @OrderColumn(name = "position")
    List<Milestone> milestones;

    @ElementCollection
    @CollectionTable(
            name = "action_status_change",
            joinColumns = {
                @JoinColumn(name = "organisation_id", referencedColumnName = "organisationId"),
                @JoinColumn(name = "action_id", referencedColumnName = "id")
            })
    @OrderColumn(name = "position")
    List<StatusChange> statuses;

    @ElementCollection
    @CollectionTable(
            name = "action_link",
            joinColumns = {
                @JoinColumn(name = "organisation_id", referencedColumnName = "organisationId"),
                @JoinColumn(name = "action_id", referencedColumnName = "id")
            })
    @OrderColumn(name = "position")
    List<Link> links;

    @ElementCollection
    @CollectionTable(
            name = "action_unit",
            joinColumns = {
                @JoinColumn(name = "organisation_id", referencedColumnName = "organisationId"),
                @JoinColumn(name = "action_id", referencedColumnName = "id")
            })
    @OrderColumn(name = "position")
    @Column(name = "unit")
    List<String> units;

    @ElementCollection
    @CollectionTable(
            name = "action_partner",
            joinColumns = {
                @JoinColumn(name = "organisation_id", referencedColumnName = "organisationId"),
                @JoinColumn(name = "action_id", referencedColumnName = "id")
            })
    @OrderColumn(name = "position")
    @Column(name = "partner")
    List<String> partners;

    @ElementCollection
    @CollectionTable(
            name = "action_audience",
            joinColumns = {
                @JoinColumn(name = "organisation_id", referencedColumnName = "organisationId"),
                @JoinColumn(name = "action_id", referencedColumnName = "id")
            })
    @OrderColumn(name = "position")
    @Column(name = "audience")
    List<String> audiences;

    @ElementCollection
    @CollectionTable(
            name = "action_territory",
            joinColumns = {
                @JoinColumn(name = "organisation_id", referencedColumnName = "organisationId"),
                @JoinColumn(name = "action_id", referencedColumnName = "id")
            })
    @OrderColumn(name = "position")
    @Column(name = "territory")
    List<String> territories;

    @ElementCollection
    @CollectionTable(
            name = "action_statement",
            joinColumns = {
                @JoinColumn(name = "organisation_id", referencedColumnName = "organisationId"),
                @JoinColumn(name = "action_id", referencedColumnName = "id")
            })
    @OrderColumn(name = "position")
    List<Statement> statements;

    @ElementCollection
    @CollectionTable(
            name = "action_document",
            joinColumns = {
                @JoinColumn(name = "organisation_id", referencedColumnName = "organisationId"),
                @JoinColumn(name = "action_id", referencedColumnName = "id")
            })
    @OrderColumn(name = "position")
    List<Document> documents;

    @Embeddable
    record Milestone(String code, String title, int weight, String due, LocalDate done, String evidence) {}

    @Embeddable
    record StatusChange(String status, LocalDate date, String author, String reason) {}

    @Embeddable
    record Link(String kind, String target) {}

    @Embeddable
    record Statement(@Column(name = "reference") String ref, String level, String quote) {}

    @Embeddable
    record Document(String title, String url, LocalDate date) {}
}
