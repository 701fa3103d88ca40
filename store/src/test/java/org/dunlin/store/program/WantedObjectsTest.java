package org.dunlin.store.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.dunlin.store.Rows;
import org.dunlin.store.program.WantedObject.Kind;
import org.dunlin.store.program.WantedObject.Urgency;
import org.dunlin.store.program.WantedObjects.Taken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An object is fetched once however often it is wanted, and once more if it is wanted meanwhile.
 */
class WantedObjectsTest {
  private final Rows rows = new Rows();
  private final WantedObjects wanted = rows.stores.programs().wanted();

  @BeforeEach
  void connection() {
    Linked.add(rows, "books");
  }

  @AfterEach
  void close() {
    rows.close();
  }

  @Test
  void whatIsWantedTwiceIsFetchedOnce() {
    want(Urgency.IN_TURN, "1", "1", "2");
    want(Urgency.NOTICE, "1");

    assertThat(keys()).containsExactly("1", "2");
  }

  @Test
  void whatIsWantedAgainWhileItIsFetchedIsFetchedOnceMore() {
    want(Urgency.NOTICE, "1");
    Taken taken = wanted.next("acme", "books", 10).getFirst();
    want(Urgency.NOTICE, "1");
    wanted.done(List.of(taken));
    assertThat(keys()).containsExactly("1");
    wanted.done(wanted.next("acme", "books", 10));

    assertThat(keys()).isEmpty();
  }

  @Test
  void theMostUrgentComesFirst() {
    want(Urgency.IN_TURN, "turn");
    want(Urgency.NOTICE, "notice");
    want(Urgency.AT_ONCE, "person");

    assertThat(keys()).containsExactly("person", "notice", "turn");
  }

  @Test
  void whatFailedWaitsUnlessItIsWantedAgain() {
    want(Urgency.NOTICE, "1");
    wanted.failed(wanted.next("acme", "books", 1).getFirst(), Duration.ofHours(1), "It broke.");
    assertThat(keys()).isEmpty();
    assertThat(wanted.waiting("acme", "books").failing()).isEqualTo(1);
    want(Urgency.NOTICE, "1");

    assertThat(keys()).containsExactly("1");
  }

  @Test
  void aWishMakesTheConnectionDue() {
    rows.stores
        .programs()
        .streams()
        .later(new Streams.Key("acme", "books", "invoices", Reading.POLL), Duration.ofHours(1));
    rows.stores.programs().linked().refresh("acme", "books");
    assertThat(rows.stores.programs().linked().claim(true)).isEmpty();
    want(Urgency.NOTICE, "1");
    rows.stores.programs().linked().refresh("acme", "books");

    assertThat(rows.stores.programs().linked().claim(true)).isPresent();
  }

  private void want(Urgency urgency, String... keys) {
    wanted.want(
        "acme",
        "books",
        List.of(keys).stream()
            .map(key -> new WantedObject("invoices", Kind.OBJECT, key, "{}"))
            .toList(),
        urgency);
  }

  private List<String> keys() {
    return wanted.next("acme", "books", 10).stream().map(taken -> taken.object().key()).toList();
  }
}
