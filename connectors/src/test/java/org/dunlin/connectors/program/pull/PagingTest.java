package org.dunlin.connectors.program.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.connectors.program.Replies.ok;
import static org.dunlin.connectors.program.Replies.reply;

import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Sketch;
import org.junit.jupiter.api.Test;

/** How page follows on page. */
class PagingTest {
  private static final String TWO = "{\"invoices\":[{\"id\":\"a\"},{\"id\":\"b\"}]}";
  private static final String ONE = "{\"invoices\":[{\"id\":\"c\"}]}";

  @Test
  void withoutPagingOnePageIsAll() {
    Invoices run = Invoices.first("request: {path: /invoices}\npaging: {kind: none}\n");
    assertThat(run.asked()).isEqualTo("/invoices");
    assertThat(run.answered(TWO).complete()).isTrue();
  }

  @Test
  void numberedPagesEndWithOneThatIsNotFull() {
    Invoices run =
        Invoices.first(
            """
            request: {path: /invoices, query: {page: "{page.number}", per_page: "{page.size}"}}
            paging: {kind: page, first: 1, size: 2}
            """);
    assertThat(run.asked()).isEqualTo("/invoices?page=1&per_page=2");
    assertThat(run.answered(TWO).complete()).isFalse();
    assertThat(run.asked()).isEqualTo("/invoices?page=2&per_page=2");
    assertThat(run.answered(ONE).complete()).isTrue();
  }

  @Test
  void aFullLastPageIsFollowedByAnEmptyOne() {
    Invoices run =
        Invoices.first(
            """
            request: {path: /invoices, query: {page: "{page.number}"}}
            paging: {kind: page, first: 0, size: 2}
            """);
    assertThat(run.answered(TWO).asked()).isEqualTo("/invoices?page=1");
    assertThat(run.answered("{\"invoices\":[]}").complete()).isTrue();
    assertThat(run.page().seen()).isEmpty();
  }

  @Test
  void offsetsCountWhatCame() {
    Invoices run =
        Invoices.first(
            """
            request: {path: /invoices, query: {start: "{page.offset}", max: "{page.size}"}}
            paging: {kind: offset, first: 1, size: 2}
            """);
    assertThat(run.asked()).isEqualTo("/invoices?start=1&max=2");
    assertThat(run.answered(TWO).asked()).isEqualTo("/invoices?start=3&max=2");
    assertThat(run.answered(ONE).complete()).isTrue();
  }

  @Test
  void whatASelectorMakesNothingOfCountsAsWell() {
    Program program =
        Sketch.program(
            """
            capabilities: [read.invoices]
            base: https://api.example.test/v1
            authorisation: {kind: none}
            streams:
              invoices:
                gives: [read.invoices]
                every: PT15M
                request: {path: /invoices, query: {start: "{page.offset}"}}
                records: '[for (.rows) if (.kind == "invoice") .]'
                key: .id
                paging: {kind: offset, first: 0, size: 2}
                mapping: invoices.jslt
            """);
    Pull pull = Pull.of(program, "invoices");
    PullState first = pull.begin(Purpose.POLL, null, Invoices.NOW);
    String body =
        "{\"rows\":[{\"id\":\"a\",\"kind\":\"quote\"},{\"id\":\"b\",\"kind\":\"invoice\"}]}";
    PageRead.Page page = (PageRead.Page) pull.read(first, ok(body), Facts.NONE);
    assertThat(page.seen()).extracting(Seen::key).containsExactly("b");
    assertThat(page.next()).isNotNull().extracting(PullState::number).isEqualTo(2L);
  }

  @Test
  void whereTheProgramSaysThatMoreFollowsAShortPageIsNotTheLast() {
    Invoices run =
        Invoices.first(
            """
            request: {path: /invoices, query: {start: "{page.offset}"}}
            paging: {kind: offset, first: 0, size: 100}
            more: .has_more
            """);
    String more = "{\"invoices\":[{\"id\":\"a\"}],\"has_more\":true}";
    assertThat(run.answered(more).asked()).isEqualTo("/invoices?start=1");
    assertThat(run.answered("{\"invoices\":[{\"id\":\"b\"}],\"has_more\":false}").complete())
        .isTrue();
  }

  @Test
  void aReplyNamesTheTokenOfTheNextPage() {
    Invoices run =
        Invoices.first(
            """
            request: {path: /invoices, query: {cursor: "{page.token}"}}
            paging: {kind: token, next: .next}
            """);
    assertThat(run.asked()).isEqualTo("/invoices");
    assertThat(run.answered("{\"invoices\":[{\"id\":\"a\"}],\"next\":\"x y\"}").asked())
        .isEqualTo("/invoices?cursor=x%20y");
    assertThat(run.answered("{\"invoices\":[],\"next\":null}").complete()).isTrue();
  }

  @Test
  void theFirstPageMayHaveATokenToo() {
    Invoices run =
        Invoices.first(
            """
            request: {path: /invoices, query: {cursor: "{page.token}"}}
            paging: {kind: token, next: .next, first: "*"}
            """);
    assertThat(run.asked()).isEqualTo("/invoices?cursor=%2A");
  }

  @Test
  void aReplyHoldsTheAddressOfTheNextPage() {
    Invoices run =
        Invoices.first("request: {path: /invoices}\npaging: {kind: link, next: .d.__next}\n");
    run.answered(
        "{\"invoices\":[{\"id\":\"a\"}],\"d\":{\"__next\":"
            + "\"https://api.example.test/v1/invoices?$skiptoken=guid'1'\"}}");
    assertThat(run.asked()).isEqualTo("/invoices?$skiptoken=guid'1'");
  }

  @Test
  void theAddressOfTheNextPageMayBeRelativeAndHoldBlanks() {
    Invoices run =
        Invoices.first("request: {path: /invoices}\npaging: {kind: link, next: .next}\n");
    run.answered("{\"invoices\":[{\"id\":\"a\"}],\"next\":\"/v1/invoices?filter=a gt 1\"}");
    assertThat(run.asked()).isEqualTo("/invoices?filter=a%20gt%201");
  }

  @Test
  void theHeaderLinkNamesTheNextPageAmongOthers() {
    Invoices run = Invoices.first("request: {path: /invoices}\npaging: {kind: link-header}\n");
    run.answered(
        reply(
            200,
            TWO,
            "Link",
            "<https://api.example.test/v1/invoices?page=1>; rel=\"first\","
                + " <https://api.example.test/v1/invoices?page=2>; title=\"a, b\"; rel=\"next\""));
    assertThat(run.asked()).isEqualTo("/invoices?page=2");
    assertThat(run.answered(reply(200, ONE, "Link", "</v1/invoices>; rel=first")).complete())
        .isTrue();
  }

  @Test
  void theKeyOfTheLastObjectIsTheTokenOfTheNextPage() {
    Invoices run =
        Invoices.first(
            """
            request: {path: /invoices, query: {starting_after: "{page.token}"}}
            paging: {kind: last-key, size: 2}
            """);
    assertThat(run.asked()).isEqualTo("/invoices");
    assertThat(run.answered(TWO).asked()).isEqualTo("/invoices?starting_after=b");
    assertThat(run.answered(ONE).complete()).isTrue();
  }

  @Test
  void aReplyWithoutContentIsAnEmptyPage() {
    Invoices run =
        Invoices.first(
            """
            request: {path: /invoices, query: {page: "{page.number}"}}
            paging: {kind: page, first: 1, size: 2}
            """);
    assertThat(run.answered(reply(304, "")).complete()).isTrue();
    assertThat(run.answered(reply(204, "")).page().seen()).isEmpty();
  }
}
