package org.isonomia.adapters.files;

import java.util.Map;
import org.isonomia.application.document.Position;
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.kernel.ViolationCode;

/** What may be wrong with a file before anybody asks what it means. */
final class FileCodes {

    static final ViolationCode TOO_MANY = new ViolationCode("file.too-many");
    static final ViolationCode EMPTY = new ViolationCode("file.empty");
    static final ViolationCode TOO_LARGE = new ViolationCode("file.too-large");
    static final ViolationCode ENCODING = new ViolationCode("file.encoding");
    static final ViolationCode SYNTAX = new ViolationCode("file.syntax");
    static final ViolationCode TOO_DEEP = new ViolationCode("file.too-deep");
    static final ViolationCode DUPLICATE_KEY = new ViolationCode("file.duplicate-key");
    static final ViolationCode KEY_NOT_TEXT = new ViolationCode("file.key-not-text");
    static final ViolationCode ALIAS = new ViolationCode("file.alias");
    static final ViolationCode TAG = new ViolationCode("file.tag");
    static final ViolationCode SEVERAL_DOCUMENTS = new ViolationCode("file.several-documents");

    static final ViolationCode NOT_A_WORKBOOK = new ViolationCode("file.not-a-workbook");
    static final ViolationCode MACROS = new ViolationCode("file.macros");
    static final ViolationCode DAMAGED_SHEET = new ViolationCode("file.damaged-sheet");
    static final ViolationCode CELL_ADDRESS = new ViolationCode("file.cell-address");
    static final ViolationCode MERGED = new ViolationCode("file.merged-cells");
    static final ViolationCode UNKNOWN_SHEET = new ViolationCode("file.unknown-sheet");
    static final ViolationCode UNKNOWN_COLUMN = new ViolationCode("file.unknown-column");
    static final ViolationCode UNKNOWN_OWNER = new ViolationCode("file.unknown-owner");
    static final ViolationCode FORMULA = new ViolationCode("file.formula");
    static final ViolationCode CELL_ERROR = new ViolationCode("file.cell-error");
    static final ViolationCode CELL_NOT_TEXT = new ViolationCode("file.cell-not-text");

    private static final int LONGEST_TOLD = 60;

    private FileCodes() {}

    /** As much of what stood somewhere as may be told. */
    static String shortened(String text) {
        return text.length() <= LONGEST_TOLD ? text : text.substring(0, LONGEST_TOLD) + "...";
    }

    /** A violation at a place. */
    static Violation at(Position position, ViolationCode code, String message) {
        return Violation.of(code, message).with(position.attributes());
    }

    /** A violation at a place, by what stands there. */
    static Violation at(Position position, ViolationCode code, String message, String value) {
        return at(position, code, message).with(Map.of("value", value));
    }
}
