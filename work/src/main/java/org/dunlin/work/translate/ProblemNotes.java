package org.dunlin.work.translate;

import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.model.Problem;
import org.dunlin.store.Stores;
import org.dunlin.store.inbox.Delivery;
import org.jspecify.annotations.Nullable;

/** What is wrong with single records of a delivery, noted as it is found. */
final class ProblemNotes {
  /** Nobody reads further, and a hostile file could have millions. */
  static final int MOST_LISTED = 1000;

  private final Stores stores;
  private final Delivery delivery;
  private @Nullable Problem first;
  private int found;

  ProblemNotes(Stores stores, Delivery delivery) {
    this.stores = stores;
    this.delivery = delivery;
  }

  /** Notes a problem; its id, where it is listed. */
  Optional<UUID> add(Problem problem) {
    if (first == null) {
      first = problem;
    }
    return ++found > MOST_LISTED
        ? Optional.empty()
        : Optional.of(stores.problems().add(delivery.companyId(), delivery.id(), problem));
  }

  /** Says how many problems were too many to be listed. */
  void end() {
    if (found > MOST_LISTED) {
      String more =
          (found - MOST_LISTED)
              + " more records were refused; the first "
              + MOST_LISTED
              + " are listed";
      stores
          .problems()
          .add(
              delivery.companyId(),
              delivery.id(),
              new Problem(delivery.name(), null, "MORE_PROBLEMS", more));
    }
  }

  Optional<Problem> first() {
    return Optional.ofNullable(first);
  }
}
