package org.isonomia.architecture.planted.adapters.files.plan;

import java.sql.SQLException;
import org.isonomia.architecture.planted.adapters.persistence.plan.JooqPlan;
import tools.jackson.databind.json.JsonMapper;

/** Files that know the database, SQL and Jackson. */
public final class FilePlan {

    public JsonMapper mapper(JooqPlan plan) throws SQLException {
        throw new SQLException(plan.toString());
    }
}
