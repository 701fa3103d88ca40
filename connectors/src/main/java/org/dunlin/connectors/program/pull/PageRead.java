package org.dunlin.connectors.program.pull;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a reply to a pull or a fetch has brought. */
public sealed interface PageRead {
  /**
   * A page that can be kept.
   *
   * @param seen in the order of the page; the same object may come twice, in one page or in two
   * @param gone of a stream that tells what was deleted; such a stream has nothing in {@code seen}
   * @param leads to objects of other streams
   * @param next how the run goes on; absent when it is complete
   * @param cursor kept in the transaction that keeps the page; absent where what is kept stays
   * @param ahead a sentence where an object says that it changed at a time yet to come; of the last
   *     page, where one of the whole run does
   */
  record Page(
      List<Seen> seen,
      List<Gone> gone,
      List<Lead> leads,
      @Nullable PullState next,
      @Nullable String cursor,
      @Nullable String ahead)
      implements PageRead {
    public Page {
      seen = List.copyOf(seen);
      gone = List.copyOf(gone);
      leads = List.copyOf(leads);
    }

    /** What all of its objects lead to, each once. */
    public List<Wanted> wanted() {
      return leads.stream().map(Lead::to).distinct().toList();
    }

    /** What its objects of these keys lead to, each once. */
    public List<Wanted> wantedBy(Collection<String> keys) {
      Set<String> of = Set.copyOf(keys);
      return leads.stream()
          .filter(lead -> of.contains(lead.from()))
          .map(Lead::to)
          .distinct()
          .toList();
    }
  }

  /**
   * An object that another one leads to.
   *
   * @param from the key of the object that leads there
   */
  record Lead(String from, Wanted to) {}

  /**
   * A page that is not taken: the run ends, and the cursor stays.
   *
   * @param sentence for people, why
   */
  record Refused(String sentence) implements PageRead {}
}
