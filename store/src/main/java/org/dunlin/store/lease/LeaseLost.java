package org.dunlin.store.lease;

/** Somebody else has claimed the work meanwhile; the transaction must be undone. */
public final class LeaseLost extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What was lost, in words. */
  public LeaseLost(String what) {
    super(what + " was claimed by another worker meanwhile", null, false, false);
  }

  /** Throws unless exactly one row was changed under the lease. */
  public static void unless(int changedRows, String what) {
    if (changedRows != 1) {
      throw new LeaseLost(what);
    }
  }
}
