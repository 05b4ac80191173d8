package org.isonomia.adapters.http.routing;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.common.io.ByteSource;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isonomia.application.access.Once;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.spi.AnswerRepository.Answer;
import org.isonomia.domain.journal.Digest;
import org.isonomia.domain.kernel.Code;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request with an {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header), or a form with its key in the
 * field {@link #FIELD}, happen once.
 */
final class OnlyOnce {

    /** The hidden field in which forms carry their key. */
    static final String FIELD = "once";

    private static final String HEADER = "Idempotency-Key";
    private static final String FORM = "application/x-www-form-urlencoded";
    /** A string as RFC 8941 has it, or what many clients send: the same without quotes. */
    private static final Pattern KEY =
            Pattern.compile("\"([\\x20-\\x21\\x23-\\x5b\\x5d-\\x7e]{1,255})\"|([!-~&&[^\"\\\\]]{1,255})");

    private static final ImmutableList<String> KEPT = ImmutableList.of(
            "Content-Type", "Content-Language", "Content-Disposition", "Cache-Control", "ETag", "Location", "Vary");

    private final Once once;

    OnlyOnce(Once once) {
        this.once = once;
    }

    Handler around(Access access, Handler handler) {
        Optional<UseCase> useCase = access.useCase();
        return ctx -> {
            Optional<String> key = key(ctx);
            if (key.isPresent() && useCase.isPresent()) {
                Once.Asked asked = new Once.Asked(useCase.get(), organisation(ctx), key.get(), fingerprint(ctx));
                send(ctx, once.answer(Callers.of(ctx), asked, () -> answer(ctx, handler)));
            } else {
                handler.handle(ctx);
            }
        };
    }

    /** A handler whose answer is not kept: a key has to be one all the same. */
    static Handler unkept(Handler handler) {
        return ctx -> {
            Optional<String> unused = key(ctx);
            handler.handle(ctx);
        };
    }

    private static Optional<String> key(Context ctx) {
        String header = ctx.header(HEADER);
        boolean form = Optional.ofNullable(ctx.req().getContentType())
                .filter(type -> Ascii.toLowerCase(type).startsWith(FORM))
                .isPresent();
        String given = header == null && form ? ctx.formParam(FIELD) : header;
        return Optional.ofNullable(given).map(OnlyOnce::read);
    }

    private static String read(String given) {
        Matcher key = KEY.matcher(given.strip());
        if (!key.matches()) {
            throw new ProblemException(
                    ProblemType.MALFORMED_REQUEST,
                    HEADER + " has to be a string of 1 to 255 visible characters, such as a UUID in double quotes");
        }
        return Optional.ofNullable(key.group(1)).orElseGet(() -> key.group(2));
    }

    private static Optional<Code> organisation(Context ctx) {
        return Optional.ofNullable(ctx.pathParamMap().get("organisation"))
                .filter(code -> code.matches(Code.FORM))
                .map(Code::new);
    }

    private static Digest fingerprint(Context ctx) {
        Hasher hasher = Hashing.sha256().newHasher();
        put(hasher, ctx.req().getRequestURI());
        put(hasher, ctx.req().getQueryString());
        put(hasher, ctx.req().getContentType());
        put(hasher, ctx.header("If-Match"));
        return new Digest(hasher.putBytes(ctx.bodyAsBytes()).hash());
    }

    private static void put(Hasher hasher, @Nullable String part) {
        byte[] bytes = Optional.ofNullable(part).orElse("").getBytes(StandardCharsets.UTF_8);
        hasher.putInt(bytes.length).putBytes(bytes);
    }

    private static Answer answer(Context ctx, Handler handler) {
        try {
            handler.handle(ctx);
            InputStream result = ctx.resultInputStream();
            byte[] body = result == null ? new byte[0] : result.readAllBytes();
            ImmutableMap.Builder<String, String> headers = ImmutableMap.builder();
            for (String name : KEPT) {
                String value = ctx.res().getHeader(name);
                if (value != null) {
                    headers.put(name, value);
                }
            }
            return new Answer(ctx.statusCode(), headers.buildOrThrow(), ByteSource.wrap(body));
        } catch (RuntimeException refused) {
            throw refused;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void send(Context ctx, Answer answer) throws IOException {
        ctx.status(answer.status());
        answer.headers().forEach(ctx::header);
        ctx.result(answer.body().read());
    }
}
