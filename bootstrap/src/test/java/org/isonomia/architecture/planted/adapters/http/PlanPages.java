package org.isonomia.architecture.planted.adapters.http;

import com.typesafe.config.ConfigFactory;
import jakarta.inject.Inject;
import org.isonomia.architecture.planted.postgres.PlanDatabase;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Pages that know files, a notation, the configuration and the embedded server, and print. */
public final class PlanPages {

    @Inject
    private String title = "";

    public Load page(PlanDatabase database) {
        System.out.println(ConfigFactory.empty() + title + database);
        return new Load(LoadSettings.builder().build());
    }
}
