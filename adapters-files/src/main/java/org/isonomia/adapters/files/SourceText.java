package org.isonomia.adapters.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.isonomia.application.document.Position;
import org.isonomia.domain.kernel.ValueWithViolations;

/** Reads a whole text file into memory: UTF-8, with or without a byte order mark, up to 32 MiB. */
final class SourceText {

    static final int MAX_BYTES = 32 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SourceText() {}

    /**
     * Reads a text.
     *
     * @throws UncheckedIOException if the bytes cannot be read
     */
    static ValueWithViolations<String> read(InputStream input) {
        ValueWithViolations<byte[]> bytes = bytes(input);
        return bytes.value().map(SourceText::decode).orElseGet(() -> ValueWithViolations.refused(bytes.violations()));
    }

    /**
     * Reads bytes up to the limit.
     *
     * @throws UncheckedIOException if the bytes cannot be read
     */
    static ValueWithViolations<byte[]> bytes(InputStream input) {
        try {
            byte[] bytes = input.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                return ValueWithViolations.refused(ImmutableList.of(
                        FileCodes.at(Position.NOWHERE, FileCodes.TOO_LARGE, "the file is larger than 32 MiB")));
            }
            return ValueWithViolations.of(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ValueWithViolations<String> decode(byte[] bytes) {
        CharsetDecoder decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        String decoded = text.toString();
        if (result.isError()) {
            Position place = new PlaceFinder(decoded).at(decoded.length());
            return ValueWithViolations.refused(
                    ImmutableList.of(FileCodes.at(place, FileCodes.ENCODING, "the file is not encoded in UTF-8")));
        }
        boolean marked = !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK;
        return ValueWithViolations.of(marked ? decoded.substring(1) : decoded);
    }
}
