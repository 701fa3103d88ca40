package org.dunlin.connectors.yaml;

/**
 * What is wrong with what somebody wrote.
 *
 * @param file in which it stands
 * @param line from 1; 0 where no line is at fault
 * @param sentence what was expected, and what stands there
 */
public record Fault(String file, int line, String sentence) {
  @Override
  public String toString() {
    return file + (line > 0 ? ", line " + line : "") + ": " + sentence;
  }
}
