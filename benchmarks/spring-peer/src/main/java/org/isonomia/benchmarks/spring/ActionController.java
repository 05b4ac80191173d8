package org.isonomia.benchmarks.spring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers what the product answers at the same address, but for the health, which it does not compute. */
@RestController
class ActionController {

    private final Organisations organisations;
    private final Plans plans;
    private final Actions actions;

    ActionController(
            Organisations organisations, Plans plans, Actions actions) {
        this.organisations = organisations;
        this.plans = plans;
        this.actions = actions;
    }

    record Period(String start, String end) {
        static Period of(String start, String end) {
            return start == null && end == null ? null : new Period(start, end);
        }
    }

    record Computed(String status, BigDecimal progress) {}

    record ActionAnswer(
            String code,
            String axis,
            String title,
            String kind,
            String level,
            String description,
            String objective,
            int weight,
            List<Action.Statement> statements,
            String lead,
            String sponsor,
            List<String> units,
            List<String> partners,
            List<String> audiences,
            List<String> territories,
            List<String> criteria,
            List<String> domains,
            Period planned,
            Period actual,
            String recurrence,
            List<Action.Milestone> milestones,
            List<Action.Link> links,
            List<Action.Document> documents,
            List<Action.StatusChange> statuses,
            Computed computed,
            int version) {

        static ActionAnswer of(Action action) {
            return new ActionAnswer(
                    action.code,
                    action.axis,
                    action.title,
                    action.kind,
                    action.level,
                    action.description,
                    action.objective,
                    action.weight,
                    List.copyOf(action.statements),
                    action.lead,
                    action.sponsor,
                    List.copyOf(action.units),
                    List.copyOf(action.partners),
                    List.copyOf(action.audiences),
                    List.copyOf(action.territories),
                    action.criteria,
                    action.domains,
                    Period.of(action.plannedStart, action.plannedEnd),
                    Period.of(action.actualStart, action.actualEnd),
                    action.recurrence,
                    List.copyOf(action.milestones),
                    List.copyOf(action.links),
                    List.copyOf(action.documents),
                    List.copyOf(action.statuses),
                    new Computed(action.status, action.progress),
                    action.version);
        }
    }

    @GetMapping("/api/v1/organisations/{organisation}/plans/{plan}/actions/{action}")
    @Transactional(readOnly = true)
    public ResponseEntity<ActionAnswer> action(
            @PathVariable String organisation, @PathVariable String plan, @PathVariable String action) {
        Optional<Action> found = organisations
                .findByCode(organisation)
                .flatMap(known -> plans.findByKeyOrganisationIdAndCode(known.id, plan))
                .flatMap(known -> actions.findByKeyOrganisationIdAndPlanIdAndCode(
                        known.key.organisationId(), known.key.id(), action));
        return ResponseEntity.of(found.map(ActionAnswer::of));
    }
}
