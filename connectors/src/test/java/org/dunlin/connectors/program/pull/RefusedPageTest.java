package org.dunlin.connectors.program.pull;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that are not taken, and why. */
class RefusedPageTest {
  private static final String PAGES =
      """
      request: {path: /invoices, query: {page: "{page.number}"}}
      paging: {kind: page, first: 1, size: 1}
      """;
  private static final String LINKS =
      "request: {path: /invoices}\npaging: {kind: link, next: .next}\n";

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"invoices\":null}", "{\"error\":\"no\"}", "[]", "", "true"})
  void anAnswerWithoutAnyListIsNoEmptyPage(String body) {
    assertThat(Invoices.first(PAGES).answered(body).refused())
        .startsWith("Example Books, stream invoices: ")
        .contains("no list of objects at .invoices");
  }

  @Test
  void anAnswerThatIsNoJsonIsNotTaken() {
    assertThat(Invoices.first(PAGES).answered("<html>Please sign in</html>").refused())
        .contains("cannot be read")
        .doesNotContain("Please sign in");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.test/v1/invoices",
        "//evil.test/v1/invoices",
        "https://api.example.test@evil.test/",
        "https://someone@api.example.test/v1/invoices",
        "https://api.example.test:8443/v1/invoices",
        "http://api.example.test/v1/invoices",
        "https://api.example.test.evil.test/",
        "javascript:alert(1)",
        "https:///v1/invoices"
      })
  void aNextPageElsewhereIsNotAskedFor(String next) {
    Invoices run = Invoices.first(LINKS);
    run.answered("{\"invoices\":[{\"id\":\"a\"}],\"next\":\"" + next + "\"}");
    assertThat(run.refused()).contains("The next page");
  }

  @Test
  void aNextPageThatIsThisOneIsNotAskedFor() {
    Invoices run = Invoices.first(LINKS);
    run.answered(
        "{\"invoices\":[{\"id\":\"a\"}],\"next\":\"https://api.example.test/v1/invoices\"}");
    assertThat(run.refused()).contains("would not end");
  }

  @Test
  void aPageThatEqualsTheOneBeforeEndsTheRun() {
    Invoices run = Invoices.first(PAGES);
    assertThat(run.answered("{\"invoices\":[{\"id\":\"a\"}]}").complete()).isFalse();
    assertThat(run.answered("{\"invoices\":[{\"id\":\"a\"}]}").refused())
        .contains("the same objects as the one before");
  }

  @Test
  void aPullThatDoesNotEndIsRefused() {
    Invoices run = Invoices.first(PAGES + "mostPages: 3\n");
    run.answered("{\"invoices\":[{\"id\":\"a\"}]}").answered("{\"invoices\":[{\"id\":\"b\"}]}");
    assertThat(run.answered("{\"invoices\":[{\"id\":\"c\"}]}").refused())
        .contains("did not end after 3 pages");
  }

  @Test
  void aListOfWhichTheProgramShowsOnlyTheBeginningIsNotComplete() {
    Invoices run =
        Invoices.first(
            """
            request: {path: /invoices, query: {page: "{page.number}"}}
            paging: {kind: page, first: 0, size: 1, window: 2}
            """);
    run.answered("{\"invoices\":[{\"id\":\"a\"}]}");
    assertThat(run.answered("{\"invoices\":[{\"id\":\"b\"}]}").refused())
        .contains("no more than 2 pages");
  }

  @Test
  void anObjectWithoutAKeyCannotBeKept() {
    assertThat(Invoices.first(PAGES).answered("{\"invoices\":[{\"name\":\"a\"}]}").refused())
        .contains("no key at .id");
  }

  @Test
  void aVersionThatCannotBeComparedIsAFaultOfTheManifest() {
    Invoices run = Invoices.first(PAGES + "version: .changed\n");
    run.answered("{\"invoices\":[{\"id\":\"a\",\"changed\":\"/Date(1439434356790)/\"}]}");
    assertThat(run.refused()).contains(".changed").contains("neither an instant");
  }

  @Test
  void whatTheManifestCallsAscendingMustAscend() {
    Invoices run =
        Invoices.first(
            """
            request: {path: /invoices, query: {since: "{cursor}", page: "{page.number}"}}
            paging: {kind: page, first: 1, size: 1}
            version: .v
            cursor: {overlap: PT0S, order: ascending}
            """);
    run.answered("{\"invoices\":[{\"id\":\"a\",\"v\":2},{\"id\":\"b\",\"v\":1}]}");
    assertThat(run.refused()).contains("not in ascending order");
  }

  @Test
  void moreBehindAnEmptyPageHasNoPlace() {
    Invoices run =
        Invoices.first(
            """
            request: {path: /invoices, query: {start: "{page.offset}"}}
            paging: {kind: offset, first: 0, size: 100}
            more: .more
            """);
    assertThat(run.answered("{\"invoices\":[],\"more\":true}").refused())
        .contains("behind a page that is empty");
  }
}
