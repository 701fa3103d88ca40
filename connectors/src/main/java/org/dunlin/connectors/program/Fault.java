package org.dunlin.connectors.program;

/**
 * What is wrong with a folder.
 *
 * @param file within the folder
 * @param line from 1; 0 where no line is at fault
 * @param sentence what was expected, and what stands there
 */
public record Fault(String file, int line, String sentence) {
  @Override
  public String toString() {
    return file + (line > 0 ? ", line " + line : "") + ": " + sentence;
  }
}
