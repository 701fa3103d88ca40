package org.dunlin.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dunlin.core.matching.MetCharacters.Span;
import org.junit.jupiter.api.Test;

/** A text falls into stretches, of which some met a number. */
class MarkedTest {
  @Test
  void nothingOfTheTextIsLostAndEachStretchSaysWhatItMet() {
    assertThat(Marked.of("Rg. 41, 42", List.of(new Span(4, 6, "A-41"), new Span(8, 10, "A-42"))))
        .containsExactly(
            new Marked("Rg. ", null),
            new Marked("41", "A-41"),
            new Marked(", ", null),
            new Marked("42", "A-42"));
  }

  @Test
  void whereNothingIsMetTheTextIsOneStretch() {
    assertThat(Marked.of("thanks", List.of())).containsExactly(new Marked("thanks", null));
    assertThat(Marked.of("", List.of())).isEmpty();
  }
}
