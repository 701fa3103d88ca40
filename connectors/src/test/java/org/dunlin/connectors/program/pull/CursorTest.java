package org.dunlin.connectors.program.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.connectors.program.Replies.reply;

import org.dunlin.core.port.HttpReply;
import org.junit.jupiter.api.Test;

/** From where a pull goes on, and how far its cursor moves. */
class CursorTest {
  private static final String PAGES =
      """
      request: {path: /invoices, query: {since: "{cursor|rfc3339}", page: "{page.number}"}}
      paging: {kind: page, first: 1, size: 2}
      version: .at
      """;
  private static final String STARTED = "2026-11-20T08:00:00Z";
  private static final String UNORDERED = PAGES + "cursor: {overlap: PT5M}\n";
  private static final String DESCENDING =
      PAGES.replace("since: \"{cursor|rfc3339}\", ", "")
          + "cursor: {overlap: PT5M, order: descending}\n";
  private static final String ASCENDING = PAGES + "cursor: {overlap: PT5M, order: ascending}\n";

  @Test
  void theFirstPullAsksForAll() {
    assertThat(Invoices.first(UNORDERED).asked()).isEqualTo("/invoices?page=1");
  }

  @Test
  void theOverlapIsTakenOffWhenItIsAskedFor() {
    assertThat(Invoices.from(UNORDERED, "2026-11-20T07:00:00Z").asked())
        .isEqualTo("/invoices?since=2026-11-20T06%3A55%3A00Z&page=1");
  }

  @Test
  void theFirstPullBeginsWithWhatTheManifestSays() {
    String initial = PAGES + "cursor: {overlap: PT5M, initial: \"2020-01-01T00:00:00Z\"}\n";
    assertThat(Invoices.first(initial).asked())
        .isEqualTo("/invoices?since=2020-01-01T00%3A00%3A00Z&page=1");
  }

  @Test
  void theCursorReachesNoFurtherBackThanTheProgramAllows() {
    String reach = PAGES + "cursor: {overlap: PT5M, reach: P29D}\n";
    String farthest = "/invoices?since=2026-10-22T08%3A00%3A00Z&page=1";
    assertThat(Invoices.first(reach).asked()).isEqualTo(farthest);
    assertThat(Invoices.from(reach, "2026-01-01T00:00:00Z").asked()).isEqualTo(farthest);
    assertThat(Invoices.from(reach, "2026-10-22T08:02:00Z").asked()).isEqualTo(farthest);
  }

  @Test
  void aMomentThatLiesYearsAheadDoesNotLeadTheCursorThere() {
    Invoices run = Invoices.from(ASCENDING, "2026-11-01T00:00:00Z");
    run.answered(page("2099-01-01T00:00:00Z"));
    assertThat(run.page().cursor()).isEqualTo("2026-11-20T08:00:00Z");
    Invoices newer = Invoices.from(ASCENDING, "2026-11-20T08:30:00Z");
    newer.answered(page("2099-01-01T00:00:00Z"));
    assertThat(newer.page().cursor()).as("it never goes back").isNull();
    Invoices unordered = Invoices.from(UNORDERED, "2026-11-01T00:00:00Z");
    unordered.answered(page("2099-01-01T00:00:00Z"));
    assertThat(unordered.page().cursor()).isEqualTo("2026-11-20T08:00:00Z");
  }

  @Test
  void noCursorLiesAheadOfTheProgramsClock() {
    Invoices run = Invoices.from(ASCENDING, "2026-11-01T00:00:00Z");
    run.answered(page("2026-11-20T08:40:00Z"));
    assertThat(run.page().cursor()).as("what changes at 08:20 is read").isEqualTo(STARTED);
    assertThat(run.page().ahead()).as("clocks differ").isNull();
    Invoices told = Invoices.from(ASCENDING, "2026-11-01T00:00:00Z");
    told.answered(dated("Fri, 20 Nov 2026 08:39:59 GMT", "2026-11-20T08:40:00.500Z"));
    assertThat(told.page().cursor()).isEqualTo("2026-11-20T08:40:00Z");
  }

  @Test
  void aClockOfYearsAheadIsNotBelieved() {
    Invoices run = Invoices.from(ASCENDING, "2026-11-01T00:00:00Z");
    run.answered(dated("Thu, 01 Jan 2099 00:00:00 GMT", "2099-01-01T00:00:00Z"));
    assertThat(run.page().cursor()).isEqualTo(STARTED);
    assertThat(run.page().ahead()).contains("2099-01-01T00:00:00Z", "yet to come");
  }

  @Test
  void whoSaysThatItChangedInTheFutureIsNamed() {
    Invoices run = Invoices.from(ASCENDING, "2026-11-01T00:00:00Z");
    run.answered(page("2026-11-20T07:59:00Z", "2026-11-20T09:00:01Z"));
    assertThat(run.page().ahead()).contains("2026-11-20T09:00:01Z-1 of invoices");
    Invoices unordered = Invoices.from(UNORDERED, "2026-11-01T00:00:00Z");
    unordered.answered(page("2026-11-20T12:00:00Z", "2026-11-03T00:00:00Z"));
    unordered.answered(page("2026-11-04T00:00:00Z"));
    assertThat(unordered.page().ahead())
        .as("at the end it is said of the whole run")
        .contains("one of invoices", "2026-11-20T12:00:00Z");
  }

  @Test
  void aTimeWithoutItsZoneMayBeOfTheFarthest() {
    Invoices run = Invoices.from(ASCENDING, "2026-11-01T00:00:00Z");
    run.answered(page("2026-11-20T21:59:00"));
    assertThat(run.page().cursor()).isEqualTo("2026-11-20T21:59");
    assertThat(run.page().ahead()).isNull();
    Invoices later = Invoices.from(ASCENDING, "2026-11-01T00:00:00Z");
    later.answered(page("2026-11-20T22:01:00"));
    assertThat(later.page().cursor()).isEqualTo("2026-11-19T08:00");
    assertThat(later.page().ahead()).isNotNull();
  }

  @Test
  void aReplyThatTellsATimeOfYearsAheadIsNotFollowed() {
    Invoices run =
        Invoices.first(
            """
            request: {path: /invoices, query: {since: "{cursor}"}}
            paging: {kind: none}
            cursor: {reply: .time}
            """);
    run.answered("{\"invoices\":[{\"id\":\"a\"}],\"time\":\"2099-01-01T00:00:00Z\"}");
    assertThat(run.page().cursor()).isEqualTo(STARTED);
    assertThat(run.page().ahead()).contains("one of invoices");
  }

  @Test
  void withoutAnOrderTheCursorMovesOnlyAtTheEndOfTheRun() {
    Invoices run = Invoices.from(UNORDERED, "2026-11-01T00:00:00Z");
    run.answered(page("2026-11-03T00:00:00Z", "2026-11-02T00:00:00Z"));
    assertThat(run.page().cursor()).isNull();
    assertThat(run.asked()).isEqualTo("/invoices?since=2026-10-31T23%3A55%3A00Z&page=2");
    run.answered(page("2026-11-02T12:00:00Z"));
    assertThat(run.page().cursor()).isEqualTo("2026-11-03T00:00:00Z");
  }

  @Test
  void whatChangedWhilePagesWereReadIsReadAgain() {
    Invoices run = Invoices.first(UNORDERED);
    run.answered(page("2026-11-03T00:00:00Z", "2026-11-02T00:00:00Z"));
    run.answered(page("2026-11-20T08:30:00Z"));
    assertThat(run.page().cursor())
        .as("an object of the first page may have changed at 08:10")
        .isEqualTo("2026-11-20T08:00:00Z");
  }

  @Test
  void theProgramsClockCountsWhereItIsBehind() {
    Invoices run = Invoices.first(UNORDERED);
    run.answered(
        dated("Fri, 20 Nov 2026 07:30:00 GMT", "2026-11-03T00:00:00Z", "2026-11-02T00:00:00Z"));
    run.answered(page("2026-11-20T07:45:00Z"));
    assertThat(run.page().cursor()).isEqualTo("2026-11-20T07:29:00Z");
  }

  @Test
  void whatIsOnTheOnlyPageIsAllThatThereIs() {
    Invoices run =
        Invoices.first(UNORDERED)
            .answered(dated("Fri, 20 Nov 2026 08:30:00 GMT", "2026-11-20T08:30:00Z"));
    assertThat(run.page().cursor()).isEqualTo("2026-11-20T08:30:00Z");
  }

  @Test
  void anEmptyRunLeavesTheCursorWhereItIs() {
    Invoices run = Invoices.from(UNORDERED, "2026-11-01T00:00:00Z").answered(page());
    assertThat(run.complete()).isTrue();
    assertThat(run.page().cursor()).isNull();
  }

  @Test
  void theCursorNeverGoesBack() {
    Invoices run = Invoices.from(UNORDERED, "2026-11-01T00:00:00Z");
    assertThat(run.answered(page("2026-10-31T23:58:00Z")).page().cursor()).isNull();
  }

  @Test
  void withAnOrderTheCursorMovesWithEachPageAndTheRunGoesOnFromThere() {
    Invoices run = Invoices.from(ASCENDING, "2026-11-01T00:00:00Z");
    run.answered(page("2026-11-02T00:00:00Z", "2026-11-03T00:00:00Z"));
    assertThat(run.page().cursor()).isEqualTo("2026-11-03T00:00:00Z");
    assertThat(run.asked()).isEqualTo("/invoices?since=2026-11-03T00%3A00%3A00Z&page=1");
    run.answered(page("2026-11-03T00:00:00Z", "2026-11-04T00:00:00Z"));
    assertThat(run.asked()).isEqualTo("/invoices?since=2026-11-04T00%3A00%3A00Z&page=1");
    assertThat(run.answered(page("2026-11-04T00:00:00Z")).complete()).isTrue();
    assertThat(run.page().cursor()).isNull();
  }

  @Test
  void objectsOfOneVersionAreCountedByPages() {
    Invoices run = Invoices.first(ASCENDING);
    String same = "2026-11-03T00:00:00Z";
    run.answered(page(same, same));
    assertThat(run.asked()).isEqualTo("/invoices?since=2026-11-03T00%3A00%3A00Z&page=1");
    run.answered(page(same, same));
    assertThat(run.asked()).isEqualTo("/invoices?since=2026-11-03T00%3A00%3A00Z&page=2");
  }

  @Test
  void aRequestThatKnowsOnlyDaysIsCountedByPagesWithinADay() {
    Invoices run =
        Invoices.from(
            """
            request: {path: /invoices, query: {since: "{cursor|date}", page: "{page.number}"}}
            paging: {kind: page, first: 1, size: 2}
            version: .at
            cursor: {overlap: PT0S, order: ascending}
            """,
            "2026-11-03T00:00:00Z");
    run.answered(page("2026-11-03T01:00:00Z", "2026-11-03T02:00:00Z"));
    assertThat(run.asked()).isEqualTo("/invoices?since=2026-11-03&page=2");
    run.answered(page("2026-11-03T03:00:00Z", "2026-11-04T02:00:00Z"));
    assertThat(run.asked()).isEqualTo("/invoices?since=2026-11-04&page=1");
  }

  @Test
  void theCursorMayBeAnotherFieldOfTheObjects() {
    Invoices run =
        Invoices.from(
            """
            request: {path: /invoices, query: {after: "{cursor}"}}
            paging: {kind: none}
            cursor: {value: .timestamp, overlap: PT5M}
            """,
            "41");
    assertThat(run.asked()).isEqualTo("/invoices?after=41");
    run.answered(
        "{\"invoices\":[{\"id\":\"a\",\"timestamp\":43},{\"id\":\"b\",\"timestamp\":42}]}");
    assertThat(run.page().cursor()).isEqualTo("43");
  }

  @Test
  void ofNumbersWithoutAnOrderOnlyTheFirstPageIsAWitness() {
    Invoices run =
        Invoices.first(
            """
            request: {path: /invoices, query: {after: "{cursor}", page: "{page.number}"}}
            paging: {kind: page, first: 1, size: 2}
            version: .v
            cursor: {overlap: PT0S}
            """);
    run.answered("{\"invoices\":[{\"id\":\"a\",\"v\":5},{\"id\":\"b\",\"v\":3}]}");
    run.answered("{\"invoices\":[{\"id\":\"c\",\"v\":9}]}");
    assertThat(run.page().cursor()).isEqualTo("5");
  }

  @Test
  void theReplyMayTellTheTimeOfWhichTheFirstPagesCounts() {
    Invoices run =
        Invoices.first(
            """
            request: {path: /invoices, query: {since: "{cursor}", page: "{page.number}"}}
            paging: {kind: page, first: 1, size: 1}
            cursor: {reply: .time}
            """);
    run.answered("{\"invoices\":[{\"id\":\"a\"}],\"time\":\"2026-11-20T08:00:01Z\"}");
    run.answered("{\"invoices\":[],\"time\":\"2026-11-20T08:00:05Z\"}");
    assertThat(run.page().cursor()).isEqualTo("2026-11-20T08:00:01Z");
  }

  @Test
  void aTokenForTheNextRunIsTheLastPages() {
    Invoices run =
        Invoices.from(
            """
            request: {path: /invoices, query: {delta: "{cursor}", page: "{page.number}"}}
            paging: {kind: page, first: 1, size: 1}
            cursor: {reply: .delta}
            """,
            "d-1");
    assertThat(run.asked()).isEqualTo("/invoices?delta=d-1&page=1");
    run.answered("{\"invoices\":[{\"id\":\"a\"}],\"delta\":\"d-2\"}");
    run.answered("{\"invoices\":[],\"delta\":\"d-3\"}");
    assertThat(run.page().cursor()).isEqualTo("d-3");
  }

  @Test
  void theCursorMayBeTheMomentAtWhichTheRunBegan() {
    Invoices run =
        Invoices.first(
            """
            request: {path: /invoices, query: {since: "{cursor}", page: "{page.number}"}}
            paging: {kind: page, first: 1, size: 1}
            cursor: {started: true}
            """);
    assertThat(run.answered("{\"invoices\":[{\"id\":\"a\"}]}").page().cursor()).isNull();
    assertThat(run.answered("{\"invoices\":[]}").page().cursor()).isEqualTo("2026-11-20T08:00:00Z");
  }

  private static HttpReply dated(String clock, String... versions) {
    return reply(200, page(versions), "Date", clock);
  }

  private static String page(String... versions) {
    StringBuilder objects = new StringBuilder();
    for (int i = 0; i < versions.length; i++) {
      objects
          .append(i == 0 ? "" : ",")
          .append("{\"id\":\"" + versions[i] + "-" + i + "\",\"at\":\"" + versions[i] + "\"}");
    }
    return "{\"invoices\":[" + objects + "]}";
  }

  @Test
  void aListWithTheNewestFirstEndsWithThePageThatGoesBackBeyondTheCursor() {
    Invoices run = Invoices.from(DESCENDING, "2026-11-19T08:00:00Z");
    assertThat(run.asked()).isEqualTo("/invoices?page=1");
    assertThat(run.answered(page("2026-11-20T07:00:00Z", "2026-11-19T07:58:00Z")).complete())
        .as("within the overlap")
        .isFalse();
    assertThat(run.answered(page("2026-11-19T07:56:00Z", "2026-11-19T07:54:00Z")).complete())
        .isTrue();
    assertThat(run.page().cursor()).isEqualTo("2026-11-20T07:00:00Z");
  }

  @Test
  void theFirstPullOfSuchAListGoesBackAsFarAsTheManifestSays() {
    Invoices run = Invoices.first(DESCENDING.replace("order", "reach: P29D, order"));
    assertThat(run.answered(page("2026-11-20T07:00:00Z", "2026-10-23T08:00:00Z")).complete())
        .isFalse();
    assertThat(run.answered(page("2026-10-22T08:00:01Z", "2026-10-22T07:59:59Z")).complete())
        .isTrue();
  }

  @Test
  void aSweepOfSuchAListReadsAllOfIt() {
    Invoices run = Invoices.sweep(DESCENDING + "sweep: {every: P1D}\n");
    assertThat(run.answered(page("2026-11-20T07:00:00Z", "2020-01-01T00:00:00Z")).complete())
        .isFalse();
  }
}
