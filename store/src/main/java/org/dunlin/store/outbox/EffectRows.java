package org.dunlin.store.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.dunlin.store.secret.CustomerKeys;

/** Rows of the table of effects, what leaves opened with the key of the customer. */
public final class EffectRows {
  private static final String HEAD =
      "company_id, effect_id, connection_id, ordering_key, kind, action_id, state, attempts,"
          + " not_before, business_date, decided_at, finished_at, reason, customer_id, ";

  /** All columns, in a query over the table {@code effect} by that name. */
  public static final String COLUMNS =
      HEAD
          + "payload, sealed, (select wrapped from customer_key k where k.company_id ="
          + " effect.company_id and k.customer_id = effect.customer_id) as wrapped";

  /** All columns but what leaves. */
  static final String WITHOUT_PAYLOAD =
      HEAD + "null as payload, cast(null as bytea) as sealed, cast(null as bytea) as wrapped";

  private final CustomerKeys keys;

  /** The keys open what leaves. */
  public EffectRows(CustomerKeys keys) {
    this.keys = keys;
  }

  /** The effect of a row. */
  public Effect effect(ResultSet row) throws SQLException {
    OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
    return new Effect(
        row.getString("company_id"),
        row.getObject("effect_id", UUID.class),
        row.getString("connection_id"),
        row.getString("ordering_key"),
        EffectKind.valueOf(row.getString("kind")),
        row.getString("action_id"),
        SealedPayload.of(row, keys),
        EffectState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getObject("not_before", OffsetDateTime.class).toInstant(),
        row.getObject("business_date", LocalDate.class),
        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
        finished == null ? null : finished.toInstant(),
        row.getString("reason"));
  }
}
