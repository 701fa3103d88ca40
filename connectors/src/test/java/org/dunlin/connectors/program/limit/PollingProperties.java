package org.dunlin.connectors.program.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dunlin.connectors.program.Limit;

/** A whole day of polls, whatever the limit and the streams are. */
class PollingProperties {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-20T00:00:00Z");
  private static final Instant NEXT = Instant.parse("2026-11-21T00:00:00Z");

  @Provide
  Arbitrary<Poll> polls() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 360), Arbitraries.integers().between(1, 20))
        .as((minutes, requests) -> new Poll(Duration.ofMinutes(minutes), requests));
  }

  @Property(tries = 300)
  void pollsNeverTakeWhatIsKeptBack(
      @ForAll @Size(min = 1, max = 5) List<@From("polls") Poll> polls,
      @ForAll @IntRange(min = 1, max = 5000) int requests,
      @ForAll @IntRange(min = 0, max = 500) int keep) {
    Day day = Day.of(polls, window(requests, Math.min(keep, requests)));
    assertThat(day.used).isLessThanOrEqualTo(Math.max(0, requests - Math.min(keep, requests)));
  }

  @Property(tries = 300)
  void whatIsLeftLastsUntilTheEndOfTheDay(
      @ForAll("polls") Poll poll, @ForAll @IntRange(min = 80, max = 5000) int requests) {
    Day day = Day.of(List.of(poll), window(requests, 0));
    Duration idle = Duration.between(day.last, NEXT);
    assertThat(idle)
        .as("from the last poll of the day to its end, beside the longest time between two polls")
        .isLessThanOrEqualTo(day.longest.multipliedBy(2).plusSeconds(1));
  }

  @Property(tries = 300)
  void aPollIsNeverSoonerThanTheStreamsOwnPace(
      @ForAll @Size(min = 1, max = 5) List<@From("polls") Poll> polls,
      @ForAll @IntRange(min = 0, max = 6000) int used,
      @ForAll @IntRange(min = 0, max = 86399) int second) {
    Instant now = MIDNIGHT.plusSeconds(second);
    for (Poll poll : polls) {
      Instant next = Polling.next(poll, polls, window(5000, 500), used, now);
      assertThat(next.equals(NEXT) || !next.isBefore(now.plus(poll.every()))).isTrue();
    }
  }

  @Property(tries = 300)
  void withHalfOfItLeftEachStreamHasItsOwnPace(
      @ForAll("polls") Poll poll, @ForAll @IntRange(min = 0, max = 2250) int used) {
    assertThat(Polling.next(poll, List.of(poll), window(5000, 500), used, MIDNIGHT))
        .isEqualTo(MIDNIGHT.plus(poll.every()));
  }

  @Example
  void allStreamsBecomeRarerByTheSameFactor() {
    Poll often = new Poll(Duration.ofMinutes(5), 1);
    Poll seldom = new Poll(Duration.ofMinutes(60), 12);
    List<Poll> both = List.of(often, seldom);
    Instant noon = MIDNIGHT.plus(Duration.ofHours(12));
    // Until midnight they would take 144 + 144, and 83 are left, 13 of which are one poll of each.
    assertThat(Polling.next(often, both, window(1000, 0), 917, noon))
        .isBetween(noon.plusSeconds(900), noon.plusSeconds(901));
    assertThat(Polling.next(seldom, both, window(1000, 0), 917, noon))
        .isBetween(noon.plusSeconds(10800), noon.plusSeconds(10801));
  }

  @Example
  void whatIsUsedUpWaitsForTheNextDay() {
    Poll poll = new Poll(Duration.ofMinutes(5), 3);
    assertThat(Polling.next(poll, List.of(poll), window(1000, 500), 498, MIDNIGHT)).isEqualTo(NEXT);
  }

  @Example
  void whileNoticesComePollsAreFourTimesAsSeldom() {
    assertThat(new Poll(Duration.ofMinutes(15), 3).lessOften())
        .isEqualTo(new Poll(Duration.ofHours(1), 3));
  }

  private static LongWindow window(int requests, int keep) {
    return new LongWindow(
        "day", requests, keep, Duration.ofDays(1), ZoneOffset.UTC, Limit.Of.TENANT, null);
  }

  /** What a day of polls came to. */
  private static final class Day {
    private long used;
    private Instant last = MIDNIGHT;
    private Duration longest = Duration.ZERO;

    static Day of(List<Poll> polls, LongWindow window) {
      Day day = new Day();
      List<Instant> due = new ArrayList<>();
      polls.forEach(poll -> due.add(MIDNIGHT));
      while (true) {
        int first = 0;
        for (int i = 1; i < due.size(); i++) {
          first = due.get(i).isBefore(due.get(first)) ? i : first;
        }
        Instant now = due.get(first);
        if (!now.isBefore(NEXT)) {
          return day;
        }
        Poll poll = polls.get(first);
        if (window.left(day.used) >= poll.requests()) {
          day.used += poll.requests();
          day.longest =
              day.longest.compareTo(Duration.between(day.last, now)) > 0
                  ? day.longest
                  : Duration.between(day.last, now);
          day.last = now;
        }
        due.set(first, Polling.next(poll, polls, window, day.used, now));
      }
    }
  }
}
