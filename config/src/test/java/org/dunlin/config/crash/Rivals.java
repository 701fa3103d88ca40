package org.dunlin.config.crash;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Two hubs on one database; the one that first comes to a stop is killed and replaced. */
final class Rivals {
  private final Outside outside;
  private final Hubs hubs;
  private final List<String> settings;
  private final Deque<Stop> stops;
  private Standing one;
  private Standing other;

  /** A hub, and when it comes to the next stop. */
  private record Standing(HubProcess hub, CompletableFuture<String> there) {}

  /** Starts both. */
  Rivals(Outside outside, Hubs hubs, List<String> settings, Collection<Stop> stops)
      throws IOException {
    this.outside = outside;
    this.hubs = hubs;
    this.settings = settings;
    this.stops = new ArrayDeque<>(stops);
    HubProcess first = hubs.launch(settings);
    HubProcess second = hubs.launch(settings);
    first.ready();
    second.ready();
    one = stopping(this.stops, first);
    other = stopping(this.stops, second);
  }

  /** Lets days pass as one, their work interrupted by as many kills as come in its way. */
  void pass(List<LocalDate> days) throws IOException {
    one.hub().begin(days.getLast());
    outside.deliver(days);
    while (oneIsThere()) {
      boolean first = one.there().isDone();
      HubProcess killed = first ? one.hub() : other.hub();
      HubProcess survivor = first ? other.hub() : one.hub();
      killed.kill();
      survivor.goOn();
      stops.removeFirst();
      one = stopping(stops, survivor);
      other = stopping(stops, hubs.start(settings));
    }
    outside.readMail(days.getLast());
  }

  /** The stops to which nobody has come yet. */
  List<Stop> stopsToCome() {
    return List.copyOf(stops);
  }

  /** False once the work is done and nobody has come to the stop. */
  private boolean oneIsThere() {
    CompletableFuture<?> drained =
        CompletableFuture.allOf(one.hub().drained(), other.hub().drained());
    HubProcess.await(CompletableFuture.anyOf(one.there(), other.there(), drained));
    return one.there().isDone() || other.there().isDone();
  }

  private static Standing stopping(Deque<Stop> stops, HubProcess hub) {
    return new Standing(
        hub, stops.isEmpty() ? new CompletableFuture<>() : hub.stopAt(stops.getFirst()));
  }
}
