package org.dunlin.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The reader sees which characters of a text met a number. */
class MarkedTest {
  @Test
  void aNumberIsMarkedWhateverSignsStandInIt() {
    assertThat(marked("Rg. 2026/0042 u. 2026-0043", "2026-0042"))
        .isEqualTo("Rg. [2026/0042] u. 2026-0043");
    assertThat(marked("factuur inv2026 0042", "INV-2026-0042")).isEqualTo("factuur [inv2026 0042]");
  }

  @Test
  void aPartOfALongerNumberIsNot() {
    assertThat(marked("120260042 20260042x", "2026-0042")).isEqualTo("120260042 20260042x");
  }

  @Test
  void shortNumbersMeetNothing() {
    assertThat(marked("12 apples", "12")).isEqualTo("12 apples");
  }

  @Test
  void nothingOfTheTextIsLost() {
    assertThat(marked("", "2026-0042")).isEmpty();
    assertThat(marked("2026-0042", "2026-0042")).isEqualTo("[2026-0042]");
  }

  private static String marked(String text, String number) {
    return Marked.of(text, List.of(number)).stream()
        .map(part -> part.met() ? "[" + part.text() + "]" : part.text())
        .collect(Collectors.joining());
  }
}
