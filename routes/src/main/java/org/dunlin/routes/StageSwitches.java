package org.dunlin.routes;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dunlin.core.port.Stage;

/** Which stages a person has switched off in this process. */
public final class StageSwitches {
  private final Set<Stage> off = ConcurrentHashMap.newKeySet();

  /** Whether the stage may take up something. */
  boolean on(Stage stage) {
    return !off.contains(stage);
  }

  /** True where that is a change. */
  boolean set(Stage stage, boolean on) {
    return on ? off.remove(stage) : off.add(stage);
  }
}
