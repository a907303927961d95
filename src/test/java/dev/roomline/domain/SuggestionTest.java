package dev.roomline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  private static final List<String> KNOWN = List.of("in-flight", "window", "patience");

  @ParameterizedTest
  @CsvSource({"inflight, in-flight", "widnow, window", "Patience, patience", "patienc, patience"})
  void findsWhatWasMeant(String wanted, String meant) {
    assertThat(Suggestion.nearest(wanted, KNOWN)).contains(meant);
  }

  @Test
  void suggestsNothingThatIsFarOff() {
    assertThat(Suggestion.didYouMean("colour", KNOWN)).isEmpty();
  }

  @Test
  void endsAMessage() {
    assertThat(Suggestion.didYouMean("windw", KNOWN)).isEqualTo("; did you mean window?");
  }
}
