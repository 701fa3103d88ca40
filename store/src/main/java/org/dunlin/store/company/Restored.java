package org.dunlin.store.company;

import java.time.Instant;

/**
 * That the hub was brought back from a backup.
 *
 * @param at when it was brought back
 * @param from the moment of the backup; what the hub before it did after that is not known here
 */
public record Restored(Instant at, Instant from) {
  /** What is to be done before the restored hub works. */
  public enum Next {
    /** Nothing may leave by itself, since the hub before it may have gone on. */
    HOLD,
    /** The hub before it has not run since, so this one goes on where it stopped. */
    GO_ON
  }
}
