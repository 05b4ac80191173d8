package org.isonomia.adapters.http.routing;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * A finished answer to a read: its bytes, plain and compressed, and the headers that belong to them. Its entity tag is
 * strong and differs between the two: {@code "version-hash"}, and {@code "version-hash-gz"}.
 */
public final class Rendered {

    /** What is shown to one is not shown to another, and is asked for anew before it is shown again. */
    private static final String PRIVATE = "private, no-cache";

    private static final String VERSION = "isonomia.version";
    private static final byte[] NOTHING = {};
    private static final int WORTH_COMPRESSING = 1000;
    private static final ImmutableList<String> KEPT = ImmutableList.of(
            "Content-Language",
            "Content-Disposition",
            "Content-Security-Policy",
            "Cache-Control",
            "Link",
            "Vary",
            "X-Total-Count");

    private final String route;
    private final byte[] plain;
    private final Optional<Supplier<byte[]>> gzip;
    private final String plainTag;
    private final String gzipTag;
    private final String contentType;
    private final ImmutableMap<String, String> headers;
    private final Supplier<HttpFields> plainFields = Suppliers.memoize(() -> fields(false));
    private final Supplier<HttpFields> gzipFields = Suppliers.memoize(() -> fields(true));

    private Rendered(
            String route,
            byte[] plain,
            Optional<Supplier<byte[]>> gzip,
            String tag,
            String contentType,
            Map<String, String> headers) {
        this.route = route;
        this.plain = plain;
        this.gzip = gzip;
        this.plainTag = "\"" + tag + "\"";
        this.gzipTag = "\"" + tag + "-gz\"";
        this.contentType = contentType;
        this.headers = ImmutableMap.copyOf(headers);
    }

    /** The handler, with entity tag, conditional answers and compression around it. */
    static Handler around(Handler handler) {
        return ctx -> {
            handler.handle(ctx);
            Optional<Rendered> rendered = of(ctx);
            if (rendered.isPresent()) {
                rendered.get().send(ctx);
            }
        };
    }

    /** The handler, with the entity tag of what it answers. */
    static Handler tagging(Handler handler) {
        return ctx -> {
            handler.handle(ctx);
            InputStream result = ctx.resultInputStream();
            ctx.header("Cache-Control", "no-store");
            if (ctx.attribute(VERSION) != null && result != null && ctx.statusCode() < 300) {
                byte[] plain = result.readAllBytes();
                ctx.header("ETag", "\"" + tag(ctx, plain) + "\"");
                ctx.result(plain);
            }
        };
    }

    private static String tag(Context ctx, byte[] plain) {
        Integer version = ctx.attribute(VERSION);
        String hash = BaseEncoding.base64Url()
                .omitPadding()
                .encode(Arrays.copyOf(Hashing.sha256().hashBytes(plain).asBytes(), 12));
        return version == null ? hash : version + "-" + hash;
    }

    /** Remembers the version of what is answered, which its entity tag will begin with. */
    static void version(Context ctx, int version) {
        ctx.attribute(VERSION, version);
    }

    /** What a handler has answered; empty unless it is a plain success that others may see too. */
    static Optional<Rendered> of(Context ctx) throws IOException {
        InputStream result = ctx.resultInputStream();
        String cacheControl =
                Optional.ofNullable(ctx.res().getHeader("Cache-Control")).orElse("");
        if (ctx.statusCode() != 200 || result == null || cacheControl.contains("no-store")) {
            return Optional.empty();
        }
        byte[] plain = result.readAllBytes();
        String type = Optional.ofNullable(ctx.res().getContentType()).orElse("");
        Optional<Supplier<byte[]>> gzip = isWorthCompressing(plain, type)
                ? Optional.of(Suppliers.memoize(() -> compress(plain)))
                : Optional.empty();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", "no-cache");
        for (String name : KEPT) {
            String value = ctx.res().getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        if (!Callers.of(ctx).actor().isPublic() && headers.replace("Cache-Control", "no-cache", PRIVATE)) {
            headers.merge("Vary", "Authorization, Cookie", Rendered::both);
        }
        if (gzip.isPresent()) {
            headers.merge("Vary", "Accept-Encoding", Rendered::both);
        }
        String charset = type.equals("text/html") ? "text/html; charset=utf-8" : type;
        return Optional.of(new Rendered(
                requireNonNull(ctx.endpoints().matchedHttpEndpoint()).path,
                plain,
                gzip,
                tag(ctx, plain),
                charset,
                headers));
    }

    private static String both(String before, String more) {
        return before.contains(more) ? before : before + ", " + more;
    }

    private static boolean isWorthCompressing(byte[] plain, String type) {
        boolean text = type.startsWith("text/")
                || type.contains("json")
                || type.contains("yaml")
                || type.contains("javascript")
                || type.contains("svg");
        return text && plain.length >= WORTH_COMPRESSING;
    }

    /** Takes longer than all the rest of a small answer, so it is done for those who accept it alone. */
    private static byte[] compress(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 3);
        try (GZIPOutputStream output = new GZIPOutputStream(bytes)) {
            output.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** About how much memory it takes, in bytes, compressed form included. */
    int weight() {
        return 500 + plain.length + plain.length / 3;
    }

    /** Whether it depends on nothing but the address: one that varies by language does not. */
    boolean isForEverybody() {
        return !Optional.ofNullable(headers.get("Vary")).orElse("").contains("Accept-Language");
    }

    /** All headers of the whole answer, encoded once, for those who write to the server themselves. */
    private HttpFields fields(boolean compressed) {
        HttpFields.Mutable fields = HttpFields.build();
        headers.forEach((name, value) -> fields.add(new PreEncodedHttpField(name, value)));
        fields.add(new PreEncodedHttpField(HttpHeader.ETAG, compressed ? gzipTag : plainTag));
        if (compressed) {
            fields.add(new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip"));
        }
        fields.add(new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, contentType));
        fields.add(new PreEncodedHttpField(HttpHeader.CONTENT_LENGTH, Integer.toString(body(compressed).length)));
        return fields.asImmutable();
    }

    private byte[] body(boolean compressed) {
        return compressed ? gzip.orElseThrow().get() : plain;
    }

    /** Whether what a route says in a header is kept with the answer. */
    public static boolean keeps(String header) {
        return KEPT.contains(header);
    }

    /** The pattern of the paths that it answers. */
    public String route() {
        return route;
    }

    /**
     * Writes the whole answer past everything that is made for answers that are not known yet.
     *
     * @param acceptEncoding which compressions the request accepts, if it says so
     */
    public void write(@Nullable String acceptEncoding, Response response, Callback callback) {
        boolean compressed = gzip.isPresent() && acceptsGzip(acceptEncoding);
        response.setStatus(200);
        response.getHeaders().add(compressed ? gzipFields.get() : plainFields.get());
        response.write(true, ByteBuffer.wrap(body(compressed)), callback);
    }

    /** Answers with it, or with 304 if the client has it already. */
    void send(Context ctx) throws IOException {
        HttpServletResponse response = ctx.res();
        headers.forEach(response::setHeader);
        boolean compressed = gzip.isPresent() && acceptsGzip(ctx.req().getHeader("Accept-Encoding"));
        String etag = compressed ? gzipTag : plainTag;
        response.setHeader("ETag", etag);
        if (matches(ctx.req().getHeader("If-None-Match"), etag)) {
            ctx.status(304).result(NOTHING);
            return;
        }
        if (compressed) {
            response.setHeader("Content-Encoding", "gzip");
        }
        write(ctx, response, body(compressed));
    }

    /** Straight to the server: what is kept is written as it is, and Javalin makes no buffer for nothing. */
    private void write(Context ctx, HttpServletResponse response, byte[] body) throws IOException {
        if (ctx.resultInputStream() != null) {
            ctx.result(NOTHING);
        }
        response.setContentType(contentType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean acceptsGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        if (header.equals("gzip") || header.startsWith("gzip,")) {
            return true;
        }
        return Splitter.on(',')
                .trimResults()
                .splitToStream(Ascii.toLowerCase(header))
                .anyMatch(coding -> coding.equals("gzip")
                        || (coding.startsWith("gzip;")
                                && !coding.replace(" ", "").matches("gzip;q=0(\\.0*)?")));
    }

    /** Whether an If-None-Match header names this tag; weak comparison, as RFC 9110 has it for reading. */
    private static boolean matches(@Nullable String header, String etag) {
        if (header == null) {
            return false;
        }
        return header.trim().equals("*")
                || Splitter.on(',')
                        .trimResults()
                        .splitToStream(header)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(etag::equals);
    }

    /** The version at the beginning of an entity tag of ours; empty if it has none. */
    static OptionalInt versionOf(String etag) {
        if (!etag.matches("\"[0-9]{1,9}-[A-Za-z0-9_-]+\"")) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(etag.substring(1, etag.indexOf('-'))));
    }
}
