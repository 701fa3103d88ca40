package org.dunlin.connectors.program.pull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reply to a pull or a fetch has brought. */
public sealed interface PageRead {
  /**
   * A page that can be kept.
   *
   * @param seen in the order of the page; the same object may come twice, in one page or in two
   * @param gone of a stream that tells what was deleted; such a stream has nothing in {@code seen}
   * @param wanted objects of other streams that these lead to
   * @param next how the run goes on; absent when it is complete
   * @param cursor kept in the transaction that keeps the page; absent where what is kept stays
   */
  record Page(
      List<Seen> seen,
      List<Gone> gone,
      List<Wanted> wanted,
      @Nullable PullState next,
      @Nullable String cursor)
      implements PageRead {
    public Page {
      seen = List.copyOf(seen);
      gone = List.copyOf(gone);
      wanted = List.copyOf(wanted);
    }
  }

  /**
   * A page that is not taken: the run ends, and the cursor stays.
   *
   * @param sentence for people, why
   */
  record Refused(String sentence) implements PageRead {}
}
