package org.dunlin.connectors.mt940;

import java.util.List;
import org.dunlin.connectors.Refusal;

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

  /** Why a field that comes again refuses the file. */
  Refusal again() {
    return new Refusal(
        "DUPLICATE_FIELD",
        line,
        "the field :"
            + tag
            + ": stands twice in one statement, so the file is damaged; ask the bank for it again");
  }
}
