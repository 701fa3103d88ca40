package org.dunlin.store.inbox;

import java.time.Instant;

/**
 * What the columns of files with one first row mean.
 *
 * @param header SHA-256 by which the first row is known
 * @param kind {@code invoices}, {@code customers} or {@code statement}
 * @param columns the names in the first row, as people read them
 * @param answers what was said of them, as JSON
 * @param description that reads such a file, as YAML
 */
public record FileMapping(
    byte[] header,
    String kind,
    String columns,
    String answers,
    String description,
    Instant changedAt,
    String changedBy) {
  @Override
  public boolean equals(Object other) {
    return other instanceof FileMapping mapping && mapping.description.equals(description);
  }

  @Override
  public int hashCode() {
    return description.hashCode();
  }

  @Override
  public String toString() {
    return "FileMapping[" + kind + " of " + columns + "]";
  }
}
