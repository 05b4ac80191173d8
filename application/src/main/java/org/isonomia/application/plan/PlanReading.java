package org.isonomia.application.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Optional;
import org.isonomia.application.spi.DirectoryRepository;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.PlanSearch;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.DirectoryEntry;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.Axis;
import org.isonomia.domain.plan.AxisProgress;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.Health;
import org.isonomia.domain.plan.Plan;

/**
 * Reads plans. Every answer is one consistent state; {@code today} is the day in the organisation's time zone. The number of
 * statements does not depend on the number of actions.
 */
public interface PlanReading {

    /** The organisations of the installation with their plans, by code. */
    ImmutableList<OrganisationPlans> organisations();

    /**
     * A plan at a glance.
     *
     * @throws NotFoundException if there is no such plan
     */
    Overview overview(PlanKey key);

    /**
     * A plan as it is stored, with nothing computed.
     *
     * @throws NotFoundException if there is no such plan
     */
    Plan plan(PlanKey key);

    /**
     * One action with how it stands.
     *
     * @throws NotFoundException if there is no such action
     */
    ActionView action(PlanKey key, Code action);

    /**
     * One action with its health, without the names of what it refers to.
     *
     * @throws NotFoundException if there is no such action
     */
    AssessedAction assessed(PlanKey key, Code action);

    /**
     * A page of a plan's actions.
     *
     * @throws NotFoundException if there is no such plan
     * @throws UnknownFilterException if an axis, a function or a territory to filter by does not exist
     * @throws IllegalArgumentException if the cursor is not one of this list's
     */
    ActionList actions(PlanKey key, ActionFilter filter, ActionFilter.Paging paging);

    /**
     * All of a plan's actions with their milestones, to be laid out in time.
     *
     * @throws NotFoundException if there is no such plan
     */
    Timeline timeline(PlanKey key);

    /**
     * The territories with what the plan says of each and how many of its actions name it.
     *
     * @throws NotFoundException if there is no such plan
     */
    Network network(PlanKey key);

    /**
     * All entries of one directory, in natural order of code.
     *
     * @throws NotFoundException if there is no such organisation
     */
    ImmutableList<DirectoryRepository.Stored> directory(Code organisation, DirectoryEntry.Directory directory);

    /**
     * One entry of a directory; empty if no entry has this code.
     *
     * @throws NotFoundException if there is no such organisation
     */
    Optional<DirectoryRepository.Stored> entry(Code organisation, DirectoryEntry.Directory directory, Code code);

    /** An organisation and its plans. */
    record OrganisationPlans(Organisation organisation, ImmutableList<Plan> plans) {}

    /**
     * The figures of a plan or of an axis, those of the axes inside it included.
     *
     * @param progress its progress
     * @param byStatus actions by declared status; every status is there
     * @param byHealth actions by health; every state is there
     */
    record Figures(
            AxisProgress progress,
            ImmutableMap<DeclaredStatus, Integer> byStatus,
            ImmutableMap<Health.State, Integer> byHealth) {

        /** How many actions in all, abandoned ones included. */
        public int actions() {
            return progress.counted() + progress.abandoned();
        }
    }

    /**
     * A plan at a glance.
     *
     * @param organisation whose plan
     * @param plan the plan
     * @param today the day it is seen on
     * @param total the figures of the whole plan
     * @param axes the figures of each axis, in reading order
     * @param late the actions that are late, the longest overdue first, at most 20
     * @param next the actions with the nearest deadlines that are not late, at most 10
     * @param labels the names of the functions the plan's governance and posts refer to
     */
    record Overview(
            Organisation organisation,
            Plan plan,
            LocalDate today,
            Figures total,
            ImmutableMap<Code, Figures> axes,
            ImmutableList<ListedAction> late,
            ImmutableList<ListedAction> next,
            Labels labels) {}

    /** An action in a list, with how it stands. */
    record ListedAction(PlanSearch.ActionRow row, Health health) {}

    /**
     * A page of actions.
     *
     * @param organisation whose plan
     * @param plan the plan
     * @param today the day health is judged on
     * @param items the actions
     * @param next the cursor of the next page; empty on the last
     * @param total how many match in all
     * @param leads the functions of the directory, for choosing one
     */
    record ActionList(
            Organisation organisation,
            Plan plan,
            LocalDate today,
            ImmutableList<ListedAction> items,
            Optional<String> next,
            long total,
            ImmutableList<DirectoryEntry> leads) {}

    /**
     * An action with how it stands.
     *
     * @param organisation whose plan
     * @param plan the plan it belongs to
     * @param action the action
     * @param axes its axis and those that one lies in, nearest first
     * @param today the day it is seen on
     * @param health how it stands
     * @param linked the titles of the actions it links to, by code
     * @param labels the names of everything it refers to
     */
    record ActionView(
            Organisation organisation,
            Plan plan,
            Action action,
            ImmutableList<Axis> axes,
            LocalDate today,
            Health health,
            ImmutableMap<Code, String> linked,
            Labels labels) {}

    /**
     * A plan's actions in time.
     *
     * @param organisation whose plan
     * @param plan the plan
     * @param today the day on which milestones are late or not
     * @param actions the actions, in natural order of code
     */
    record Timeline(Organisation organisation, Plan plan, LocalDate today, ImmutableList<Action> actions) {}

    /**
     * An action and how it stands.
     *
     * @param action the action
     * @param health how it stands today
     */
    record AssessedAction(Action action, Health health) {}

    /**
     * The network of territories.
     *
     * @param organisation whose plan
     * @param plan the plan, which holds what it says of each territory
     * @param territories the territories with the number of actions that name them
     */
    record Network(Organisation organisation, Plan plan, ImmutableList<PlanSearch.TerritoryRow> territories) {}

    /**
     * The names of directory entries by code.
     *
     * @param entries the entries known, by directory and code
     */
    record Labels(ImmutableMap<DirectoryEntry.Directory, ImmutableMap<Code, DirectoryEntry>> entries) {

        /** The name of an entry; its code if it is not known. */
        public String of(DirectoryEntry.Directory directory, Code code) {
            return find(directory, code).map(DirectoryEntry::label).orElse(code.value());
        }

        /** The entry, if it is known. */
        public Optional<DirectoryEntry> find(DirectoryEntry.Directory directory, Code code) {
            return Optional.ofNullable(
                    entries.getOrDefault(directory, ImmutableMap.of()).get(code));
        }
    }
}
