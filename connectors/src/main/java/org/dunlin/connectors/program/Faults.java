package org.dunlin.connectors.program;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The faults of one folder, as they are found; each once. */
final class Faults {
  private static final int MOST = 100;
  private final Set<Fault> found = new LinkedHashSet<>();

  void add(String file, int line, String sentence) {
    if (found.size() < MOST) {
      found.add(new Fault(file, line, sentence));
    }
  }

  boolean none() {
    return found.isEmpty();
  }

  List<Fault> all() {
    List<Fault> sorted = new ArrayList<>(found);
    sorted.sort(
        (one, other) ->
            one.file().equals(other.file())
                ? Integer.compare(one.line(), other.line())
                : one.file().compareTo(other.file()));
    return sorted;
  }
}
