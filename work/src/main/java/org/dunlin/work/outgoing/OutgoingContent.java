package org.dunlin.work.outgoing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What files tell another program. */
public enum OutgoingContent {
  /** How an invoice stands, as canonical JSON Lines; a file after each change. */
  STATUS_LINES,
  /** How an invoice stands, as CSV; a file after each change. */
  STATUS_CSV,
  /** Payments as they were matched, as CSV; a file a business day. */
  PAYMENTS,
  /** The same as postings of a DATEV Buchungsstapel. */
  DATEV;

  /** As settings have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it says how invoices stand, and not what was matched. */
  public boolean isStatus() {
    return this == STATUS_LINES || this == STATUS_CSV;
  }

  /** The words of all. */
  public static String[] words() {
    return Arrays.stream(values()).map(OutgoingContent::word).toArray(String[]::new);
  }

  static OutgoingContent of(String word) {
    return List.of(values()).stream()
        .filter(each -> each.word().equals(word))
        .findFirst()
        .orElse(STATUS_LINES);
  }
}
