package org.dunlin.connectors;

/** Builds a line of fields at fixed positions, which are counted from 1. */
public final class FixedRecord {
  private final StringBuilder line;

  /** A line of so many blanks. */
  public FixedRecord(int characters) {
    line = new StringBuilder(" ".repeat(characters));
  }

  /** Writes the text from the position on. */
  public FixedRecord put(int position, String text) {
    line.replace(position - 1, position - 1 + text.length(), text);
    return this;
  }

  @Override
  public String toString() {
    return line.toString();
  }
}
