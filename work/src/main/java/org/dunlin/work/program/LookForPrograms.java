package org.dunlin.work.program;

import java.time.Duration;
import org.dunlin.connectors.program.Programs;
import org.dunlin.store.Stores;

/** Looks for folders of programs that were dropped in, and forgets notices of long ago. */
public final class LookForPrograms {
  /** No program sends a notice again after so long. */
  private static final Duration NOTICES_KEPT = Duration.ofDays(7);

  private final Stores stores;
  private final Programs programs;

  /** Over these stores. */
  public LookForPrograms(Stores stores, Programs programs) {
    this.stores = stores;
    this.programs = programs;
  }

  /** Looks once. */
  public void look() {
    programs.rescan();
    stores.programs().notices().forget(NOTICES_KEPT);
  }
}
