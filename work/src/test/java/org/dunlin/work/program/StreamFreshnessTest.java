package org.dunlin.work.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dunlin.store.program.WantedObject;
import org.dunlin.store.program.WantedObject.Kind;
import org.dunlin.store.program.WantedObject.Urgency;
import org.dunlin.work.link.StreamRows;
import org.dunlin.work.pull.Books;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.pull.ScriptedVendor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Facts are as old as the oldest reading on which they rest. */
class StreamFreshnessTest {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final Instant EARLIER = NOW.minus(Duration.ofHours(3));

  @SuppressWarnings("NullAway.Init") // each test begins with connect
  private PullHub hub;

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whereAListLeadsToInvoicesTheListCounts() {
    connect(Books.BY_VOUCHERS);
    assertThat(lastRead()).contains(Instant.EPOCH);
    read("vouchers", EARLIER);
    assertThat(lastRead()).as("whatever else was never read").contains(EARLIER);
    read("customers", NOW.minus(Duration.ofDays(3)));

    assertThat(lastRead()).contains(EARLIER);
  }

  @Test
  void whatIsWantedAndNotFetchedYetIsNotKnown() {
    connect(Books.BY_VOUCHERS);
    read("vouchers", NOW);
    want("details");
    hub.hub.sql("update wanted_object set wanted_at = now() - interval '2 days'");

    assertThat(lastRead().orElseThrow()).isBefore(NOW.minus(Duration.ofHours(47)));
  }

  @Test
  void whatLeadsToNoInvoiceMayWait() {
    connect(Books.BY_VOUCHERS);
    read("vouchers", NOW);
    want("customers");
    hub.hub.sql("update wanted_object set wanted_at = now() - interval '2 days'");

    assertThat(lastRead()).contains(NOW);
  }

  @Test
  void whereChangesComeByAStreamOfTheirOwnItCountsToo() {
    connect(Books.BY_CHANGES);
    read("invoices", NOW);
    assertThat(lastRead()).contains(Instant.EPOCH);
    read("changes", EARLIER);

    assertThat(lastRead()).contains(EARLIER);
  }

  @Test
  void aPageThatCannotBeReadIsNotKnown() {
    connect(Books.BY_CHANGES);
    read("invoices", NOW);
    read("changes", NOW);
    hub.page("invoices", "{}");
    hub.hub.settle(); // no program is known to this translation
    hub.hub.sql("update delivery set received_at = now() - interval '2 days'");
    assertThat(lastRead().orElseThrow()).isBefore(NOW.minus(Duration.ofHours(47)));
    hub.hub.sql("update delivery set state = 'APPLIED'");

    assertThat(lastRead()).contains(NOW);
  }

  private void connect(String manifest) {
    hub = new PullHub(manifest, new ScriptedVendor());
    hub.connect(Map.of(), Map.of());
    new StreamRows(hub.hub.stores).prepare(hub.link());
  }

  private void read(String stream, Instant at) {
    hub.hub
        .jdbc()
        .sql(
            "update connection_stream set last_success_at = cast(? as timestamptz)"
                + " where stream = ? and reading = 'POLL'")
        .param(at.toString())
        .param(stream)
        .update();
  }

  private void want(String stream) {
    hub.hub
        .stores
        .programs()
        .wanted()
        .want(
            "acme",
            PullHub.SHOP,
            List.of(new WantedObject(stream, Kind.OBJECT, "1", "{}")),
            Urgency.NOTICE);
  }

  private Optional<Instant> lastRead() {
    return Optional.ofNullable(
        new StreamFreshness(hub.hub.stores, hub.process.links).lastRead("acme").get(PullHub.SHOP));
  }
}
