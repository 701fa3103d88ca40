package org.dunlin.store.backup;

import java.util.List;

/** What a backup says of its parts after them. */
record Seal(List<Part> parts) {
  /**
   * An entry of the archive.
   *
   * @param rows lines of a table; 0 for what is no table
   * @param bytes not compressed
   * @param sha256 of these bytes, in hexadecimal digits
   */
  record Part(String name, long rows, long bytes, String sha256) {}
}
