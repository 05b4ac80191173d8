package org.isonomia.bootstrap;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.isonomia.adapters.files.FileFormats;
import org.isonomia.adapters.http.pages.TilePlaces;
import org.isonomia.application.access.Caller;
import org.isonomia.application.document.Fields;
import org.isonomia.application.document.Node;
import org.isonomia.application.network.NetworkUseCases;
import org.isonomia.application.plan.PlanExchange;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.NetworkMembership.Side;
import org.isonomia.domain.plan.PlanShare.Field;

/** The demonstration: the metropolitan plan with an illustrative follow-up, and communes with illustrative plans. */
final class Demonstration {

    private static final Caller CALLER = new Caller(Actor.system("demonstration"), "demonstration");
    private static final int COLUMNS = 5;

    private final PlanUseCases.Desk plans;
    private final NetworkUseCases.Desk networks;

    Demonstration(PlanUseCases plans, NetworkUseCases networks) {
        this.plans = plans.by(CALLER);
        this.networks = networks.by(CALLER);
    }

    /** Lays the metropolitan plan and its follow-up into an installation, then the communes. */
    void lay() {
        layPlan("plan.yaml");
        layPlan("follow-up.yaml");
        members().forEach(this::layMember);
    }

    private void layPlan(String file) {
        Node document = FileFormats.yaml().read(resource(file)).orThrow();
        plans.exchange().importDocument(new PlanExchange.Command(document, false, Optional.empty()));
    }

    /** A commune's line: its code, the network's, what is between them, its plan and what it shares of that. */
    private void layMember(List<String> line) {
        Code member = Code.parse(line.getFirst());
        Code network = Code.parse(line.get(1));
        layPlan("network/" + member + ".yaml");
        networks.networking().join(network, member, Side.NETWORK);
        if (line.get(2).equals("accepted")) {
            networks.networking().join(member, network, Side.MEMBER);
        }
        ImmutableSet<Field> fields = Arrays.stream(Field.values())
                .filter(field -> Splitter.on(' ').splitToList(line.get(4)).contains(Fields.wordOf(field)))
                .collect(ImmutableSet.toImmutableSet());
        if (!fields.isEmpty()) {
            networks.sharing().share(member, Code.parse(line.get(3)), network, OptionalInt.of(0), fields);
        }
    }

    private static ImmutableList<List<String>> members() {
        return text("network/members.csv")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .map(line -> Splitter.on(',').limit(COLUMNS).splitToList(line))
                .collect(ImmutableList.toImmutableList());
    }

    /** The demonstration's map of communes. */
    static TilePlaces map() {
        return TilePlaces.parse(text("map.csv").lines().toList());
    }

    private static String text(String file) {
        try (InputStream in = resource(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String file) {
        try (InputStream in = Demonstration.class.getResourceAsStream("/demo/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the demonstration is not part of this program: " + file);
            }
            return new ByteArrayInputStream(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
