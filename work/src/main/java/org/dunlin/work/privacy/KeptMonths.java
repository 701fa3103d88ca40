package org.dunlin.work.privacy;

import org.dunlin.store.privacy.RawStream;
import org.jspecify.annotations.Nullable;

/**
 * How many whole months content is kept; the month in which it came does not count.
 *
 * @param statements raw content of bank statements
 * @param invoices raw content of invoices
 * @param refused raw content of what was refused as a whole and not replayed
 * @param calls what was asked of programs and answered, and that it was
 * @param messages what messages and status files said; absent: kept
 * @param journal what the journal says of changes; absent: kept
 */
public record KeptMonths(
    int statements,
    int invoices,
    int refused,
    int calls,
    @Nullable Integer messages,
    @Nullable Integer journal) {

  /**
   * @throws IllegalArgumentException when something is not kept at all
   */
  public KeptMonths {
    if (statements < 1
        || invoices < 1
        || refused < 1
        || calls < 1
        || messages != null && messages < 1
        || journal != null && journal < 1) {
      throw new IllegalArgumentException(
          "dunlin.retention counts whole months, at least 1 of each.");
    }
  }

  /** Calls say what messages said. */
  int callsAndMessages() {
    return messages == null ? calls : Math.min(calls, messages);
  }

  int raw(RawStream stream) {
    return switch (stream) {
      case STATEMENTS -> statements;
      case INVOICES -> invoices;
      case REFUSED -> refused;
    };
  }
}
