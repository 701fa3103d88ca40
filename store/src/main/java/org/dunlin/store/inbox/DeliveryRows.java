package org.dunlin.store.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Rows of the table of deliveries. */
public final class DeliveryRows {
  /** The columns that {@link #delivery} reads. */
  public static final String COLUMNS =
      "company_id, delivery_id, intake_sequence, connection_id, name, bytes, received_at,"
          + " received_month, may_hand_over, format, state, attempts, records, reason_code, reason,"
          + " raw_gone, stream, parent";

  private DeliveryRows() {}

  /** The delivery of a row. */
  public static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getString("company_id"),
        row.getObject("delivery_id", UUID.class),
        row.getLong("intake_sequence"),
        row.getString("connection_id"),
        row.getString("name"),
        row.getLong("bytes"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getObject("received_month", LocalDate.class),
        row.getBoolean("may_hand_over"),
        row.getString("format"),
        DeliveryState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getInt("records"),
        row.getString("reason_code"),
        row.getString("reason"),
        row.getString("raw_gone"),
        row.getString("stream"),
        row.getString("parent"));
  }
}
