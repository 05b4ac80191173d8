package org.isonomia.application.history;

import com.google.common.hash.HashCode;
import com.google.common.io.BaseEncoding;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.application.document.CanonicalJson;
import org.isonomia.application.document.MappingWriter;
import org.isonomia.application.document.Node;
import org.isonomia.application.spi.JournalRepository.Payload;
import org.isonomia.application.spi.JournalRepository.SignedHead;
import org.isonomia.domain.journal.Digest;
import org.isonomia.domain.journal.Head;
import org.isonomia.domain.network.OrganisationId;

/** Entries and heads as documents: the lines of an export, and what others keep. Their form is told in docs/journal.md. */
public final class JournalDocuments {

    private JournalDocuments() {}

    /** A line of an export, without its end. */
    public static String line(Exported entry) {
        MappingWriter out =
                new MappingWriter().text("digest", entry.digest().toString()).text("leaf", entry.leaf());
        entry.payload()
                .ifPresent(payload -> out.text("payload", payload.text())
                        .text("salt", payload.salt().toString()));
        return CanonicalJson.write(out.build());
    }

    /**
     * Reads a line of an export.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static Exported exported(Node line) {
        Node.Mapping members = mapping(line);
        Optional<String> payload = find(members, "payload");
        return new Exported(
                text(members, "leaf"),
                Digest.parse(text(members, "digest")),
                payload.map(text -> new Payload(HashCode.fromString(text(members, "salt")), text)));
    }

    /**
     * A head as others keep it.
     *
     * @param publicKey the key that is known; written only if it is the one that signed
     */
    public static Node.Mapping head(SignedHead signed, byte[] publicKey) {
        Head head = signed.head();
        Node.Mapping document = new MappingWriter()
                .text("organisation", head.organisation().toString())
                .number("size", head.size(), -1)
                .text("root", head.root().toString())
                .text("time", head.time().toString())
                .text("key", signed.key())
                .text("signature", signed.signature())
                .build();
        return Journals.keyOf(publicKey).equals(signed.key())
                ? document.with("publicKey", Node.text(BaseEncoding.base64().encode(publicKey)))
                : document;
    }

    /**
     * Reads a head.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static SignedHead head(Node document) {
        Node.Mapping members = mapping(document);
        try {
            Head head = new Head(
                    new OrganisationId(UUID.fromString(text(members, "organisation"))),
                    Long.parseLong(text(members, "size")),
                    Digest.parse(text(members, "root")),
                    Instant.parse(text(members, "time")));
            return new SignedHead(head, text(members, "key"), text(members, "signature"));
        } catch (DateTimeParseException notATime) {
            throw new IllegalArgumentException("time is not a moment: " + notATime.getParsedString(), notATime);
        }
    }

    /** The public key a head brings along; empty if it brings none. */
    public static Optional<byte[]> publicKey(Node head) {
        return find(mapping(head), "publicKey").map(BaseEncoding.base64()::decode);
    }

    private static Node.Mapping mapping(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return mapping;
        }
        throw new IllegalArgumentException("a JSON object is expected");
    }

    private static Optional<String> find(Node.Mapping members, String name) {
        return members.get(name)
                .filter(Node.Scalar.class::isInstance)
                .map(Node.Scalar.class::cast)
                .filter(scalar -> !scalar.isNull())
                .map(Node.Scalar::text);
    }

    private static String text(Node.Mapping members, String name) {
        return find(members, name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }
}
