package org.dunlin.bench.match;

import java.time.LocalDate;

/** How a company numbers a series of documents. */
enum Numbering {
  YEAR_AND_LETTERS,
  LETTERS_AND_COUNT,
  MONTHLY,
  COUNT_AND_YEAR,
  DIGITS,
  SHORT_YEAR,
  UNPADDED;

  String number(int count, LocalDate issued) {
    int year = issued.getYear();
    return switch (this) {
      case YEAR_AND_LETTERS -> "VK/%d/%05d".formatted(year, count);
      case LETTERS_AND_COUNT -> "HD%07d".formatted(40_000 + count);
      case MONTHLY -> "%d%02d-%04d".formatted(year, issued.getMonthValue(), count);
      case COUNT_AND_YEAR -> "%d/%02d".formatted(1000 + count, year % 100);
      case DIGITS -> String.valueOf(8_310_000 + count);
      case SHORT_YEAR -> "N%02d.%05d".formatted(year % 100, count);
      case UNPADDED -> "BILL " + (300 + count);
    };
  }
}
