package org.dunlin.store.record;

/**
 * Where the items of a list lie.
 *
 * @param columns what is read of each row
 * @param from a table, perhaps with others joined to it
 * @param table the name or alias of the table that is listed
 * @param id its column that orders the list
 * @param textual whether the id is a text and not a UUID
 * @param dated whether it says when a row was written last
 */
record Rows(String columns, String from, String table, String id, boolean textual, boolean dated) {

  /** Rows of a table by their UUIDs, with the moment of their last writing. */
  static Rows of(String table, String columns, String id) {
    return new Rows(columns, table, table, id, false, true);
  }

  String select() {
    return "select %1$s, cast(%2$s.%3$s as text) as listed_id%4$s from %5$s where %2$s.company_id = :company"
        .formatted(
            columns, table, id, dated ? ", " + table + ".updated_at as listed_at" : "", from);
  }

  /** The id for comparisons, so that the index serves. */
  String idColumn() {
    return table + "." + id;
  }
}
