package org.dunlin.store.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dunlin.store.Rows;
import org.dunlin.store.program.Quotas.Window;
import org.dunlin.store.program.SeenObjects.Of;
import org.dunlin.store.program.SeenObjects.Thing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is counted of connections: requests, objects that are there, notices that came. */
class CountsTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
  private static final Of INVOICES = new Of("acme", "books", "invoices");

  private final Rows rows = new Rows();
  private final Quotas quotas = rows.stores.programs().quotas();
  private final SeenObjects seen = rows.stores.programs().seen();

  @BeforeEach
  void connection() {
    Linked.add(rows, "books");
  }

  @AfterEach
  void close() {
    rows.close();
  }

  @Test
  void aWindowEndsWhenItIsUsedUpAndTheNextOneBeginsAtNothing() {
    Window monday = new Window("acme", "books", "day", MONDAY);
    Window tuesday = new Window("acme", "books", "day", MONDAY.plus(Duration.ofDays(1)));
    assertThat(quotas.take(monday, 2)).contains(1);
    assertThat(quotas.take(monday, 2)).contains(2);
    assertThat(quotas.take(monday, 2)).isEmpty();
    assertThat(quotas.take(monday, 3)).as("what is kept back").contains(3);

    assertThat(quotas.used(tuesday)).isZero();
    assertThat(quotas.take(tuesday, 2)).contains(1);
    assertThat(quotas.used(tuesday)).isEqualTo(1);
  }

  @Test
  void theProgramsOwnCountWins() {
    Window monday = new Window("acme", "books", "day", MONDAY);
    quotas.take(monday, 5000);
    quotas.set(monday, 4999);
    assertThat(quotas.take(monday, 5000)).contains(5000);

    assertThat(quotas.take(monday, 5000)).isEmpty();
  }

  @Test
  void anObjectIsMissingAfterOneSweepAndAgainAfterTwo() {
    saw(1, "a", "b");
    saw(2, "a");
    seen.missed(INVOICES, 2);
    assertThat(seen.missing(INVOICES, 1)).containsExactly("b");
    saw(3, "a");
    seen.missed(INVOICES, 3);
    assertThat(seen.missing(INVOICES, 2)).containsExactly("b");
    seen.gone(INVOICES, List.of("b"));

    assertThat(seen.missing(INVOICES, 2)).isEmpty();
    assertThat(seen.count(INVOICES)).isEqualTo(1);
  }

  @Test
  void anObjectThatIsSeenAgainIsNotMissing() {
    saw(1, "a", "b");
    saw(2, "a");
    seen.missed(INVOICES, 2);
    assertThat(seen.known(INVOICES, List.of("a", "b")).missing()).containsExactly("b");
    saw(2, "b");

    assertThat(seen.missing(INVOICES, 1)).isEmpty();
    assertThat(seen.known(INVOICES, List.of("b")).missing()).isEmpty();
  }

  @Test
  void whatAPollSeesWhileASweepIsUnderWayIsSeenByTheSweep() {
    saw(1, "a");
    saw(2, "new");
    seen.missed(INVOICES, 2);

    assertThat(seen.missing(INVOICES, 1)).containsExactly("a");
  }

  @Test
  void aNoticeThatCameBeforeIsKnown() {
    HookNotices notices = rows.stores.programs().notices();
    assertThat(notices.note("acme", "books", List.of("e-1", "e-2"))).hasSize(2);
    assertThat(notices.note("acme", "books", List.of("e-2", "e-3"))).containsExactly("e-3");
    assertThat(notices.forget(Duration.ofDays(7))).isZero();
    rows.jdbc().sql("update hook_notice set received_at = now() - interval '8 days'").update();

    assertThat(notices.forget(Duration.ofDays(7))).isEqualTo(3);
  }

  private void saw(long generation, String... keys) {
    seen.saw(
        INVOICES, List.of(keys).stream().map(key -> new Thing(key, null)).toList(), generation);
  }
}
