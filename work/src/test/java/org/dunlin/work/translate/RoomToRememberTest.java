package org.dunlin.work.translate;

import static org.assertj.core.api.Assertions.assertThat;

import org.dunlin.connectors.LongIdentifiers;
import org.dunlin.connectors.RecordSink;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.view.Deliveries.Choice;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a file makes a translator remember lies where the hub says, and not in its memory. */
class RoomToRememberTest {
  private final TestHub hub = TestHub.with(DunningMode.LIVE);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void theRoomOfADeliveryReachesWhoeverReadsIt() {
    hub.offer("statement.txt", new byte[] {1});
    Delivery delivery =
        hub.stores.views().deliveries().newest("acme", Choice.ALL, 1).getFirst().delivery();
    try (ScratchFiles scratch = new ScratchFiles()) {
      RecordSink ledger =
          new LedgerWriter(hub.stores, delivery, TestHub.TODAY, Abilities.NONE, scratch);

      assertThat(LongIdentifiers.refused(ledger, "statement.txt").scratch()).isSameAs(scratch);
    }
  }
}
