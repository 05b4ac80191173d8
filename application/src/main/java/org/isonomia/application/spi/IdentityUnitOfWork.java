package org.isonomia.application.spi;

import java.util.function.Function;

/**
 * The gateway to what the installation knows of people: accounts, roles, sessions, links and tokens. Like {@link UnitOfWork},
 * but across organisations, since somebody may hold roles in several.
 *
 * <p>The {@link IdentityStores} handed to the work are valid until it returns and may be used by its thread only. What the
 * work throws rolls everything back and reaches the caller unchanged. Work may be done again when others were in its way, so
 * it has no effects elsewhere. Calls do not nest.
 */
public interface IdentityUnitOfWork {

    /**
     * Reads; nothing can be changed.
     *
     * @return what the work returns
     */
    <T> T read(Function<IdentityStores, T> work);

    /**
     * Reads and changes; when the call returns, the change is durable and visible to all.
     *
     * @return what the work returns
     * @throws StaleAggregateException if what the work saved was changed meanwhile
     * @throws DuplicateCodeException if what the work added is there already
     */
    <T> T write(Function<IdentityStores, T> work);
}
