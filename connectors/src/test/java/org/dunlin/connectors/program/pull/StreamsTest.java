package org.dunlin.connectors.program.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.NoSuchElementException;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.NoValue;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Replies;
import org.dunlin.connectors.program.Sketch;
import org.junit.jupiter.api.Test;

/** What streams lead to: children, deletions, sweeps. */
class StreamsTest {
  private static final Program PROGRAM =
      Sketch.program(
          """
          capabilities: [read.invoices, read.payments]
          base: "https://{settings.host}/v1"
          settings:
            - {name: host, label: Host, type: text, required: true}
          authorisation: {kind: none}
          streams:
            list:
              every: PT15M
              request: {path: /list}
              records: .rows
              key: .id
              version: .at
              paging: {kind: none}
              wants:
                - {stream: invoices, key: .id, when: '.kind == "invoice"', with: {total: .total}}
                - {stream: payments, key: "[for (.payments) .id]"}
            invoices:
              gives: [read.invoices]
              key: .id
              records: "[.invoice]"
              fetch:
                request: {path: "/invoices/{key}", query: {total: "{parent.total}"}}
                records: "[.invoice]"
              wants:
                - {stream: payments, key: .paidBy}
              mapping: invoices.jslt
            payments:
              gives: [read.payments]
              every: PT1H
              request: {path: /payments, query: {since: "{cursor}"}}
              records: .payments
              key: .id
              version: .at
              paging: {kind: none}
              cursor: {overlap: PT0S}
              fetch: {request: {path: "/payments/{key}"}, records: "[.payment]"}
              sweep: {every: P1D, request: {path: /payment-ids}, records: .ids, key: ".", paging: {kind: none}}
              mapping: payments.jslt
            deletions:
              every: PT1H
              request: {path: /deleted}
              records: .deleted
              key: .key
              paging: {kind: none}
              of: payments
          """);
  private static final Facts FACTS = Facts.NONE.with("settings.host", "api.example.test");

  @Test
  void aListWantsWhatItsObjectsLeadTo() {
    PageRead.Page page =
        read(
            "list",
            "{\"rows\":[{\"id\":7,\"kind\":\"invoice\",\"total\":\"12.10\",\"at\":\"2026-11-01\","
                + "\"payments\":[{\"id\":\"p1\"},{\"id\":\"p2\"}]},"
                + "{\"id\":8,\"kind\":\"quote\",\"payments\":[{\"id\":\"p1\"}]}]}");
    assertThat(page.seen()).containsExactly(new Seen("7", "2026-11-01"), new Seen("8", null));
    assertThat(page.wanted())
        .containsExactly(
            new Wanted("invoices", "7", Map.of("total", "12.10")),
            new Wanted("payments", "p1", Map.of()),
            new Wanted("payments", "p2", Map.of()));
  }

  @Test
  void falseIsNoKeyAndNoVersion() {
    PageRead.Page page =
        read(
            "list",
            "{\"rows\":[{\"id\":7,\"at\":false,\"payments\":[{\"id\":false},{\"id\":\"p1\"}]}]}");
    assertThat(page.seen()).containsExactly(new Seen("7", null));
    assertThat(page.wanted()).containsExactly(new Wanted("payments", "p1", Map.of()));
  }

  @Test
  void aWantedObjectIsFetchedByItsKeyWithWhatItsParentGave() {
    Wanted wanted = new Wanted("invoices", "a/b", Map.of("total", "12.10"));
    Pull pull = Pull.of(PROGRAM, "invoices");
    assertThat(pull.fetch(wanted, FACTS).address())
        .hasToString("https://api.example.test/v1/invoices/a%2Fb?total=12.10");
    PageRead.Page page =
        (PageRead.Page)
            pull.fetched(
                wanted, Replies.ok("{\"invoice\":{\"id\":\"a/b\",\"paidBy\":\"p1\"}}"), FACTS);
    assertThat(page.seen()).containsExactly(new Seen("a/b", null));
    assertThat(page.wanted()).containsExactly(new Wanted("payments", "p1", Map.of()));
    assertThat(page.next()).isNull();
    assertThat(page.cursor()).isNull();
  }

  @Test
  void aFetchThatBringsNothingSawNothing() {
    Wanted wanted = new Wanted("invoices", "1", Map.of());
    PageRead read = Pull.of(PROGRAM, "invoices").fetched(wanted, Replies.ok("{}"), FACTS);
    assertThat(read).isInstanceOf(PageRead.Page.class);
    assertThat(((PageRead.Page) read).seen()).isEmpty();
  }

  @Test
  void aStreamOfDeletionsSaysWhatIsGone() {
    PageRead.Page page = read("deletions", "{\"deleted\":[{\"key\":\"p1\"}]}");
    assertThat(page.gone()).containsExactly(new Gone("payments", "p1"));
    assertThat(page.seen()).isEmpty();
  }

  @Test
  void aLeanSweepBringsKeysAndMovesNoCursor() {
    Pull pull = Pull.of(PROGRAM, "payments");
    PullState sweep = pull.begin(Purpose.SWEEP, "2026-11-01T00:00:00Z", Invoices.NOW);
    assertThat(pull.request(sweep, FACTS).address())
        .hasToString("https://api.example.test/v1/payment-ids");
    PageRead.Page page =
        (PageRead.Page) pull.read(sweep, Replies.ok("{\"ids\":[\"p1\",\"p2\"]}"), FACTS);
    assertThat(page.seen()).extracting(Seen::key).containsExactly("p1", "p2");
    assertThat(page.cursor()).isNull();
    assertThat(page.next()).isNull();
    assertThat(pull.translates(Purpose.SWEEP)).isFalse();
    assertThat(pull.translates(Purpose.POLL)).isTrue();
  }

  @Test
  void aSweepWithTheStreamsOwnRequestHasNoCursorInIt() {
    Invoices run =
        Invoices.sweep(
            """
            request: {path: /invoices, query: {since: "{cursor}", page: "{page.number}"}}
            paging: {kind: page, first: 1, size: 1}
            version: .at
            cursor: {overlap: PT5M}
            sweep: {every: P1D}
            """);
    assertThat(run.asked()).isEqualTo("/invoices?page=1");
    run.answered("{\"invoices\":[{\"id\":\"a\",\"at\":\"2026-11-19T00:00:00Z\"}]}");
    assertThat(run.page().cursor()).isNull();
    assertThat(run.asked()).isEqualTo("/invoices?page=2");
  }

  @Test
  void aLeanSweepOfAListThatIsCutGoesOnFromWhereItHasCome() {
    Invoices run =
        Invoices.sweep(
            """
            request: {path: /invoices, query: {since: "{cursor}"}}
            paging: {kind: none}
            version: .at
            cursor: {overlap: PT5M}
            sweep:
              every: P1D
              request: {path: /ids, query: {from: "{cursor|date}", page: "{page.number}"}}
              paging: {kind: page, first: 0, size: 2, window: 2}
            """);
    assertThat(run.asked()).isEqualTo("/ids?page=0");
    run.answered(ids("a", "2026-01-01", "b", "2026-02-01"));
    assertThat(run.asked()).isEqualTo("/ids?from=2026-02-01&page=0");
    run.answered(ids("b", "2026-02-01", "c", "2026-02-01"));
    assertThat(run.asked())
        .as("within one day pages are counted")
        .isEqualTo("/ids?from=2026-02-01&page=1");
    run.answered(ids("d", "2026-02-01", "e", "2026-03-01"));
    assertThat(run.asked()).isEqualTo("/ids?from=2026-03-01&page=0");
    assertThat(run.answered(ids("e", "2026-03-01")).complete()).isTrue();
    assertThat(run.page().cursor()).isNull();
  }

  @Test
  void aListThatOnlyWantsIsNotTranslated() {
    assertThat(Pull.of(PROGRAM, "list").translates(Purpose.POLL)).isFalse();
  }

  @Test
  void aStreamThatIsOnlyEverWantedIsNotPolled() {
    Pull pull = Pull.of(PROGRAM, "invoices");
    assertThatThrownBy(() -> pull.begin(Purpose.POLL, null, Invoices.NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one by one");
    assertThatThrownBy(() -> Pull.of(PROGRAM, "orders")).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aRequestWithoutASettingCannotBeMade() {
    Pull pull = Pull.of(PROGRAM, "payments");
    PullState state = pull.begin(Purpose.POLL, null, Invoices.NOW);
    assertThatThrownBy(() -> pull.request(state, Facts.NONE)).isInstanceOf(NoValue.class);
  }

  private static PageRead.Page read(String stream, String body) {
    Pull pull = Pull.of(PROGRAM, stream);
    PullState state = pull.begin(Purpose.POLL, null, Invoices.NOW);
    return (PageRead.Page) pull.read(state, Replies.ok(body), FACTS);
  }

  private static String ids(String... idsAndDays) {
    StringBuilder objects = new StringBuilder();
    for (int i = 0; i < idsAndDays.length; i += 2) {
      objects
          .append(i == 0 ? "" : ",")
          .append("{\"id\":\"%s\",\"at\":\"%s\"}".formatted(idsAndDays[i], idsAndDays[i + 1]));
    }
    return "{\"invoices\":[" + objects + "]}";
  }
}
