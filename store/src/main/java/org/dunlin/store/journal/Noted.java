package org.dunlin.store.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, to be appended with others before the transaction ends.
 *
 * @param id made when it happened, since rows are read in the order of their ids; another takes its
 *     place where the clock of this machine does not go with that of the database
 * @param customerId whom it is about, where it is about one customer
 */
public record Noted(UUID id, Happening happening, @Nullable UUID customerId) {
  /** Whom it is about, where it says something that is to be sealed. */
  @Nullable UUID sealedFor() {
    boolean says =
        happening.reason() != null || happening.before() != null || happening.after() != null;
    return says ? customerId : null;
  }
}
