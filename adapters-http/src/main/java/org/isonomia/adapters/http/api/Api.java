package org.isonomia.adapters.http.api;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.application.history.Journals;
import org.isonomia.application.identity.AccountManagement;
import org.isonomia.application.network.NetworkUseCases;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.spi.DocumentFormat;
import org.isonomia.application.spi.TableFormat;

/**
 * The JSON API.
 *
 * @param useCases what it offers
 * @param journals the journals
 * @param accounts who holds which role
 * @param networks the networks
 * @param documents the notations of plan files
 * @param tables the notations of lists
 */
public record Api(
        PlanUseCases useCases,
        Journals journals,
        AccountManagement accounts,
        NetworkUseCases networks,
        ImmutableList<DocumentFormat> documents,
        ImmutableList<TableFormat> tables) {

    /** The first part of all its addresses. */
    static final String ROOT = "/api/v1";

    static final String ORGANISATION = ROOT + "/organisations/{organisation}";
    static final String PLAN = ORGANISATION + "/plans/{plan}";

    public Api {
        requireNonNull(useCases, "useCases");
        requireNonNull(journals, "journals");
        requireNonNull(accounts, "accounts");
        requireNonNull(networks, "networks");
        requireNonNull(documents, "documents");
        requireNonNull(tables, "tables");
    }

    /** Registers all its routes. */
    public void register(GuardedRoutes routes) {
        new PlanRoutes(useCases).register(routes);
        new AxisRoutes(useCases).register(routes);
        ActionRoutes actions = new ActionRoutes(useCases);
        actions.register(routes);
        new ActionListRoutes(useCases, tables).register(routes);
        new MilestoneRoutes(useCases, actions).register(routes);
        new DirectoryRoutes(useCases).register(routes);
        new ExchangeRoutes(useCases, documents).register(routes);
        new MemberRoutes(accounts).register(routes);
        new JournalRoutes(journals, useCases).register(routes);
        new NetworkRoutes(networks).register(routes);
        new SharingRoutes(networks).register(routes);
        new DescriptionRoutes().register(routes);
    }
}
