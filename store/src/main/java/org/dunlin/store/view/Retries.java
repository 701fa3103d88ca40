package org.dunlin.store.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.inbox.DeliveryRows;
import org.dunlin.store.outbox.EffectKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is between two attempts, and what waits for something before its first. */
public final class Retries {
  /** So many entries that wait are looked at. */
  public static final int MOST_LOOKED_AT = 10_000;

  private static final String WAITING =
      """
      select * from (
        select w.*, count(*) over (partition by reason) as alike,
               row_number() over (partition by reason order by not_before, sequence) as place
          from (select effect_id, sequence, kind, connection_id, attempts, reason, not_before
                  from effect
                 where company_id = :company and state = 'PENDING' and reason is not null
                   and %s
                 order by sequence desc limit :looked) w) e
       where place <= :each
       order by alike desc, reason, place limit :most
      """;

  private final JdbcClient jdbc;

  Retries(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * An entry of the outbox that waits.
   *
   * @param attempts how often it was tried; 0 where it only may not leave yet
   * @param reason why it has not left
   * @param next when it is looked at again
   * @param alike how many wait for the same reason
   */
  public record Waiting(
      UUID id,
      EffectKind kind,
      String connectionId,
      int attempts,
      String reason,
      Instant next,
      int alike) {}

  /** Entries that were tried and are tried again: some of each reason, the most frequent first. */
  public List<Waiting> betweenAttempts(String companyId, int each, int most) {
    return waiting("attempts > 0", companyId, each, most);
  }

  /** Messages that may not leave yet: some of each reason, the most frequent first. */
  public List<Waiting> notYet(String companyId, int each, int most) {
    return waiting("attempts = 0", companyId, each, most);
  }

  private List<Waiting> waiting(String which, String companyId, int each, int most) {
    return jdbc.sql(WAITING.formatted(which))
        .param("company", companyId)
        .param("looked", MOST_LOOKED_AT)
        .param("each", each)
        .param("most", most)
        .query((row, number) -> waiting(row))
        .list();
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getObject("effect_id", UUID.class),
        EffectKind.valueOf(row.getString("kind")),
        row.getString("connection_id"),
        row.getInt("attempts"),
        row.getString("reason"),
        row.getObject("not_before", OffsetDateTime.class).toInstant(),
        row.getInt("alike"));
  }

  /**
   * A delivery whose reading broke off.
   *
   * @param until how long the attempt under way lasts at most; absent where none is
   */
  public record BrokenOff(Delivery delivery, @Nullable Instant until) {}

  /** Deliveries whose reading broke off and is tried again, those with the most attempts first. */
  public List<BrokenOff> brokenOff(String companyId, int most) {
    return jdbc.sql(
            "select "
                + DeliveryRows.COLUMNS
                + ", case when state = 'CLAIMED' then lease_until end as until from delivery"
                + " where company_id = :company and state in ('NEW', 'CLAIMED')"
                + " and (attempts > 1 or attempts = 1 and state = 'NEW')"
                + " order by attempts desc, intake_sequence limit :most")
        .param("company", companyId)
        .param("most", most)
        .query(
            (row, number) ->
                new BrokenOff(DeliveryRows.delivery(row), Columns.instant(row, "until")))
        .list();
  }
}
