package org.dunlin.store.company;

import org.dunlin.core.port.Stage;

/** Work over a company as a whole. */
public enum WorkDue {
  /** Open invoices or unallocated payments changed. */
  MATCH(Stage.MATCH),
  /** What matching or a person decided may change what is due. */
  DUN(Stage.DUN);

  private final Stage stage;

  WorkDue(Stage stage) {
    this.stage = stage;
  }

  /** Who does it. */
  public Stage stage() {
    return stage;
  }
}
