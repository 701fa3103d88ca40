package org.dunlin.bench.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.dunlin.bench.Rounds;
import org.dunlin.bench.Rounds.Measurement;
import org.junit.jupiter.api.Test;

/** How pages are opened in rounds, and what is said of it. */
class PageRoundsTest {
  private final StringWriter said = new StringWriter();
  private int opened;

  @Test
  void aPageThatTakesLongIsOpenedInTheFirstRoundsAlone() throws Exception {
    Rounds rounds = rounds(() -> 3, () -> 7, () -> 2500).take(12);

    assertThat(rounds.times(1)).isEqualTo(12);
    assertThat(rounds.times(2)).isEqualTo(5);
    assertThat(said.toString()).contains("/slow takes 2.5 s and is opened 5 times only.");
  }

  @Test
  void howFarItIsIsSaidAfterTheFirstRoundAndEveryTenth() throws Exception {
    var unused = rounds(() -> 3, () -> 7, () -> 5).take(20);

    assertThat(said.toString().lines().filter(line -> line.contains(" of 20 rounds ")))
        .extracting(line -> line.replaceAll(" in \\d+ s;", ""))
        .containsExactly(
            "1 of 20 rounds the slowest page is /quick with 7 ms",
            "10 of 20 rounds the slowest page is /quick with 7 ms",
            "20 of 20 rounds the slowest page is /quick with 7 ms");
  }

  @Test
  void whatIsKnownIsSaidOnceWhereItBreaksOff() {
    Measurement gone =
        () -> {
          if (++opened > 8) {
            throw new IOException("the hub is gone");
          }
          return 9;
        };
    PageRounds pages = rounds(() -> 3, () -> 7, gone);

    assertThatThrownBy(() -> pages.take(20)).hasMessage("the hub is gone");
    pages.tell();
    pages.tell();

    assertThat(said.toString().lines().map(line -> line.replaceAll(" +", " ")))
        .containsOnlyOnce("/quick 7.0 7.0 3", "/slow 9.0 9.0 3");
  }

  @Test
  void whereNothingIsKnownNothingIsSaid() {
    rounds(() -> 3, () -> 7, () -> 9).tell();

    assertThat(said.toString()).isEmpty();
  }

  private PageRounds rounds(Measurement login, Measurement quick, Measurement slow) {
    return new PageRounds(
        List.of(ConsolePages.BASELINE, "/quick", "/slow"),
        List.of(login, quick, slow),
        new PrintWriter(said));
  }
}
