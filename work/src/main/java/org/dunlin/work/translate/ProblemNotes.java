package org.dunlin.work.translate;

import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.model.Problem;
import org.dunlin.store.Stores;
import org.dunlin.store.inbox.Delivery;
import org.jspecify.annotations.Nullable;

/** What is wrong with single records of a delivery, noted as it is found. */
final class ProblemNotes {
  private final Stores stores;
  private final Delivery delivery;
  private @Nullable Problem first;

  ProblemNotes(Stores stores, Delivery delivery) {
    this.stores = stores;
    this.delivery = delivery;
  }

  /** Notes a problem; its id. */
  UUID add(Problem problem) {
    if (first == null) {
      first = problem;
    }
    return stores.problems().add(delivery.companyId(), delivery.id(), problem);
  }

  Optional<Problem> first() {
    return Optional.ofNullable(first);
  }
}
