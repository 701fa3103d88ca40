package org.dunlin.sandbox.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A world whose days have all passed, with the files of each. */
record Played(World world, Map<LocalDate, List<OutsideFile>> byDay) {
  static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
  static final int DAYS = 61;

  static Played of(long seed) {
    return grown(seed, Debtors.inTable());
  }

  /** A world with so many customers, all of whose days have passed. */
  static Played grown(long seed, int customers) {
    World world = World.of(seed, FIRST, DAYS, customers);
    Map<LocalDate, List<OutsideFile>> byDay = new LinkedHashMap<>();
    world.days().forEach(day -> byDay.put(day, world.day(day)));
    return new Played(world, byDay);
  }

  /** As {@link #of}, and each overdue open invoice is reminded of every seven days. */
  static Played withReminders(long seed) {
    World world = World.of(seed, FIRST, DAYS);
    Map<LocalDate, List<OutsideFile>> byDay = new LinkedHashMap<>();
    for (LocalDate day : world.days()) {
      byDay.put(day, world.day(day));
      if (day.getDayOfMonth() % 7 == 0) {
        remindAll(world, day);
      }
    }
    return new Played(world, byDay);
  }

  List<OutsideFile> files() {
    List<OutsideFile> files = new ArrayList<>();
    byDay.values().forEach(files::addAll);
    return files;
  }

  /** The files that are what they should be. */
  List<OutsideFile> goodFiles() {
    Map<String, String> bad = world.truth().quarantines();
    return files().stream().filter(file -> !bad.containsKey(file.name())).toList();
  }

  List<Xpath> invoices() {
    return goodFiles().stream()
        .filter(file -> file.name().matches("(factuur|creditnota)-.*"))
        .map(Xpath::of)
        .toList();
  }

  List<Xpath> statements() {
    return goodFiles().stream()
        .filter(file -> file.name().toLowerCase(Locale.ROOT).startsWith("camt"))
        .map(Xpath::of)
        .toList();
  }

  private static void remindAll(World world, LocalDate day) {
    var open = world.truth().open();
    world
        .customers()
        .forEach(
            customer -> {
              String email = customer.email();
              if (email != null) {
                open.forEach(
                    (number, left) -> {
                      if (left.isPositive()) {
                        world.reminderReceived(day, email, "Herinnering", "Factuur " + number);
                      }
                    });
              }
            });
  }
}
