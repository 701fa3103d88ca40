package org.dunlin.connectors.camt;

import java.time.LocalDate;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.jspecify.annotations.Nullable;

/** The days that a statement or its bookings cover, first and last included. */
final class Period {
  private @Nullable LocalDate from;
  private @Nullable LocalDate to;

  /** Stretches the period to this day. */
  void cover(LocalDate day) {
    from = from == null || day.isBefore(from) ? day : from;
    to = to == null || day.isAfter(to) ? day : to;
  }

  /**
   * What the statement says (FrToDt), else the days of its bookings to that of the closing balance,
   * else the day of a balance, else the day on which the statement was made.
   */
  static Period of(Element statement, Period bookings, Balances balances) {
    Period period = new Period();
    Element first = statement.filled("FrToDt", "FrDtTm");
    Element last = statement.filled("FrToDt", "ToDtTm");
    if (first != null && last != null) {
      period.from = Values.date(first);
      period.to = Values.date(last);
      if (period.to().isBefore(period.from())) {
        throw first.refused("WRONG_DATE", "the statement's period ends before it begins");
      }
      return period;
    }
    LocalDate closing = balances.closingDate();
    LocalDate anyBalance = closing != null ? closing : balances.openingDate();
    if (bookings.from != null) {
      period.cover(bookings.from());
      period.cover(bookings.to());
      period.cover(closing == null ? bookings.to() : closing);
    } else {
      period.cover(anyBalance != null ? anyBalance : Values.date(statement.require("CreDtTm")));
    }
    return period;
  }

  LocalDate from() {
    return known(from);
  }

  LocalDate to() {
    return known(to);
  }

  private static LocalDate known(@Nullable LocalDate day) {
    if (day == null) {
      throw new IllegalStateException("the period covers no day yet");
    }
    return day;
  }
}
