package org.dunlin.connectors.program;

import java.util.List;
import java.util.Optional;

/**
 * The programs that the hub knows: those it carries along and those of folders that were dropped in.
 * A dropped-in folder takes the place of one that the hub carries along. Read anew on demand; safe
 * for use by many threads.
 */
public final class Programs {
  /** A folder that is refused, with its reasons. */
  public record Broken(String folder, List<Fault> faults) {
    public Broken {
      faults = List.copyOf(faults);
    }
  }

  // TODO(a1): constructor Programs(@Nullable Path dropIns), rescan()

  /** The program of this name. */
  public Optional<Program> program(String name) {
    return Optional.empty();
  }

  /** All that can be offered, by name. */
  public List<Program> all() {
    return List.of();
  }

  /** Folders that are refused. */
  public List<Broken> broken() {
    return List.of();
  }
}
