package org.dunlin.work.rollout;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A company does not go live, or no further than it is, since points of its roll-out are open and
 * nobody insists.
 */
public final class NotReady extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Point> open;

  /** With the step that is not taken as the beginning of a sentence. */
  NotReady(String refused, List<Point> open) {
    super(refused + " while points of its roll-out are open. First " + named(open) + ".");
    this.open = List.copyOf(open);
  }

  /** The points that are open, in their order. */
  public List<Point> open() {
    return open;
  }

  /** Each with what is to be done, as part of a sentence. */
  static String named(List<Point> open) {
    return open.stream()
        .map(point -> point.remedy() + " (" + point.name() + ")")
        .collect(Collectors.joining("; "));
  }
}
