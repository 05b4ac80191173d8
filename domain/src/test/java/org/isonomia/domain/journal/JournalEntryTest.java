package org.isonomia.domain.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.OrganisationId;
import org.junit.jupiter.api.Test;

class JournalEntryTest {

    private static final OrganisationId ORGANISATION =
            new OrganisationId(UUID.fromString("0190b0c0-0000-7000-8000-000000000001"));
    private static final Instant TIME = Instant.parse("2026-11-24T09:30:00.250Z");

    private static JournalEntry entry(Instant time) {
        Subject subject = Subject.of("action", Code.parse("pmlcd"), Code.parse("1.2"));
        return new JournalEntry(ORGANISATION, 7, time, "change-actions", subject, Digest.ofNothing());
    }

    @Test
    void isALeafInCanonicalJson() {
        assertThat(new String(entry(TIME).leaf(), StandardCharsets.UTF_8))
                .isEqualTo("{\"organisation\":\"0190b0c0-0000-7000-8000-000000000001\",\"payload\":"
                        + "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\",\"sequence\":7,"
                        + "\"subject\":\"action/pmlcd/1.2\",\"time\":\"2026-11-24T09:30:00.250Z\","
                        + "\"useCase\":\"change-actions\"}");
    }

    @Test
    void takesNoTimeThatWouldNotComeBackFromAStore() {
        assertThatIllegalArgumentException().isThrownBy(() -> entry(TIME.plusNanos(1)));
    }

    @Test
    void isSignedInCanonicalJson() {
        assertThat(new String(new Head(ORGANISATION, 0, Digest.ofNothing(), TIME).signed(), StandardCharsets.UTF_8))
                .isEqualTo("{\"organisation\":\"0190b0c0-0000-7000-8000-000000000001\",\"root\":"
                        + "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\",\"size\":0,"
                        + "\"time\":\"2026-11-24T09:30:00.250Z\"}");
    }

    @Test
    void namesNothingThatIsNotACode() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Subject("account/jane@example.org"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Subject("action"));
    }
}
