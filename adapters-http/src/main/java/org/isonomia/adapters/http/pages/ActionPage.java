package org.isonomia.adapters.http.pages;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.isonomia.application.plan.PlanReading.ActionView;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.network.Partner;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.Milestone;
import org.isonomia.domain.plan.Progress;
import org.isonomia.domain.plan.StatusChange;

/**
 * An action with its history.
 *
 * @param frame what is around it
 * @param links the addresses of the plan's pages
 * @param seen the action
 * @param reference the names of criteria and domains
 */
public record ActionPage(Frame frame, Links links, ActionView seen, ReferenceData reference) {

    /** Its fields that fewer people may see, each with who they are. */
    public String hidden() {
        Words words = frame.words();
        return seen.action().content().disclosure().hidden().entrySet().stream()
                .map(field -> words.t(
                        "filter.badge",
                        words.t("field." + DisclosureForm.input(field.getKey())),
                        words.label(field.getValue())))
                .collect(joining("; "));
    }

    /** Who declared its status; empty if nobody did. */
    public String declaredBy() {
        return seen.action().statuses().isEmpty()
                ? ""
                : frame.words().say(seen.action().statuses().getLast().author());
    }

    /** Since when it has its status; {@link Words#THERE} stands for who declared it. */
    public String since() {
        ImmutableList<StatusChange> statuses = seen.action().statuses();
        Words words = frame.words();
        return statuses.isEmpty()
                ? words.t("history.none")
                : words.t("status.since", words.date(statuses.getLast().date()), Words.THERE);
    }

    /** How far it has come. */
    public Optional<Progress> progress() {
        return Optional.of(seen.action().progress());
    }

    /** How that came about. */
    public String explanation() {
        ImmutableList<Milestone> milestones = seen.action().content().milestones();
        if (milestones.isEmpty()) {
            return frame.words().t("progress.bystatus");
        }
        int total = milestones.stream().mapToInt(Milestone::weight).sum();
        int done = milestones.stream()
                .filter(milestone -> milestone.done().isPresent())
                .mapToInt(Milestone::weight)
                .sum();
        return frame.words().t("progress.byweight", done, total);
    }

    /** Whether a milestone is not done though its day has passed. */
    public boolean isLate(Milestone milestone) {
        return isLate(seen.action(), milestone, seen.today());
    }

    static boolean isLate(Action action, Milestone milestone, LocalDate today) {
        return milestone.done().isEmpty()
                && action.status().isOpen()
                && milestone.due().map(due -> due.lastDay().isBefore(today)).orElse(false);
    }

    /** The names of what it refers to in a directory. */
    public ImmutableList<String> names(Directory directory) {
        var content = seen.action().content();
        ImmutableCollection<Code> codes = switch (directory) {
            case UNITS -> content.roles().units();
            case PARTNERS -> content.roles().partners();
            case AUDIENCES -> content.scope().audiences();
            case TERRITORIES -> content.scope().territories();
            case PEOPLE -> ImmutableList.of();
        };
        return codes.stream().map(code -> seen.labels().of(directory, code)).collect(ImmutableList.toImmutableList());
    }

    /**
     * A partner.
     *
     * @param name its name
     * @param successors who took over from it, if it no longer exists
     */
    public record Named(String name, Optional<String> successors) {}

    /** The names of its partners, with who took over from those that no longer exist. */
    public ImmutableList<Named> partners() {
        return seen.action().content().roles().partners().stream()
                .map(code -> seen.labels()
                        .find(Directory.PARTNERS, code)
                        .filter(Partner.class::isInstance)
                        .map(Partner.class::cast)
                        .map(this::name)
                        .orElse(new Named(code.value(), Optional.empty())))
                .collect(ImmutableList.toImmutableList());
    }

    private Named name(Partner partner) {
        ImmutableList<String> successors = partner.successors().stream()
                .map(code -> seen.labels().of(Directory.PARTNERS, code))
                .collect(ImmutableList.toImmutableList());
        return new Named(
                partner.name(), Optional.of(String.join(", ", successors)).filter(names -> !names.isEmpty()));
    }

    /** The names of the prohibited criteria it is about. */
    public ImmutableList<String> criteria() {
        return named(seen.action().content().scope().criteria().stream(), reference.criteria());
    }

    /** The names of the domains it is about. */
    public ImmutableList<String> domains() {
        return named(seen.action().content().scope().domains().stream(), reference.domains());
    }

    private ImmutableList<String> named(Stream<Code> codes, ImmutableMap<Code, ReferenceData.Name> names) {
        return codes.map(code -> Optional.ofNullable(names.get(code))
                        .map(name -> name.in(frame.words().locale()))
                        .orElse(code.value()))
                .collect(ImmutableList.toImmutableList());
    }

    /** A text line by line. */
    public List<String> lines(String text) {
        return Splitter.on('\n').trimResults().omitEmptyStrings().splitToList(text);
    }
}
