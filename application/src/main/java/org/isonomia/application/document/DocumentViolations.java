package org.isonomia.application.document;

import org.isonomia.domain.kernel.ViolationCode;

/** What can be wrong with a document whose notation is right. */
public final class DocumentViolations {
    /** A key the format does not know. */
    public static final ViolationCode UNKNOWN_KEY = new ViolationCode("document.unknown-key");
    /** A key that must be there is not. */
    public static final ViolationCode MISSING = new ViolationCode("document.missing");
    /** A value of another type than the format wants. */
    public static final ViolationCode WRONG_TYPE = new ViolationCode("document.wrong-type");
    /** A value of the right type that means nothing. */
    public static final ViolationCode BAD_VALUE = new ViolationCode("document.bad-value");
    /** A word that is none of those the format knows. */
    public static final ViolationCode NOT_ONE_OF = new ViolationCode("document.not-one-of");
    /** Something that may be named once is named twice. */
    public static final ViolationCode DUPLICATE = new ViolationCode("document.duplicate");
    /** A code that names nothing. */
    public static final ViolationCode DANGLING = new ViolationCode("document.dangling-code");
    /** More is wrong than is told. */
    public static final ViolationCode TOO_MANY = new ViolationCode("document.too-many");

    private DocumentViolations() {}
}
