package org.dunlin.work.tieout;

import java.util.List;
import org.dunlin.store.Stores;
import org.dunlin.store.tieout.TieOutLine;
import org.dunlin.store.tieout.TieOutRun;
import org.dunlin.store.tieout.TieOutState;
import org.dunlin.store.tieout.TieOutTotal;
import org.jspecify.annotations.Nullable;

/** How the tie-out of connections stands, as people see it. */
public final class TieOuts {
  private static final int RUNS = 30;

  private final Stores stores;

  /** Over these stores. */
  public TieOuts(Stores stores) {
    this.stores = stores;
  }

  /**
   * How it stands.
   *
   * @param running the run that is under way
   * @param last the last one that has ended; absent where none ever did
   * @param result the last one that could tell, to which totals and lines belong
   * @param lines the largest differences
   * @param runs that have ended, the newest first
   */
  public record Shown(
      @Nullable TieOutRun running,
      @Nullable TieOutRun last,
      @Nullable TieOutRun result,
      List<TieOutTotal> totals,
      List<TieOutLine> lines,
      List<TieOutRun> runs) {
    public Shown {
      totals = List.copyOf(totals);
      lines = List.copyOf(lines);
      runs = List.copyOf(runs);
    }
  }

  /**
   * Of a connection.
   *
   * @param most so many lines at most
   */
  public Shown of(String companyId, String connectionId, int most) {
    List<TieOutRun> runs = stores.tieOuts().runs().ended(companyId, connectionId, RUNS);
    TieOutRun result =
        runs.stream()
            .filter(run -> run.state() != TieOutState.CANNOT_TELL)
            .findFirst()
            .orElse(null);
    return new Shown(
        stores.tieOuts().runs().running(companyId, connectionId).orElse(null),
        runs.isEmpty() ? null : runs.getFirst(),
        result,
        result == null ? List.of() : stores.tieOuts().runs().totals(result),
        result == null ? List.of() : stores.tieOuts().runs().lines(result, most),
        runs);
  }
}
