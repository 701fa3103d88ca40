package org.dunlin.store.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Rows of the table of effects. */
final class EffectRows {
  static final String COLUMNS =
      "company_id, effect_id, connection_id, ordering_key, kind, action_id, payload, state, attempts,"
          + " not_before, business_date, decided_at, finished_at, reason";

  private EffectRows() {}

  static Effect effect(ResultSet row) throws SQLException {
    OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
    return new Effect(
        row.getString("company_id"),
        row.getObject("effect_id", UUID.class),
        row.getString("connection_id"),
        row.getString("ordering_key"),
        EffectKind.valueOf(row.getString("kind")),
        row.getString("action_id"),
        row.getString("payload"),
        EffectState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getObject("not_before", OffsetDateTime.class).toInstant(),
        row.getObject("business_date", LocalDate.class),
        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
        finished == null ? null : finished.toInstant(),
        row.getString("reason"));
  }
}
