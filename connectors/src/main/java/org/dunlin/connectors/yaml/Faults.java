package org.dunlin.connectors.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The faults of one folder or file, as they are found; each once. */
public final class Faults {
  private static final int MOST = 100;
  private final Set<Fault> found = new LinkedHashSet<>();

  /** Notes one; those beyond a hundred are left out. */
  public void add(String file, int line, String sentence) {
    if (found.size() < MOST) {
      found.add(new Fault(file, line, sentence));
    }
  }

  /** Whether nothing is wrong. */
  public boolean none() {
    return found.isEmpty();
  }

  /** All of them, by file and line. */
  public List<Fault> all() {
    List<Fault> sorted = new ArrayList<>(found);
    sorted.sort(
        (one, other) ->
            one.file().equals(other.file())
                ? Integer.compare(one.line(), other.line())
                : one.file().compareTo(other.file()));
    return sorted;
  }
}
