package org.dunlin.work.rollout;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.dunning.Audience;
import org.dunlin.core.dunning.Plan;
import org.dunlin.work.dun.ShownPlans.Shown;
import org.jspecify.annotations.Nullable;

/**
 * Whom plans in force remind, as far as the plans alone say it: the first that is for a customer
 * counts, and one that only shadows keeps those behind it away from its customers.
 */
final class Reach {
  private Reach() {}

  /** Whether these plans may remind a customer whom those before did not. */
  static boolean grows(List<Shown> before, List<Shown> after) {
    Map<String, Audience> sent = sending(before);
    Map<String, Audience> sends = sending(after);
    if (sends.isEmpty()) {
      return false;
    }
    return sends.entrySet().stream()
            .anyMatch(each -> !isWithin(each.getValue(), sent.get(each.getKey())))
        || before.stream()
            .filter(Shown::shadow)
            .anyMatch(shadow -> !keepsAway(shadow, before, after));
  }

  private static Map<String, Audience> sending(List<Shown> plans) {
    Map<String, Audience> sending = new HashMap<>();
    for (Shown each : plans) {
      Plan plan = each.plan();
      if (!each.shadow() && plan != null) {
        sending.put(each.id(), plan.audience());
      }
    }
    return sending;
  }

  private static boolean isWithin(Audience audience, @Nullable Audience before) {
    return before != null && audience.isWithin(before);
  }

  /** Whether a plan that shadowed still does, for as many, and behind no others that send. */
  private static boolean keepsAway(Shown shadow, List<Shown> before, List<Shown> after) {
    return after.stream()
            .filter(each -> each.shadow() && each.id().equals(shadow.id()))
            .anyMatch(each -> coversAsMany(each.plan(), shadow.plan()))
        && sendingAhead(shadow.id(), before).containsAll(sendingAhead(shadow.id(), after));
  }

  private static boolean coversAsMany(@Nullable Plan after, @Nullable Plan before) {
    return before == null || after != null && before.audience().isWithin(after.audience());
  }

  private static Set<String> sendingAhead(String planId, List<Shown> plans) {
    Set<String> ahead = new HashSet<>();
    for (Shown each : plans) {
      if (each.id().equals(planId)) {
        break;
      }
      if (!each.shadow()) {
        ahead.add(each.id());
      }
    }
    return ahead;
  }
}
