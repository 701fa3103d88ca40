package org.dunlin.console.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.HoldReason;
import org.dunlin.store.view.Tasks;

/** Puts what waits for a person into sentences, the most pressing first. */
final class TaskList {
  private TaskList() {}

  static List<Task> of(Tasks.Counts counts, Map<HoldReason, Integer> held) {
    List<Task> tasks = new ArrayList<>();
    add(tasks, counts.unknown(), "may or may not have left", "message", "messages", "UNKNOWN");
    add(tasks, counts.awaiting(), "to release", "message", "messages", "AWAITING_APPROVAL");
    add(tasks, counts.failed(), "refused for good", "message", "messages", "FAILED");
    addDeliveries(tasks, counts.quarantined(), "quarantined", "QUARANTINED");
    addDeliveries(tasks, counts.poison(), "tried too often", "POISON");
    addDeliveries(tasks, counts.partly(), "with problems", "PARTLY");
    if (counts.conflicts() > 0) {
      String what = plural(counts.conflicts(), "allocation", "allocations");
      tasks.add(new Task(counts.conflicts(), what + " contradicted", "", ""));
    }
    held.forEach(
        (reason, count) -> {
          String what = plural(count, "reminder", "reminders");
          tasks.add(new Task(count, what + " held: " + Names.of(reason), "reason=" + reason + "&", "messages/held"));
        });
    return tasks;
  }

  private static void add(
      List<Task> tasks, int count, String what, String one, String many, String state) {
    if (count > 0) {
      String sentence = plural(count, one, many) + " " + what;
      tasks.add(new Task(count, sentence, "state=" + state + "&", "messages"));
    }
  }

  private static void addDeliveries(List<Task> tasks, int count, String what, String choice) {
    if (count > 0) {
      String sentence = plural(count, "delivery", "deliveries") + " " + what;
      tasks.add(new Task(count, sentence, "show=" + choice + "&", "inbox"));
    }
  }

  private static String plural(int count, String one, String many) {
    return count == 1 ? one : many;
  }
}
