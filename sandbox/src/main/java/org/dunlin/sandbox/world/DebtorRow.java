package org.dunlin.sandbox.world;

import org.jspecify.annotations.Nullable;

/** What is told of an invented customer before numbers and accounts are drawn for it. */
record DebtorRow(
    String name,
    String country,
    String street,
    String postalCode,
    String city,
    String language,
    @Nullable String email,
    Habit habit,
    int termDays,
    boolean referenced) {

  /** A line of the table of customers, its cells parted by semicolons. */
  static DebtorRow of(String line) {
    String[] cells = line.split(";", -1);
    return new DebtorRow(
        cells[0],
        cells[1],
        cells[2],
        cells[3],
        cells[4],
        cells[5],
        cells[6].isEmpty() ? null : cells[6],
        Habit.valueOf(cells[7]),
        Integer.parseInt(cells[8]),
        cells[9].equals("yes"));
  }
}
