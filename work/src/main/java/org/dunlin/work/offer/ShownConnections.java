package org.dunlin.work.offer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;
import org.dunlin.work.link.StandIns;
import org.dunlin.work.offer.ShownConnection.Gauge;
import org.dunlin.work.profile.FixedConnection;
import org.dunlin.work.program.Health;
import org.dunlin.work.program.Health.State;
import org.dunlin.work.program.ProgramHealth;
import org.dunlin.work.quota.Allowance.Used;
import org.jspecify.annotations.Nullable;

/** Reads connections of every kind, as people see them. */
public final class ShownConnections {
  private final Stores stores;
  private final Offers offers;
  private final ProgramHealth health;
  private final StandIns standIns;
  private final Clock clock;
  private final RoadHealth roads;

  /** Over these stores. */
  public ShownConnections(
      Stores stores, Offers offers, ProgramHealth health, StandIns standIns, Clock clock) {
    this.stores = stores;
    this.offers = offers;
    this.health = health;
    this.standIns = standIns;
    this.clock = clock;
    this.roads = new RoadHealth(stores);
  }

  /** All connections of a company, by id. */
  public List<ShownConnection> of(String companyId) {
    return stores.connections().of(companyId).stream().map(this::shown).toList();
  }

  /** One connection of a company. */
  public Optional<ShownConnection> find(String companyId, String id) {
    return stores.connections().find(companyId, id).map(this::shown);
  }

  /** Connections that need a person, by id: what fails, and what has to be authorised. */
  public Map<String, State> ailing(String companyId) {
    Map<String, State> ailing = new TreeMap<>();
    for (Connection connection : stores.connections().of(companyId)) {
      stands(connection)
          .map(Health::state)
          .filter(state -> state == State.FAILING || state == State.REAUTHORISE)
          .ifPresent(state -> ailing.put(connection.id(), state));
    }
    return ailing;
  }

  private Optional<Health> stands(Connection connection) {
    return RoadKind.of(connection.program()).isPresent()
        ? Optional.of(roads.of(connection))
        : health.of(connection.companyId(), connection.id());
  }

  private ShownConnection shown(Connection connection) {
    String companyId = connection.companyId();
    String id = connection.id();
    OfferedProgram offered = offers.find(connection.program(), connection.settings()).orElse(null);
    Health stands = stands(connection).orElse(null);
    return new ShownConnection(
        connection,
        stands == null ? null : offered,
        stands == null ? Set.of() : kept(connection, offered),
        stands == null ? Optional.empty() : standIns.of(connection.program()),
        stands,
        stands == null ? List.of() : gauges(stands),
        Optional.ofNullable(stores.origins().of(companyId).get("connection/" + id)),
        FixedConnection.of(stores, companyId, id),
        stands == null ? List.of() : stores.programs().subscriptions().of(companyId, id));
  }

  /** Names only: what the hub keeps beside the settings is none of them. */
  private Set<String> kept(Connection connection, @Nullable OfferedProgram offered) {
    Set<String> all =
        stores.programs().secrets().of(connection.companyId(), connection.id()).keySet();
    return all.stream()
        .filter(name -> offered == null || offered.setting(name).isPresent())
        .collect(Collectors.toSet());
  }

  private List<Gauge> gauges(Health stands) {
    Instant now = clock.instant();
    return stands.quota().stream().map(used -> gauge(used, now)).toList();
  }

  private static Gauge gauge(Used used, Instant now) {
    return new Gauge(
        used.window().name(),
        used.used(),
        used.window().requests(),
        used.window().keep(),
        used.window().end(now));
  }
}
