package org.dunlin.core.message;

import java.util.List;

/**
 * The documents that go along with a message.
 *
 * @param attached how many there are
 * @param leftOut the names of those that would have made the message too large
 */
public record Enclosed(int attached, List<String> leftOut) {
  /** Nothing goes along. */
  public static final Enclosed NOTHING = new Enclosed(0, List.of());

  public Enclosed {
    leftOut = List.copyOf(leftOut);
  }
}
