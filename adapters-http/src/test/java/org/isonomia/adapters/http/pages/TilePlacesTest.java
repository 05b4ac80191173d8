package org.isonomia.adapters.http.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.isonomia.domain.kernel.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilePlacesTest {

    @Test
    void readsPlacesAndTheirSource() {
        TilePlaces places =
                TilePlaces.parse(List.of("# by hand", "# source: a gazetteer", "code,column,row", "13001, 7, 3", ""));

        assertThat(places.places()).isEqualTo(ImmutableMap.of(Code.parse("13001"), new TilePlaces.Place(7, 3)));
        assertThat(places.credit()).hasValue("a gazetteer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"13001,7", "13001,7,x", "13001,7,100", "13001,-1,1", "not a code,1,1", "13002,1,1"})
    void refusesALineThatIsNoPlace(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TilePlaces.parse(List.of("code,column,row", "13002,0,0", line)));
    }
}
