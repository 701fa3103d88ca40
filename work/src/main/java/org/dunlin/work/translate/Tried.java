package org.dunlin.work.translate;

import java.util.List;
import java.util.Map;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a file.
 *
 * @param sums what it says in all, without what is refused
 * @param events how many records would be added and changed, by what the journal calls it
 * @param changes the first of those that would be changed
 * @param problems what would be refused, by line; of very many the first
 * @param whole why nothing of it would be taken; absent where something would
 */
public record Tried(
    FileSums sums,
    Map<String, Integer> events,
    List<Change> changes,
    List<Problem> problems,
    @Nullable Problem whole) {
  public Tried {
    events = Map.copyOf(events);
    changes = List.copyOf(changes);
    problems = List.copyOf(problems);
  }

  /** A record that is there and would be another. */
  public record Change(CanonicalRecord before, CanonicalRecord after) {}

  /** How many there would be of an event. */
  public int count(String event) {
    return events.getOrDefault(event, 0);
  }
}
