package org.isonomia.application.plan;

import com.google.common.collect.ImmutableList;
import org.isonomia.application.document.MappingWriter;
import org.isonomia.application.document.Node;

/** The smallest document that is a whole plan, for people to write theirs over. */
final class Template {

    private Template() {}

    static Node.Mapping document() {
        return new MappingWriter()
                .text("isonomia", PlanDocument.HEADER)
                .mapping(
                        "organisation",
                        new MappingWriter()
                                .text("code", "commune")
                                .text("name", "Commune d'exemple")
                                .text("kind", "commune")
                                .text("timeZone", "Europe/Paris")
                                .build())
                .mapping(
                        "plan",
                        new MappingWriter()
                                .text("code", "plan")
                                .text("title", "Plan local de lutte contre les discriminations")
                                .text("kind", "local")
                                .text("status", "draft")
                                .build())
                .list(
                        "axes",
                        ImmutableList.of(new MappingWriter()
                                .text("code", "1")
                                .text("title", "Premier axe")
                                .build()))
                .list(
                        "actions",
                        ImmutableList.of(new MappingWriter()
                                .text("code", "1.1")
                                .text("axis", "1")
                                .text("title", "Première action")
                                .text("kind", "training")
                                .text("level", "will")
                                .build()))
                .build();
    }
}
