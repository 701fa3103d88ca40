package org.dunlin.console.page;

import java.util.ArrayList;
import java.util.List;
import org.dunlin.store.view.Retries;

/**
 * Entries of the outbox that wait for one reason.
 *
 * @param alike how many they are
 * @param first those that are looked at next
 */
public record WaitingAlike(String reason, int alike, List<Retries.Waiting> first) {
  public WaitingAlike {
    first = List.copyOf(first);
  }

  /** By their reasons; those of one reason come beside each other. */
  static List<WaitingAlike> of(List<Retries.Waiting> waiting) {
    List<WaitingAlike> groups = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= waiting.size(); to++) {
      Retries.Waiting first = waiting.get(from);
      if (to == waiting.size() || !waiting.get(to).reason().equals(first.reason())) {
        groups.add(new WaitingAlike(first.reason(), first.alike(), waiting.subList(from, to)));
        from = to;
      }
    }
    return groups;
  }
}
