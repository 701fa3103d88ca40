package org.dunlin.bench.match;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;

/** The figures of an exam: how many payments are matched as a whole, how many lines are wrong. */
final class Marks {
  private static final int FIRST = 3;

  final Map<Situation, int[]> bySituation = new EnumMap<>(Situation.class);
  final List<String> faults = new ArrayList<>();
  int decidable;
  int straight;
  int automatic;
  int wrong;
  int found;
  int findable;

  /** Takes what matching said of a payment. */
  void mark(Arrival arrival, List<Allocation> lines) {
    Map<String, Long> got = new HashMap<>();
    Set<String> applied = new LinkedHashSet<>();
    Set<String> first = new LinkedHashSet<>();
    int automaticLines = 0;
    for (Allocation line : lines) {
      if (line.decision() == Decision.AUTOMATIC) {
        long cents = line.amount().getAmountMinorLong();
        got.merge(line.invoiceId(), cents, Long::sum);
        if (line.creditNoteId() != null) {
          got.merge(line.creditNoteId(), cents, Long::sum);
        }
        applied.add(line.invoiceId());
        automaticLines++;
      } else if (first.size() < FIRST) {
        first.add(line.invoiceId());
      }
    }
    boolean toMatch = !arrival.truth().isEmpty() && !arrival.ambiguous();
    boolean same = toMatch && got.equals(arrival.truth());
    int bad = same ? 0 : bad(arrival, got, toMatch);
    decidable += toMatch ? 1 : 0;
    straight += same ? 1 : 0;
    automatic += automaticLines;
    wrong += bad;
    recall(arrival, applied, first);
    int[] marks = bySituation.computeIfAbsent(arrival.situation(), key -> new int[3]);
    marks[0]++;
    marks[1] += same || (!toMatch && got.isEmpty()) ? 1 : 0;
    marks[2] += bad;
    if (bad > 0 || (toMatch && !same)) {
      faults.add(
          (bad > 0 ? "WRONG " : "left ")
              + arrival.situation()
              + " "
              + arrival.payment().amount()
              + " "
              + arrival.payment().payerName()
              + " | "
              + arrival.payment().remittance()
              + " | "
              + arrival.payment().creditorReference()
              + " truth "
              + arrival.truth()
              + " got "
              + lines.stream().limit(4).map(Marks::inShort).toList());
    }
  }

  private static String inShort(Allocation line) {
    return line.rule()
        + " "
        + line.invoiceId()
        + " "
        + line.amount()
        + " "
        + line.confidence()
        + " "
        + line.evidence();
  }

  private static int bad(Arrival arrival, Map<String, Long> got, boolean toMatch) {
    int bad = 0;
    for (Map.Entry<String, Long> line : got.entrySet()) {
      boolean right = toMatch && line.getValue().equals(arrival.truth().get(line.getKey()));
      bad += right ? 0 : 1;
    }
    return bad;
  }

  private void recall(Arrival arrival, Set<String> applied, Set<String> first) {
    Set<String> wanted = new HashSet<>(arrival.truth().keySet());
    Set<String> hit = new HashSet<>(applied);
    hit.retainAll(wanted);
    int most = Math.min(wanted.size(), hit.size() + FIRST);
    hit.addAll(first);
    hit.retainAll(wanted);
    found += hit.size();
    findable += most;
  }

  double straightRate() {
    return 100.0 * straight / decidable;
  }

  double wrongRate() {
    return automatic == 0 ? 0 : 100.0 * wrong / automatic;
  }

  double recallRate() {
    return 100.0 * found / findable;
  }
}
