package org.dunlin.work.program;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dunlin.store.Stores;
import org.dunlin.store.program.Access;
import org.dunlin.store.program.LinkedProgram;
import org.dunlin.store.program.StreamState;
import org.dunlin.store.program.WantedObjects.Waiting;
import org.dunlin.store.tieout.TieOutRun;
import org.dunlin.work.link.Link;
import org.dunlin.work.link.Links;
import org.dunlin.work.link.Unlinked;
import org.dunlin.work.program.Health.State;
import org.dunlin.work.quota.Allowance;
import org.dunlin.work.quota.Allowance.Used;
import org.jspecify.annotations.Nullable;

/** Says how a connection to a program stands: what keeps it most from going on comes first. */
public final class ProgramHealth {
  private final Stores stores;
  private final Links links;
  private final Allowance allowance;
  private final Clock clock;

  /** Over these stores. */
  public ProgramHealth(Stores stores, Links links, Allowance allowance, Clock clock) {
    this.stores = stores;
    this.links = links;
    this.allowance = allowance;
    this.clock = clock;
  }

  /** How it stands; empty where it leads to no program. */
  public Optional<Health> of(String companyId, String connectionId) {
    return stores
        .programs()
        .linked()
        .find(companyId, connectionId)
        .map(linked -> health(linked, companyId, connectionId));
  }

  private Health health(LinkedProgram linked, String companyId, String connectionId) {
    List<StreamState> streams = stores.programs().streams().of(companyId, connectionId);
    Waiting waiting = stores.programs().wanted().waiting(companyId, connectionId);
    List<Used> quota = List.of();
    String broken = null;
    try {
      Link link = links.open(companyId, connectionId);
      quota = allowance.used(link);
    } catch (Unlinked e) {
      broken = e.getMessage();
    }
    Said said = said(linked, companyId, connectionId, streams, quota, broken);
    TieOutRun tieOut =
        stores.tieOuts().runs().ended(companyId, connectionId, 1).stream().findFirst().orElse(null);
    return new Health(
        said.state(), said.reason(), said.since(), linked.dueAt(), streams, waiting, quota, tieOut);
  }

  private record Said(State state, @Nullable String reason, @Nullable Instant since) {}

  private Said said(
      LinkedProgram linked,
      String companyId,
      String connectionId,
      List<StreamState> streams,
      List<Used> quota,
      @Nullable String broken) {
    boolean paused =
        stores.connections().find(companyId, connectionId).map(c -> c.paused()).orElse(false);
    if (paused) {
      return new Said(State.PAUSED, "A person paused it.", null);
    }
    if (linked.access() != Access.AUTHORISED) {
      return new Said(State.REAUTHORISE, linked.reason(), linked.since());
    }
    if (broken != null) {
      return new Said(State.FAILING, broken, null);
    }
    if (limited(linked) || quota.stream().anyMatch(ProgramHealth::usedUp)) {
      return new Said(State.LIMITED, limit(linked, quota), null);
    }
    Optional<StreamState> failing =
        streams.stream()
            .filter(each -> each.failure() != null)
            .max(Comparator.comparingInt(StreamState::failures));
    if (failing.isPresent()) {
      return new Said(State.FAILING, failing.get().failure(), failing.get().failedAt());
    }
    boolean reading = streams.stream().anyMatch(each -> each.pageState() != null);
    return reading
        ? new Said(State.SYNCING, null, null)
        : new Said(State.AUTHORISED, null, linked.since());
  }

  private boolean limited(LinkedProgram linked) {
    Instant until = linked.limitedUntil();
    return until != null && until.isAfter(clock.instant());
  }

  private String limit(LinkedProgram linked, List<Used> quota) {
    return limited(linked)
        ? String.valueOf(linked.limited())
        : quota.stream()
            .filter(ProgramHealth::usedUp)
            .findFirst()
            .map(
                used ->
                    "Of the requests that the program permits ("
                        + used.window().name()
                        + ") none is left for polls until the next window begins.")
            .orElse("");
  }

  private static boolean usedUp(Used used) {
    return used.window().left(used.used()) == 0;
  }
}
