package org.dunlin.work.debit;

/** What was said does not stand; nothing was changed. */
public final class NotTaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  NotTaken(Refusal refusal) {
    super(refusal.sentence());
    this.refusal = refusal;
  }

  /** Why not. */
  public Refusal refusal() {
    return refusal;
  }

  static void unless(boolean holds, Refusal otherwise) {
    if (!holds) {
      throw new NotTaken(otherwise);
    }
  }
}
