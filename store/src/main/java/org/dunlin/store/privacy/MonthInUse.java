package org.dunlin.store.privacy;

/** A month of raw content is being read and cannot go now; its keys may be destroyed already. */
public final class MonthInUse extends RuntimeException {
  private static final long serialVersionUID = 1;

  MonthInUse(String partition) {
    super(partition + " is being read; it goes with the next run.", null, false, false);
  }
}
