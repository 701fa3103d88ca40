package org.dunlin.connectors.program.total;

import java.util.List;
import org.dunlin.connectors.program.pull.PullState;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What an answer has brought. */
public sealed interface TotalsRead {
  /**
   * Rows.
   *
   * @param total what the program says that all rows are together, where it does
   * @param next how the reading goes on; absent when it is complete
   */
  record Page(List<TotalsRow> rows, @Nullable Money total, @Nullable PullState next)
      implements TotalsRead {
    public Page {
      rows = List.copyOf(rows);
    }
  }

  /** It is not taken; the sentence is for people. */
  record Refused(String sentence) implements TotalsRead {}
}
