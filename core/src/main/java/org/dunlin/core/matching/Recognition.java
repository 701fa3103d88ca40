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
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Which of the hub's lines on one invoice a program has booked itself: those that it confirmed when
 * it was told, those that a booking made, and else those that agree in amount and account and lie
 * within five days of it. A line is one booking at most, and a booking the lines of one payment.
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
        (line, booking) ->
            line.creditNote() != null && line.creditNote().equals(booking.creditNote()));
    recognition.take(Recognition::near);
    recognition.takeTogether();
    return Map.copyOf(recognition.found);
  }

  private void take(BiPredicate<HubLine, BookedLine> fits) {
    List<Pair> pairs = new ArrayList<>();
    for (HubLine line : hub) {
      for (BookedLine booking : booked) {
        if (!booking.back() && line.amount().equals(booking.amount()) && fits.test(line, booking)) {
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

  /**
   * A payment that the hub allocated to one invoice in several lines, or with a part of it alone
   * since no more was open, is one booking all the same.
   */
  private void takeTogether() {
    Set<UUID> begun = new HashSet<>();
    Map<UUID, List<HubLine>> byPayment = new TreeMap<>();
    for (HubLine line : hub) {
      if (line.payment() != null && found.containsKey(line.id())) {
        begun.add(line.payment());
      } else if (line.payment() != null) {
        byPayment.computeIfAbsent(line.payment(), id -> new ArrayList<>()).add(line);
      }
    }
    byPayment.forEach((payment, lines) -> takeTogether(lines, !begun.contains(payment)));
  }

  private void takeTogether(List<HubLine> lines, boolean all) {
    Money sum = Money.total(lines.stream().map(HubLine::amount).toList());
    booked.stream()
        .filter(booking -> !booking.back() && !taken.contains(booking))
        .filter(
            booking ->
                booking.amount().equals(sum)
                    || all
                        && booking.amount().equals(lines.getFirst().whole())
                        && booking.amount().isGreaterThan(sum))
        .filter(booking -> lines.stream().allMatch(line -> ofOne(line, booking)))
        .min(
            Comparator.comparingLong((BookedLine booking) -> days(lines.getFirst(), booking))
                .thenComparing(BookedLine::booking))
        .ifPresent(
            booking -> {
              lines.forEach(line -> found.put(line.id(), booking));
              taken.add(booking);
            });
  }

  private static boolean ofOne(HubLine line, BookedLine booking) {
    boolean made = booking.booking().equals(line.made());
    boolean told = line.id().equals(booking.told());
    return made || told || near(line, booking);
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
