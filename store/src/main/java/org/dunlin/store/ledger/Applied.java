package org.dunlin.store.ledger;

import java.util.UUID;
import org.dunlin.core.model.CanonicalRecord;
import org.jspecify.annotations.Nullable;

/**
 * What became of one record that was applied to the ledger.
 *
 * @param id the ledger's id of the record
 * @param outcome what it changed
 * @param before the record as it was, where there was one
 */
public record Applied<T extends CanonicalRecord>(UUID id, Outcome outcome, @Nullable T before) {
  /** What applying a record changed. */
  public enum Outcome {
    /** It was not there. */
    ADDED,
    /** It was there and said something else. */
    CHANGED,
    /** It was there and said the same. */
    SAME,
    /** A later version of it has been applied already. */
    STALE
  }
}
