package org.dunlin.work.rollout;

import java.util.List;

/**
 * Where a company stands.
 *
 * @param now how far it is switched on
 * @param live how far it is once its mode is live: the plans in force say whether for all
 * @param points all of them, in their order
 */
public record Standing(Rung now, Rung live, List<CheckedPoint> points) {
  public Standing {
    points = List.copyOf(points);
  }

  /** What is to be seen to before a step. */
  public List<CheckedPoint> before(Rung rung) {
    return points.stream().filter(each -> each.point().before() == rung).toList();
  }

  /** What a step waits for: its own points and those of the steps before it. */
  public List<CheckedPoint> holding(Rung rung) {
    return points.stream()
        .filter(each -> each.point().before().compareTo(rung) <= 0 && each.holds())
        .toList();
  }

  /** What waits to be seen to before its mode is live. */
  public List<CheckedPoint> beforeLive() {
    return holding(live);
  }
}
