package org.dunlin.work.rollout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step that is taken whatever is open, since somebody says why. */
final class Insisted {
  private Insisted() {}

  /**
   * What the journal says of it.
   *
   * @param refused the step that is not taken, as the beginning of a sentence
   * @param taken the step that is taken, as the beginning of a sentence
   * @param open what is open; some
   * @param anyway why it is taken; null or blank where nobody insists
   * @throws NotReady when nobody insists
   * @throws ReasonTooLong when the reason is longer than {@link SwitchMode#LONGEST_REASON}
   */
  static String reason(String refused, String taken, List<Point> open, @Nullable String anyway) {
    String why = anyway == null ? "" : anyway.strip();
    if (why.isEmpty()) {
      throw new NotReady(refused, open);
    }
    if (why.length() > SwitchMode.LONGEST_REASON) {
      throw new ReasonTooLong();
    }
    return taken
        + " all the same, since: “"
        + why
        + "”. Still to do: "
        + NotReady.named(open)
        + ".";
  }
}
