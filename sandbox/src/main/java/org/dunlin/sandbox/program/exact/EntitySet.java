package org.dunlin.sandbox.program.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;

/**
 * Rows that can be asked for.
 *
 * @param path behind the division
 * @param type such as {@code Account}
 * @param key the field that identifies a row
 * @param rows with the fields that are filled, in the order of their keys
 */
record EntitySet(
    String path, String type, String key, int pageSize, Supplier<List<ObjectNode>> rows) {
  /** Pages of single entities hold 60 rows. */
  static final int SINGLE = 60;

  /** Pages of sync and bulk hold 1,000 rows. */
  static final int BULK = 1000;
}
