package org.dunlin.store.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dunlin.store.Rows;
import org.dunlin.store.program.Streams.Key;
import org.dunlin.store.program.WantedObject.Kind;
import org.dunlin.store.program.WantedObject.Urgency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A wish that is not committed yet while its connection is given back is not passed over. */
class WishMeanwhileTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Rows rows = new Rows();
  private final LinkedPrograms linked = rows.stores.programs().linked();
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
  void aConnectionIsDueAgainForWhatIsWantedWhileItIsGivenBack() throws Exception {
    ClaimedProgram claimed = linked.claim(true).orElseThrow();
    rows.stores
        .programs()
        .streams()
        .later(new Key("acme", "books", "invoices", Reading.POLL), Duration.ofHours(1));
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<?> back = rows.stores.transactions().in(() -> want(other, claimed));
      back.get();
    }

    assertThat(linked.busy("acme")).isTrue();
    assertThat(linked.claim(true)).isPresent();
  }

  /** Wants an object, and returns as soon as the other one waits for what comes of it. */
  private Future<?> want(ExecutorService other, ClaimedProgram claimed) {
    WantedObject object = new WantedObject("invoices", Kind.OBJECT, "1", "{}");
    wanted.want("acme", "books", List.of(object), Urgency.NOTICE);
    linked.refresh("acme", "books");
    Future<?> back = other.submit(() -> giveBack(claimed));
    Instant end = Instant.now().plus(PATIENCE);
    while (!somebodyWaits()) {
      assertThat(Instant.now()).as("nobody waits for the wish").isBefore(end);
      Thread.onSpinWait();
    }
    return back;
  }

  private void giveBack(ClaimedProgram claimed) {
    rows.stores.transactions().run(() -> wanted.noteDue("acme", "books"));
    rows.stores.transactions().run(() -> linked.release(claimed));
  }

  private boolean somebodyWaits() {
    return rows.jdbc()
        .sql("select exists (select from pg_locks where not granted)")
        .query(Boolean.class)
        .single();
  }
}
