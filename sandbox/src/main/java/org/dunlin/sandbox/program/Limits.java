package org.dunlin.sandbox.program;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Counts requests; a refused one is not counted. */
public final class Limits {
  private final Clock clock;
  private final Map<String, Count> counts = new HashMap<>();
  private List<Limit> limits;
  private int together;
  private int mostTogether;

  /** What a request met. */
  public record Verdict(Optional<Limit> exceeded, boolean tooManyTogether, List<Quota> quotas) {
    /** Whether it may pass. */
    boolean passes() {
      return exceeded.isEmpty() && !tooManyTogether;
    }
  }

  private record Count(long window, int requests) {}

  /**
   * @param mostTogether how many may be under way at once
   */
  public Limits(Clock clock, int mostTogether, List<Limit> limits) {
    this.clock = clock;
    this.mostTogether = mostTogether;
    this.limits = List.copyOf(limits);
  }

  /** Changes the limits, such as to fewer requests, or to none at all with an empty list. */
  public synchronized void change(UnaryOperator<List<Limit>> change) {
    limits = List.copyOf(change.apply(limits));
  }

  /** Allows so many requests in each window of the limit of this name. */
  public synchronized void allow(String name, int most) {
    change(
        all ->
            all.stream()
                .map(l -> l.name().equals(name) ? new Limit(name, most, l.window()) : l)
                .toList());
  }

  /** Allows so many requests at once. */
  public synchronized void allowTogether(int most) {
    mostTogether = most;
  }

  /** Allows whatever comes. */
  public synchronized void lift() {
    limits = List.of();
    mostTogether = Integer.MAX_VALUE;
  }

  synchronized Verdict enter() {
    Instant now = clock.instant();
    if (together >= mostTogether) {
      return new Verdict(Optional.empty(), true, quotas(now));
    }
    Optional<Limit> exceeded =
        limits.stream().filter(limit -> count(limit, now).requests() >= limit.most()).findFirst();
    if (exceeded.isEmpty()) {
      together++;
      for (Limit limit : limits) {
        Count count = count(limit, now);
        counts.put(limit.name(), new Count(count.window(), count.requests() + 1));
      }
    }
    return new Verdict(exceeded, false, quotas(now));
  }

  synchronized void leave() {
    together--;
  }

  private List<Quota> quotas(Instant now) {
    List<Quota> quotas = new ArrayList<>();
    for (Limit limit : limits) {
      Count count = count(limit, now);
      long length = limit.window().toMillis();
      Instant resets = Instant.ofEpochMilli((count.window() + 1) * length);
      quotas.add(new Quota(limit, Math.max(0, limit.most() - count.requests()), resets));
    }
    return quotas;
  }

  private Count count(Limit limit, Instant now) {
    long window = Math.floorDiv(now.toEpochMilli(), limit.window().toMillis());
    Count count = counts.get(limit.name());
    return count != null && count.window() == window ? count : new Count(window, 0);
  }
}
