package org.isonomia.adapters.http.pages;

import static java.util.Objects.requireNonNull;

import com.google.common.base.CaseFormat;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.isonomia.domain.kernel.PartialDate;
import org.isonomia.domain.kernel.PartialPeriod;
import org.isonomia.domain.plan.Health;
import org.joda.money.Money;

/** The words of one language: messages, dates, numbers, and the typography that goes with it. */
public final class Words {

    /** Stands in a message for a text in another language, which templates put there with its language marked. */
    public static final char THERE = '\u0001';

    private static final String BUNDLE = "org.isonomia.adapters.http.pages.pages";
    private static final char THIN = '\u202f';
    private static final char FIXED = '\u00a0';
    private static final Pattern BEFORE_HIGH = Pattern.compile(" ([;!?%])");
    private static final Words FRENCH = new Words(Locale.FRENCH);
    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    private final Locale locale;
    private final ResourceBundle bundle;

    private Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                Words.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The words of a language: English for {@code en}, else French. */
    static Words in(String lang) {
        return lang.equals("en") ? ENGLISH : FRENCH;
    }

    /** {@code fr} or {@code en}. */
    public String lang() {
        return locale.getLanguage();
    }

    /** The other language. */
    public Words other() {
        return isFrench() ? ENGLISH : FRENCH;
    }

    Locale locale() {
        return locale;
    }

    private boolean isFrench() {
        return locale.equals(Locale.FRENCH);
    }

    /** A message, with what belongs into its {0}, {1} … */
    public String t(String key, Object... arguments) {
        String text = bundle.getString(requireNonNull(key, "key"));
        text = isFrench() ? say(text) : text;
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    /** A message that depends on a number, which is its {0}. */
    public String n(String key, long count) {
        return t(counted(key, count), number(count));
    }

    /** A message that depends on a number, which is its {0}; another number is its {1}. */
    public String n(String key, long count, long other) {
        return t(counted(key, count), number(count), number(other));
    }

    private String counted(String key, long count) {
        boolean one = isFrench() ? count < 2 : count == 1;
        return key + (one ? ".one" : ".other");
    }

    /** A message if there is one. */
    Optional<String> find(String key, Object... arguments) {
        try {
            return Optional.of(t(key, arguments));
        } catch (MissingResourceException absent) {
            return Optional.empty();
        }
    }

    /** The name of a constant of the model. */
    public String label(Enum<?> value) {
        return t(key(value));
    }

    /** The name of a constant of the model in the number that goes with a count. */
    public String label(Enum<?> value, long count) {
        return t(key(value) + ((isFrench() ? count < 2 : count == 1) ? "" : ".many"));
    }

    static String key(Enum<?> value) {
        String type = value.getDeclaringClass().getSimpleName();
        Class<?> outer = value.getDeclaringClass().getDeclaringClass();
        String prefix = outer == null ? type : outer.getSimpleName() + type;
        return CaseFormat.UPPER_CAMEL.to(CaseFormat.LOWER_CAMEL, prefix) + "." + value.name();
    }

    /** A text of the plan or of a person, with the spaces and apostrophes that French typography asks for. */
    public String say(String text) {
        return BEFORE_HIGH
                .matcher(text.replace('\'', '’'))
                .replaceAll(THIN + "$1")
                .replace("« ", "«" + THIN)
                .replace(" »", THIN + "»")
                .replace(" :", FIXED + ":")
                .replace(" €", FIXED + "€")
                .replace(" ETP", FIXED + "ETP");
    }

    /** A text between quotation marks. */
    public String quoted(String text) {
        return isFrench() ? "«" + THIN + say(text) + THIN + "»" : "“" + say(text) + "”";
    }

    /** A whole number. */
    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** A decimal number, with as many decimals as it needs, at most two. */
    public String decimal(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }

    /** A share of a hundred. */
    public String percent(int value) {
        return isFrench() ? "" + value + THIN + "%" : value + "%";
    }

    /** An amount of money, without decimals that are zero. */
    public String money(Money amount) {
        String number = decimal(amount.getAmount());
        String sign = amount.getCurrencyUnit().getSymbol(locale);
        return isFrench() ? number + FIXED + sign : sign + number;
    }

    /** A day. */
    public String date(LocalDate day) {
        return DateTimeFormatter.ofPattern(
                        isFrench() && day.getDayOfMonth() == 1 ? "d'er' MMMM uuuu" : "d MMMM uuuu", locale)
                .format(day)
                .replace(' ', FIXED);
    }

    /** A date as precise as it is known. */
    public String date(PartialDate date) {
        return switch (date.precision()) {
            case YEAR -> Integer.toString(date.firstDay().getYear());
            case MONTH -> DateTimeFormatter.ofPattern("LLLL uuuu", locale).format(date.firstDay());
            case DAY -> date(date.firstDay());
        };
    }

    /** A period as far as it is known; empty if nothing of it is. */
    public Optional<String> period(PartialPeriod period) {
        if (period.isUnknown()) {
            return Optional.empty();
        }
        if (period.start().equals(period.end())) {
            return period.start().map(this::date);
        }
        if (period.start().isPresent() && period.end().isPresent()) {
            return Optional.of(t(
                    "period.both", date(period.start().get()), date(period.end().get())));
        }
        return period.start()
                .map(start -> t("period.from" + day(start), date(start)))
                .or(() -> period.end().map(end -> t("period.until" + day(end), date(end))));
    }

    private static String day(PartialDate date) {
        return date.precision() == PartialDate.Precision.DAY ? ".day" : "";
    }

    /** An instant, in the time of the world. */
    String instant(Instant instant) {
        return moment(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + " UTC";
    }

    /** A moment. */
    String moment(LocalDateTime time) {
        return date(time.toLocalDate()) + ", "
                + DateTimeFormatter.ofPattern(isFrench() ? "HH'\u00a0h\u00a0'mm" : "HH:mm", locale)
                        .format(time);
    }

    /** Why an action stands as it does. */
    String reason(Health health) {
        return reason(health, due(health));
    }

    /** Why an action stands as it does, with {@link #THERE} for what is {@link #due}. */
    public String reasonAround(Health health) {
        return reason(health, String.valueOf(THERE));
    }

    /** What is due, in the words of the plan; empty if nothing is. */
    public String due(Health health) {
        return health.deadline().map(deadline -> quoted(deadline.label())).orElse("");
    }

    private String reason(Health health, String label) {
        String day = health.deadline()
                .map(deadline -> date(deadline.day()))
                .or(() -> health.lastNews().map(this::date))
                .orElse("");
        if (health.cause() == Health.Cause.SILENT) {
            day = health.lastNews().map(this::date).orElse("");
        }
        return t(key(health.cause()), day, n("days", health.days()), label);
    }
}
