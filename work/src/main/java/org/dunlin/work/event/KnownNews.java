package org.dunlin.work.event;

import java.util.List;

/** What programs know of single invoices, which is of use for some time only. */
public final class KnownNews {
  /** The words by which it is known. */
  public static final List<String> WORDS = List.of(Settlements.WORD, NotedEvents.OVERDUE);

  private KnownNews() {}
}
