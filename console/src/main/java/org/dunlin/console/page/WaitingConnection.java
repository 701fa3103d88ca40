package org.dunlin.console.page;

import java.util.List;
import org.dunlin.work.offer.ShownConnection;
import org.dunlin.work.program.Health;

/**
 * A connection whose program the hub lets alone for a while.
 *
 * @param usedUp windows of its quota of which nothing is left but what is kept back
 */
public record WaitingConnection(ShownConnection shown, List<ShownConnection.Gauge> usedUp) {
  public WaitingConnection {
    usedUp = List.copyOf(usedUp);
  }

  static WaitingConnection of(ShownConnection shown) {
    return new WaitingConnection(
        shown,
        shown.quota().stream()
            .filter(gauge -> gauge.used() >= gauge.most() - gauge.keep())
            .toList());
  }

  /** Whether the hub waits for its program, or its quota, to ask again. */
  boolean waits() {
    Health health = shown.health();
    boolean ailing =
        health != null
            && (health.state() == Health.State.LIMITED || health.state() == Health.State.FAILING);
    return ailing || !usedUp.isEmpty();
  }
}
