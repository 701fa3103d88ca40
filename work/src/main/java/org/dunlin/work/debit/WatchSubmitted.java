package org.dunlin.work.debit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.store.Stores;
import org.dunlin.store.debit.CollectionFile;
import org.dunlin.store.debit.Debit;
import org.dunlin.store.debit.DebitState;
import org.dunlin.store.debit.Debits.Asks;
import org.dunlin.store.outbox.EffectState;

/**
 * Looks after debits whose file was approved: where it never left they are taken back, and where
 * the money does not come a person is asked; within the caller's transaction.
 */
final class WatchSubmitted {
  /** So many days after the collection the bank has told what became of it. */
  static final int MOST_DAYS = 10;

  private final Stores stores;
  private final String companyId;
  private final LocalDate today;

  WatchSubmitted(Stores stores, String companyId, LocalDate today) {
    this.stores = stores;
    this.companyId = companyId;
    this.today = today;
  }

  /** Whether nothing was heard of a debit for so long that a person may give it up. */
  static boolean isOverdue(Debit debit, LocalDate today) {
    return debit.state() == DebitState.SUBMITTED
        && debit.collectOn().plusDays(MOST_DAYS).isBefore(today);
  }

  void look(CheckDebits check) {
    Map<UUID, Boolean> never = new HashMap<>();
    List<Debit> submitted =
        stores.debits().debits().in(companyId, List.of(DebitState.SUBMITTED), Integer.MAX_VALUE);
    for (Debit debit : submitted) {
      Debit.Place place = debit.place();
      if (place != null && never.computeIfAbsent(place.collectionId(), this::neverLeft)) {
        check.withdrawn(debit, Withdrawn.NOT_SENT, "collect");
        stores.debits().mandates().notCollected(companyId, debit.mandateId());
      } else if (isOverdue(debit, today)) {
        stores.debits().debits().ask(companyId, debit.id(), Asks.LOOK);
      }
    }
  }

  private boolean neverLeft(UUID collection) {
    EffectState sending =
        stores
            .debits()
            .files()
            .find(companyId, collection)
            .map(CollectionFile::effect)
            .orElse(null);
    return sending == EffectState.SHADOW
        || sending == EffectState.CANCELLED
        || sending == EffectState.FAILED;
  }
}
