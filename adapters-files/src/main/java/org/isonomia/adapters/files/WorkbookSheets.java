package org.isonomia.adapters.files;

import com.google.common.base.Strings;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which part of a workbook holds which sheet, as the workbook itself says. */
final class WorkbookSheets {

    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private WorkbookSheets() {}

    /**
     * The names of the sheets by the names of their parts; those that cannot be told are left out.
     *
     * @throws IOException if the archive cannot be read
     */
    static Map<String, String> byPart(ZipFile archive) throws IOException {
        Map<String, String> parts = new HashMap<>();
        each(archive, "xl/_rels/workbook.xml.rels", "Relationship", xml -> {
            String target = Strings.nullToEmpty(xml.getAttributeValue(null, "Target"));
            String part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
            parts.put(Strings.nullToEmpty(xml.getAttributeValue(null, "Id")), part);
        });
        Map<String, String> names = new HashMap<>();
        each(archive, "xl/workbook.xml", "sheet", xml -> {
            String part = parts.get(Strings.nullToEmpty(xml.getAttributeValue(RELATION, "id")));
            String name = xml.getAttributeValue(null, "name");
            if (part != null && name != null) {
                names.put(part, name);
            }
        });
        return names;
    }

    private static void each(ZipFile archive, String part, String element, Consumer<XMLStreamReader> each)
            throws IOException {
        ZipEntry entry = archive.getEntry(part);
        if (entry == null) {
            return;
        }
        try (InputStream bytes = archive.getInputStream(entry)) {
            XMLStreamReader xml = xml(bytes);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(element)) {
                    each.accept(xml);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("not XML: " + part, e);
        }
    }

    /** A reader that knows no entities and fetches nothing. */
    static XMLStreamReader xml(InputStream bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(bytes);
    }
}
