package org.dunlin.work.outgoing;

import java.util.List;
import org.dunlin.connectors.outgoing.MatchedLine;
import org.dunlin.core.model.Problem;

/**
 * What became of lines that were to be written.
 *
 * @param file the file without its lines; nothing is put anywhere where there are none
 * @param lines what stands in it, in its order
 * @param problems why others are not in it
 */
record Written(KeptFile file, List<Text> lines, List<Problem> problems) {
  Written {
    lines = List.copyOf(lines);
    problems = List.copyOf(problems);
  }

  /** A line with what it says. */
  record Text(MatchedLine line, String text) {}
}
