package org.dunlin.connectors.ofx;

import java.time.LocalDate;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * The days that a list of transactions covers. It goes from DTSTART to DTEND, but the day on which
 * the file was made is not over in it: what comes later on that day is in the next file, which
 * begins with it (section 11.4.2.2). So that day is not covered yet, unless it is the only one.
 */
final class Cover {
  private @Nullable Element start;
  private @Nullable Element end;
  private @Nullable LocalDate first;
  private @Nullable LocalDate last;
  private @Nullable LocalDate from;
  private @Nullable LocalDate to;
  private @Nullable LocalDate covered;

  void begin(Element start) {
    this.start = start;
  }

  void end(Element end) {
    this.end = end;
  }

  /** Counts a transaction, for a list that does not say its days. */
  void entry(LocalDate day) {
    first = first == null || day.isBefore(first) ? day : first;
    last = last == null || day.isAfter(last) ? day : last;
  }

  /**
   * Ends the list.
   *
   * @param made when the file was made, where that is known
   * @param balanceOn the day of the balance, where there is one
   */
  void settle(Element statement, @Nullable LocalDate made, @Nullable LocalDate balanceOn) {
    LocalDate begins = start == null || start.text() == null ? first : Values.day(start);
    LocalDate ends = end == null || end.text() == null ? last : Values.day(end);
    LocalDate known = ends != null ? ends : balanceOn;
    if (known == null) {
      throw statement.missing("BANKTRANLIST/DTEND");
    }
    from = begins == null ? known : begins;
    to = known;
    if (to.isBefore(from)) {
      throw new Refusal(
          "WRONG_DATE",
          statement.line(),
          "the list of transactions ends before it begins; ask the bank for a correct file");
    }
    boolean over = made == null || made.isAfter(to);
    LocalDate dayBefore = made == null ? to : made.minusDays(1);
    covered = over ? to : dayBefore.isBefore(from) ? from : dayBefore;
  }

  /** Whether the list ends on that day, be it over or not. */
  boolean endsOn(LocalDate day) {
    return day.equals(to);
  }

  LocalDate listedFrom() {
    return settled(from);
  }

  LocalDate listedTo() {
    return settled(to);
  }

  LocalDate from() {
    return settled(from);
  }

  /** The last day that is covered. */
  LocalDate to() {
    return settled(covered);
  }

  private static LocalDate settled(@Nullable LocalDate day) {
    if (day == null) {
      throw new IllegalStateException("the list has not ended yet");
    }
    return day;
  }
}
