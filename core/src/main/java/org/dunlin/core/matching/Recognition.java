package org.dunlin.core.matching;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which of the hub's lines on one invoice a program has booked itself: those that it confirmed when
 * it was told, those that a booking made, and else those that agree in amount and account and lie
 * within five days of it. A line is one booking at most, and a booking one line.
 */
public final class Recognition {
  /** So many days a payment may be booked before or after the day of the bank. */
  public static final int MOST_DAYS = 5;

  private static final Comparator<Pair> NEAREST =
      Comparator.comparingLong(Pair::days)
          .thenComparing(pair -> pair.hub().id())
          .thenComparing(pair -> pair.booked().booking());

  private final List<BookedLine> booked;
  private final List<HubLine> hub;
  private final Map<UUID, BookedLine> found = new HashMap<>();
  private final Set<BookedLine> taken = new HashSet<>();

  private Recognition(List<BookedLine> booked, List<HubLine> hub) {
    this.booked = booked;
    this.hub = hub;
  }

  private record Pair(HubLine hub, BookedLine booked, long days) {}

  /** The bookings by the ids of the hub's lines; the order of the lists means nothing. */
  public static Map<UUID, BookedLine> of(List<BookedLine> booked, List<HubLine> hub) {
    Recognition recognition = new Recognition(booked, hub);
    recognition.take((line, booking) -> line.id().equals(booking.told()));
    recognition.take((line, booking) -> booking.booking().equals(line.made()));
    recognition.take(
        (line, booking) -> line.creditNote() != null && line.creditNote().equals(booking.creditNote()));
    recognition.take(Recognition::near);
    return Map.copyOf(recognition.found);
  }

  private void take(BiPredicate<HubLine, BookedLine> fits) {
    List<Pair> pairs = new ArrayList<>();
    for (HubLine line : hub) {
      for (BookedLine booking : booked) {
        if (line.amount().equals(booking.amount()) && fits.test(line, booking)) {
          pairs.add(new Pair(line, booking, days(line, booking)));
        }
      }
    }
    pairs.sort(NEAREST);
    for (Pair pair : pairs) {
      if (!found.containsKey(pair.hub().id()) && !taken.contains(pair.booked())) {
        found.put(pair.hub().id(), pair.booked());
        taken.add(pair.booked());
      }
    }
  }

  /** What a booking made is that booking or none; what was told and confirmed is no other's. */
  private static boolean near(HubLine line, BookedLine booking) {
    return line.made() == null
        && line.creditNote() == null
        && booking.told() == null
        && line.date() != null
        && booking.date() != null
        && days(line, booking) <= MOST_DAYS
        && sameAccount(line.account(), booking.account());
  }

  private static long days(HubLine line, BookedLine booking) {
    return line.date() == null || booking.date() == null
        ? 0
        : Math.abs(ChronoUnit.DAYS.between(line.date(), booking.date()));
  }

  /** Whether two accounts, where both are known, are one. */
  static boolean sameAccount(@Nullable String one, @Nullable String other) {
    return one == null || other == null || Objects.equals(one, other);
  }
}
