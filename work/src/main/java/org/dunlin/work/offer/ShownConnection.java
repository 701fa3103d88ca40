package org.dunlin.work.offer;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dunlin.connectors.program.Capability;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.company.Connection;
import org.dunlin.store.company.SettingOrigin;
import org.dunlin.store.program.StreamState;
import org.dunlin.store.program.Subscriptions.Subscription;
import org.dunlin.work.profile.FixedConnection;
import org.dunlin.work.program.Health;
import org.jspecify.annotations.Nullable;

/**
 * A connection as people see it.
 *
 * @param offered its program; absent where it watches a folder, or the hub does not know it
 * @param kept names of its settings that are kept as secrets
 * @param standIn where its program is asked in place of its own addresses
 * @param health how it stands; absent where it watches a folder
 * @param quota what is used of each window of an hour or more
 * @param origin who said it; absent where that was not yet noted
 * @param fixed what the settings file says of it
 * @param subscriptions by which notices come
 */
public record ShownConnection(
    Connection connection,
    @Nullable OfferedProgram offered,
    Set<String> kept,
    Optional<URI> standIn,
    @Nullable Health health,
    List<Gauge> quota,
    Optional<SettingOrigin> origin,
    Optional<FixedConnection> fixed,
    List<Subscription> subscriptions) {
  public ShownConnection {
    kept = Set.copyOf(kept);
    quota = List.copyOf(quota);
    subscriptions = List.copyOf(subscriptions);
  }

  /**
   * How much of a window is used.
   *
   * @param name as the program's folder calls it
   * @param most so many requests in the window
   * @param keep so many of them are kept back for notices and write-backs
   * @param until when the next window begins
   */
  public record Gauge(String name, int used, int most, int keep, Instant until) {}

  /** Its id. */
  public String id() {
    return connection.id();
  }

  /** Whether it leads to a program, and is neither a folder nor a road. */
  public boolean leadsToProgram() {
    return health != null && !isRoad();
  }

  /** Whether it is a road on which files come. */
  public boolean isRoad() {
    return road().isPresent();
  }

  /** Which road it is; empty where it is none. */
  public Optional<RoadKind> road() {
    return RoadKind.of(connection.program());
  }

  /** Whether its program says what its customers owe. */
  public boolean tiesOut() {
    return health != null
        && offered != null
        && offered.capabilities().contains(Capability.READ_TOTALS.word());
  }

  /** Whether the hub asks or looks by itself, so that it can be tried. */
  public boolean isAsked() {
    return leadsToProgram() || road().filter(RoadKind::isLookedAt).isPresent();
  }

  /** What people call its program; the name where the hub does not know it. */
  public String label() {
    return offered == null ? connection.program() : offered.label();
  }

  /** Whether the settings file says this setting. */
  public boolean isFixed(String setting) {
    return fixed.filter(said -> said.settings().contains(setting)).isPresent();
  }

  /** Streams about which a person has to decide: so much was not there any more. */
  public List<StreamState> asked() {
    return health == null
        ? List.of()
        : health.streams().stream().filter(each -> each.asked() != null).toList();
  }

  /** Whether something of it was ever read to the end. */
  public boolean everRead() {
    return health != null
        && health.streams().stream().anyMatch(each -> each.lastSuccessAt() != null);
  }
}
