package org.dunlin.console.page;

import java.util.List;
import java.util.Set;
import org.dunlin.store.view.Timeline;

/** What of a timeline is told: nothing twice. */
public final class Happenings {
  /** Of these the journal notes what the allocation, or the message, says with its links. */
  private static final Set<String> SAID_ELSEWHERE = Set.of("ALLOCATED", "REMINDER_DECIDED");

  private Happenings() {}

  /** The events that a reader should see, in their order. */
  public static List<Timeline.Event> told(List<Timeline.Event> events) {
    return events.stream().filter(Happenings::isTold).toList();
  }

  private static boolean isTold(Timeline.Event event) {
    return !(event instanceof Timeline.Noted noted)
        || !SAID_ELSEWHERE.contains(noted.entry().event());
  }
}
