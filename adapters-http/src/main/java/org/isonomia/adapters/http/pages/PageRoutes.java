package org.isonomia.adapters.http.pages;

import io.javalin.http.Handler;

/** Where pages are hung up. */
public interface PageRoutes {

    /** Who may ask for a page. */
    enum Access {
        PUBLIC,
        ADMINISTRATOR
    }

    /** Answers GET. */
    void get(String path, Access access, Handler handler);

    /** Answers POST. */
    void post(String path, Access access, Handler handler);
}
