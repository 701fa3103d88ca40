package org.dunlin.console.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dunlin.console.page.FlowGroup.FlowLine;
import org.dunlin.console.page.FlowGroup.Health;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;
import org.dunlin.store.company.FlowState;
import org.dunlin.store.company.Flows;
import org.dunlin.store.view.LastFiles.LastFile;
import org.dunlin.store.view.WaitingWork;
import org.dunlin.work.offer.OfferedProgram;
import org.dunlin.work.offer.Offers;
import org.jspecify.annotations.Nullable;

/** Joins connections, what their flows report, and what waits in them. */
final class FlowGroups {
  private static final List<String> ORDER =
      List.of("look", "intake", "pull", "hook", "translate", "match", "dun", "write", "deliver");

  private static final Set<String> PAUSED = Set.of("look", "intake");

  private final Map<String, Map<String, FlowState>> reported = new TreeMap<>();
  private final Map<String, Map<String, WaitingWork.Line>> waiting = new TreeMap<>();
  private final Map<String, Connection> connections = new LinkedHashMap<>();
  private final Set<String> pulled = new TreeSet<>();
  private final Map<String, LastFile> lastFiles;
  private final Map<String, FlowDay> days;
  private final Offers offers;

  private FlowGroups(Stores stores, Offers offers, String companyId, Instant now) {
    this.offers = offers;
    lastFiles = stores.views().lastFiles().of(companyId);
    Instant begin = FlowDay.begin(now);
    days = FlowDay.of(stores.flowHours().since(companyId, begin), begin);
    for (FlowState state : stores.flows().of(companyId)) {
      in(reported, state.connectionId()).put(state.flow(), state);
    }
    for (WaitingWork.Line line : stores.views().waitingWork().of(companyId)) {
      in(waiting, line.connectionId()).put(line.flow(), line);
    }
    stores.connections().all().stream()
        .filter(connection -> connection.companyId().equals(companyId))
        .forEach(connection -> connections.put(connection.id(), connection));
    stores.programs().linked().of(companyId).forEach(program -> pulled.add(program.connectionId()));
  }

  /** The flows of a company: each connection, then the stages over the whole, then the ways out. */
  static List<FlowGroup> of(Stores stores, Offers offers, String companyId, Instant now) {
    FlowGroups flows = new FlowGroups(stores, offers, companyId, now);
    Set<String> others = new TreeSet<>(flows.reported.keySet());
    others.addAll(flows.waiting.keySet());
    others.removeAll(flows.connections.keySet());
    others.remove(Flows.ALL);
    return Stream.of(flows.connections.keySet().stream(), Stream.of(Flows.ALL), others.stream())
        .flatMap(ids -> ids)
        .map(flows::group)
        .toList();
  }

  private FlowGroup group(String id) {
    Connection connection = connections.get(id);
    boolean paused = connection != null && connection.paused();
    Set<String> names = new TreeSet<>(Comparator.comparingInt(FlowGroups::place));
    names.addAll(expected(id));
    names.addAll(in(reported, id).keySet());
    names.addAll(in(waiting, id).keySet());
    List<FlowLine> lines = new ArrayList<>();
    for (String name : names) {
      lines.add(line(name, paused, in(reported, id).get(name), in(waiting, id).get(name)));
    }
    return new FlowGroup(
        id,
        connection == null ? null : connection.program(),
        label(connection),
        paused,
        lastFiles.get(id),
        days.get(id),
        lines);
  }

  private @Nullable String label(@Nullable Connection connection) {
    return connection == null
        ? null
        : offers.find(connection.program()).map(OfferedProgram::label).orElse(null);
  }

  private List<String> expected(String id) {
    if (id.equals(Flows.ALL)) {
      return List.of("match", "dun");
    }
    Connection connection = connections.get(id);
    if (connection == null) {
      return List.of();
    }
    if (RoadKind.isOutward(connection.program())) {
      return connection.program().equals(RoadKind.OUTGOING.program())
          ? List.of("write", "deliver")
          : List.of("deliver");
    }
    boolean looked = RoadKind.of(connection.program()).filter(RoadKind::isLookedAt).isPresent();
    return pulled.contains(id)
        ? List.of("pull", "translate")
        : looked ? List.of("look", "intake", "translate") : List.of("intake", "translate");
  }

  private static FlowLine line(
      String name, boolean paused, @Nullable FlowState state, WaitingWork.@Nullable Line work) {
    return new FlowLine(
        name,
        health(paused && PAUSED.contains(name), state, work),
        state == null ? null : state.lastSuccessAt(),
        state == null ? null : state.lastFailureAt(),
        state == null ? null : state.lastFailure(),
        state == null ? 0 : state.failures(),
        work == null ? 0 : work.waiting(),
        work == null ? null : work.since());
  }

  private static Health health(
      boolean paused, @Nullable FlowState state, WaitingWork.@Nullable Line work) {
    if (paused) {
      return Health.PAUSED;
    }
    if (state != null && state.failing()) {
      return Health.FAILING;
    }
    if (work != null) {
      return Health.BUSY;
    }
    return state == null ? Health.NEW : Health.WELL;
  }

  private static int place(String flow) {
    int place = ORDER.indexOf(flow);
    return place >= 0 ? place : ORDER.size() + Math.floorMod(flow.hashCode(), 1 << 20);
  }

  private static <T> Map<String, T> in(Map<String, Map<String, T>> map, String id) {
    return map.computeIfAbsent(id, i -> new TreeMap<>());
  }
}
