package org.dunlin.work.offer;

import org.dunlin.core.port.TryRoad;
import org.dunlin.store.Stores;
import org.dunlin.work.program.TestProgram;
import org.dunlin.work.program.TestProgram.Tested;
import org.dunlin.work.road.Roads;

/** Tries a connection, keeps nothing of what comes, and says what is wrong. */
public final class TestConnection {
  private final TestProgram programs;
  private final Roads roads;
  private final TryRoad tryRoad;

  /** Asks programs and looks at roads by these. */
  public TestConnection(Stores stores, TestProgram programs, TryRoad tryRoad) {
    this.programs = programs;
    this.roads = new Roads(stores);
    this.tryRoad = tryRoad;
  }

  /** Tries it. */
  public Tested test(String companyId, String connectionId) {
    return roads
        .test(tryRoad, companyId, connectionId)
        .map(tried -> new Tested(tried.holds(), tried.sentence()))
        .orElseGet(() -> programs.test(companyId, connectionId));
  }
}
