package org.dunlin.bench.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dunlin.config.bench.Comparison;
import org.dunlin.config.bench.Figure;
import org.junit.jupiter.api.Test;

/** Which pages are opened, and when they are fast enough. */
class ConsolePagesTest {
  private static final String ID = "0193a2b4-0000-7000-8000-000000000001";

  @Test
  void whereTheSideNavigationLeadsIsOpened() throws IOException {
    String page =
        """
        <a href="/elsewhere">x</a>
        <nav class="side-nav" aria-label="Menu"><a href="/?company=bench">x</a>
        <a class="nav" href="/invoices?company=bench&amp;show=OPEN">x</a></nav>
        <a href="/after">x</a>
        """;

    assertThat(ConsolePages.navigation(page))
        .containsExactly("/?company=bench", "/invoices?company=bench&show=OPEN");
  }

  @Test
  void aPageWithoutNavigationIsNoFirstPage() {
    assertThatThrownBy(() -> ConsolePages.navigation("<html></html>"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void recordsAreFoundWhereListsLeadToThem() {
    String page =
        "<a href=\"/invoices/%s?company=bench\">x</a><a href=\"/invoices?company=bench\">y</a>"
            .formatted(ID);

    assertThat(ConsolePages.records(page)).containsExactly("/invoices/" + ID + "?company=bench");
    assertThat(ConsolePages.name("/invoices/" + ID + "?company=bench")).isEqualTo("/invoices/{id}");
    assertThat(ConsolePages.name("/debits/files/" + ID)).isEqualTo("/debits/files/{id}");
  }

  @Test
  void aPageIsNamedWithoutItsCompanyAndTheIdsInItsAddress() {
    assertThat(ConsolePages.name("/customers/" + ID + "/account?company=bench"))
        .isEqualTo("/customers/{id}/account");
    assertThat(ConsolePages.name("/calls?about=" + ID + "&company=bench"))
        .isEqualTo("/calls?about={id}");
    assertThat(ConsolePages.name("/tasks/call/CALL-" + ID)).isEqualTo("/tasks/call/{id}");
    assertThat(ConsolePages.name("/flows/route/STOP?company=bench&route=intake"))
        .isEqualTo("/flows/route/STOP?route=intake");
    assertThat(ConsolePages.name("http://localhost:8090/p/AbC_-1/dispute"))
        .isEqualTo("/p/{token}/dispute");
  }

  @Test
  void aRecordThatTheLedgerLacksIsNamed() {
    assertThatThrownBy(() -> KnownPage.addresses(Map.of("customer", ID)).toList())
        .hasMessageContaining("the ledger has no ");
  }

  @Test
  void onePageAboveTwoHundredMillisecondsMissesTheTarget() {
    assertThat(new ConsoleBenchmark().reached(figure(200.0))).isTrue();
    assertThat(new ConsoleBenchmark().reached(figure(200.1))).isFalse();
  }

  private static Figure figure(double slowest) {
    return new Figure(
        "console", "ms", new Comparison(slowest, 3, "", ""), Map.of(), 200, List.of().toString());
  }
}
