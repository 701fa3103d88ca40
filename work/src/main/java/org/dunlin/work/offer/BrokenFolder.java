package org.dunlin.work.offer;

import java.util.List;

/** A dropped-in folder that is refused, with all that is wrong with it. */
public record BrokenFolder(String name, List<Reason> reasons) {
  public BrokenFolder {
    reasons = List.copyOf(reasons);
  }

  /**
   * One of its reasons.
   *
   * @param file within the folder
   * @param line from 1; 0 where no line is at fault
   * @param sentence what was expected, and what stands there
   */
  public record Reason(String file, int line, String sentence) {}
}
