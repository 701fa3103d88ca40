package org.dunlin.store.tieout;

import javax.sql.DataSource;

/** The stores of what programs say that their customers owe. */
public record TieOutStores(
    ProgramFigures figures, ComparedSides sides, KnownReasons reasons, TieOutRuns runs) {
  /** The stores over a pool. */
  public static TieOutStores over(DataSource pool) {
    return new TieOutStores(
        new ProgramFigures(pool),
        new ComparedSides(pool),
        new KnownReasons(pool),
        new TieOutRuns(pool));
  }
}
