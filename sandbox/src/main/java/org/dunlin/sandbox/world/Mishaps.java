package org.dunlin.sandbox.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Spreads the mishaps over the days: each kind once, in a long world twice. */
final class Mishaps {
  private static final List<Mishap> KINDS = List.of(Mishap.values());
  private static final int TIMES_AT_MOST = 2;

  /** Banking days that a mishap's end may take, so that all is mended on the last day. */
  private static final int DAYS_TO_MEND = 5;

  private final Map<LocalDate, Mishap> byDay = new TreeMap<>();

  private Mishaps() {}

  static Mishaps of(long seed, LocalDate firstDay, int days) {
    List<LocalDate> free =
        new ArrayList<>(
            firstDay.datesUntil(firstDay.plusDays(days)).filter(BankingDays::isOne).toList());
    free = new ArrayList<>(free.subList(0, Math.max(0, free.size() - DAYS_TO_MEND)));
    Collections.shuffle(free, Chance.of(seed, "mishaps").random());
    Mishaps mishaps = new Mishaps();
    int count = Math.min(free.size(), TIMES_AT_MOST * KINDS.size());
    for (int i = 0; i < count; i++) {
      mishaps.byDay.put(free.get(i), KINDS.get(i % KINDS.size()));
    }
    return mishaps;
  }

  Optional<Mishap> on(LocalDate day) {
    return Optional.ofNullable(byDay.get(day));
  }
}
