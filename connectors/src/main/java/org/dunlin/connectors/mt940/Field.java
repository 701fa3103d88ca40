package org.dunlin.connectors.mt940;

import java.util.List;

/**
 * One field of a message.
 *
 * @param tag such as {@code 61} or {@code 60F}; {@link #END} where a message ends
 * @param lines its content, without the tag
 * @param line on which it begins, from 1
 */
record Field(String tag, List<String> lines, int line) {
  /** Where a message ends. */
  static final String END = "-";

  /** The first line of its content. */
  String first() {
    return lines.isEmpty() ? "" : lines.get(0).strip();
  }
}
