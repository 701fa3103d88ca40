package org.dunlin.bench.pull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of the ledger whose rows are written once more.
 *
 * @param name of the table
 * @param key its primary key
 * @param rows the condition under which a row was brought by deliveries from one number of intake
 *     (the first parameter) up to another (the second)
 * @param order in which rows of several tables belong together
 */
record LedgerTable(String name, String key, String rows, String order) {
  private static final String BY_SEQUENCE =
      "company_id = 'bench' and source_sequence > ? and source_sequence <= ?";
  private static final String DELIVERIES =
      "select delivery_id from delivery where company_id = 'bench' and intake_sequence > ?"
          + " and intake_sequence <= ?";

  /** Those without which none of the others can be written. */
  static final List<LedgerTable> FIRST =
      List.of(
          new LedgerTable("customer", "company_id, customer_id", BY_SEQUENCE, "source_sequence"));

  /** The others. */
  static final List<LedgerTable> OTHERS =
      List.of(
          new LedgerTable("invoice", "company_id, invoice_id", BY_SEQUENCE, "invoice_id"),
          new LedgerTable(
              "booking", "company_id, connection_id, source_id", BY_SEQUENCE, "source_sequence"),
          new LedgerTable(
              "booked_object",
              "company_id, connection_id, stream, object_key",
              BY_SEQUENCE,
              "stream, object_key"),
          new LedgerTable(
              "booking_line",
              "company_id, connection_id, stream, object_key, ordinal",
              "(company_id, connection_id, stream, object_key) in (select company_id,"
                  + " connection_id, stream, object_key from booked_object where "
                  + BY_SEQUENCE
                  + ")",
              "stream, object_key"),
          new LedgerTable(
              "journal",
              "company_id, journal_id",
              "company_id = 'bench' and delivery_id in (" + DELIVERIES + ")",
              "journal_id"));

  /** Rows as they are read, of a company of another name. */
  record Rows(List<String> columns, List<Object[]> values) {}

  /** Reads what deliveries have brought. */
  Rows read(Connection connection, long from, long upTo, String company) throws SQLException {
    List<String> columns = columns(connection);
    String sql =
        "select %s from %s where %s order by %s"
            .formatted(String.join(", ", columns), name, rows, order);
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, from);
      select.setLong(2, upTo);
      try (ResultSet row = select.executeQuery()) {
        List<Object[]> values = new ArrayList<>();
        while (row.next()) {
          Object[] value = new Object[columns.size()];
          for (int column = 0; column < value.length; column++) {
            value[column] = row.getObject(column + 1);
          }
          value[columns.indexOf("company_id")] = company;
          values.add(value);
        }
        return new Rows(columns, values);
      }
    }
  }

  /** Those that the database does not make itself. */
  private List<String> columns(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select column_name from information_schema.columns"
                + " where table_name = ? and is_generated = 'NEVER' order by ordinal_position")) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        List<String> columns = new ArrayList<>();
        while (row.next()) {
          columns.add(row.getString(1));
        }
        return columns;
      }
    }
  }

  /** Writes these rows in one batch. */
  void upsert(Connection connection, List<String> columns, List<Object[]> values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(upsert(columns))) {
      for (Object[] row : values) {
        for (int column = 0; column < row.length; column++) {
          statement.setObject(column + 1, row[column]);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private String upsert(List<String> columns) {
    return "insert into %s (%s) values (%s) on conflict (%s) do update set %s"
        .formatted(
            name,
            String.join(", ", columns),
            IntStream.range(0, columns.size()).mapToObj(i -> "?").collect(Collectors.joining(", ")),
            key,
            columns.stream()
                .map(each -> each + " = excluded." + each)
                .collect(Collectors.joining(", ")));
  }
}
