package org.dunlin.work.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dunlin.connectors.Scratch;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Problem;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.view.Deliveries.Choice;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A file of nothing but mistakes fills neither the database nor anybody's screen. */
class ManyProblemsTest {
  private final TestHub hub = TestHub.with(DunningMode.LIVE);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void theFirstProblemsAreListedAndTheOthersCounted() {
    List<Problem> listed = refused(ProblemNotes.MOST_LISTED + 500);

    assertThat(listed).hasSize(ProblemNotes.MOST_LISTED + 1);
    assertThat(listed.getFirst().position()).isEqualTo("line 1");
    assertThat(listed.getLast().code()).isEqualTo("MORE_PROBLEMS");
    assertThat(listed.getLast().message()).startsWith("500 more records were refused");
  }

  @Test
  void asManyAsAreListedHaveNothingBehindThem() {
    assertThat(refused(ProblemNotes.MOST_LISTED))
        .hasSize(ProblemNotes.MOST_LISTED)
        .noneMatch(problem -> problem.code().equals("MORE_PROBLEMS"));
  }

  private List<Problem> refused(int records) {
    hub.offer("mistakes.jsonl", new byte[] {1});
    Delivery delivery =
        hub.stores.views().deliveries().newest("acme", Choice.ALL, 1).getFirst().delivery();
    LedgerWriter ledger =
        new LedgerWriter(hub.stores, delivery, TestHub.TODAY, Abilities.NONE, Scratch.MEMORY);
    for (int line = 1; line <= records; line++) {
      ledger.accept(new Problem(delivery.name(), "line " + line, "WRONG", "it is wrong"));
    }
    ledger.end();
    return hub.stores.problems().of("acme", delivery.id(), delivery.name());
  }
}
