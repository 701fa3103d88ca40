package org.dunlin.work.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.util.List;
import java.util.Map;
import org.dunlin.store.program.Reading;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.pull.ScriptedVendor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a changed setting asks for is read from the beginning, and not from the cursor on. */
class ReadAnewTest {
  private static final String MANIFEST =
      """
      program: shop
      name: Shop Books
      capabilities: [read.invoices]
      base: "https://api.shop.example"
      settings:
        - {name: branch, label: Branch, type: text}
        - {name: vat, label: Rate of VAT, type: text}
        - {name: journal, label: Journal, type: text}
      authorisation: {kind: none}
      streams:
        invoices:
          gives: [read.invoices]
          every: PT15M
          request: {path: "/branches/{settings.branch}/invoices", query: {since: "{cursor}"}}
          records: .invoices
          key: .id
          version: .at
          paging: {kind: none}
          cursor: {overlap: PT0S}
          mapping: invoices.jslt
      """;
  private static final String PAGE = "{\"invoices\":[{\"id\":\"1\",\"at\":\"2026-11-01\"}]}";

  private final ScriptedVendor vendor = new ScriptedVendor();
  private final PullHub hub =
      new PullHub(MANIFEST, Map.of("invoices.jslt", "if ($settings.vat) null else null"), vendor);

  @BeforeEach
  void connect() {
    vendor.answers(call -> reply(200, PAGE));
    hub.connect(Map.of("branch", "north", "vat", "21", "journal", "70"), Map.of());
    hub.drain();
    vendor.asked.clear();
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whereItStandsInTheRequestWithoutBeingAbleToLeadElsewhere() {
    change("branch", "../admin?x=%2e#");

    assertThat(asked()).containsExactly("GET /branches/..%2Fadmin%3Fx%3D%252e%23/invoices");
    assertThat(hub.events()).contains("SYNC_BEGUN_ANEW");
  }

  @Test
  void whereTheMappingLooksAtIt() {
    change("vat", "19");

    assertThat(asked()).containsExactly("GET /branches/north/invoices");
  }

  @Test
  void whereItSaysNothingOfWhatIsReadItGoesOnFromTheCursor() {
    change("journal", "71");

    assertThat(asked()).containsExactly("GET /branches/north/invoices?since=2026-11-01");
    assertThat(hub.events()).doesNotContain("SYNC_BEGUN_ANEW");
  }

  private void change(String setting, String value) {
    hub.process.change.change("acme", "shop", Map.of(setting, value), PullHub.ANNA);
    hub.drain();
    assertThat(hub.state("invoices", Reading.POLL).cursor()).isEqualTo("2026-11-01");
  }

  /** The addresses as they went over the wire. */
  private List<String> asked() {
    return vendor.asked.stream()
        .map(
            call ->
                call.method()
                    + " "
                    + call.address().getRawPath()
                    + (call.address().getRawQuery() == null
                        ? ""
                        : "?" + call.address().getRawQuery()))
        .toList();
  }
}
