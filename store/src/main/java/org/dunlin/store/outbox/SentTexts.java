package org.dunlin.store.outbox;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Texts beside their effects: which gateway was told, and what became of them. */
public final class SentTexts {
  private final JdbcClient jdbc;

  /** Those of this database. */
  public SentTexts(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** What a gateway tells in the end. */
  public enum Report {
    /** The phone has it. */
    DELIVERED,
    /** It never will. */
    FAILED
  }

  /**
   * What is known of a text.
   *
   * @param connectionId the gateway that was told
   * @param report absent as long as nothing is known
   * @param reason why it failed, as the gateway says it
   */
  public record Told(
      String connectionId,
      @Nullable Report report,
      @Nullable String reason,
      @Nullable Instant reportedAt) {}

  /** A text of which its gateway is to be asked what became of it. */
  public record Due(String companyId, UUID effectId, String connectionId, String gatewayId) {}

  /** Notes that it may leave now, before it does. */
  public void leaving(String companyId, UUID effectId, String connectionId) {
    jdbc.sql(
            """
            insert into text_message (company_id, effect_id, connection_id, left_at)
            values (:company, :effect, :connection, now())
            on conflict (company_id, effect_id) do update
               set left_at = now(), connection_id = excluded.connection_id
            """)
        .param("company", companyId)
        .param("effect", effectId)
        .param("connection", connectionId)
        .update();
  }

  /** Notes that the gateway did not take it. */
  public void notTaken(String companyId, UUID effectId) {
    one(companyId, effectId, "update text_message set left_at = null").update();
  }

  /**
   * Notes that the gateway took it.
   *
   * @param gatewayId by which the gateway knows it; absent where it does not say
   * @param askAfter after which it can be asked what became of it; absent: it cannot
   */
  public void taken(
      String companyId, UUID effectId, @Nullable String gatewayId, @Nullable Duration askAfter) {
    Long seconds = gatewayId == null || askAfter == null ? null : askAfter.toSeconds();
    one(
            companyId,
            effectId,
            "update text_message set gateway_id = :id,"
                + " ask_at = now() + make_interval(secs => cast(:after as integer))")
        .param("id", gatewayId)
        .param("after", seconds, Types.INTEGER)
        .update();
  }

  /** The gateway that may have taken it; empty where none has. */
  public Optional<String> gateway(String companyId, UUID effectId) {
    return one(
            companyId,
            effectId,
            "select connection_id from text_message",
            " and left_at is not null")
        .query(String.class)
        .optional();
  }

  /** How long ago it may have left; empty where it has not. */
  public Optional<Duration> sinceItLeft(String companyId, UUID effectId) {
    return one(
            companyId,
            effectId,
            "select extract(epoch from now() - left_at) from text_message",
            " and left_at is not null")
        .query(BigDecimal.class)
        .optional()
        .map(seconds -> Duration.ofMillis(seconds.movePointRight(3).longValue()));
  }

  /**
   * The text of which its gateway is to be asked next. Whoever gets it is the only one; the next
   * time is later each time, and after some days there is none.
   */
  public Optional<Due> claim() {
    return jdbc.sql(
            """
            update text_message set asked = asked + 1,
                   ask_at = now() + case asked when 0 then interval '5 minutes'
                     when 1 then interval '30 minutes' when 2 then interval '2 hours'
                     when 3 then interval '12 hours' when 4 then interval '1 day'
                     when 5 then interval '2 days' end
             where (company_id, effect_id) = (
                     select company_id, effect_id from text_message
                      where ask_at <= now() order by ask_at limit 1 for update skip locked)
            returning company_id, effect_id, connection_id, gateway_id
            """)
        .query(
            (row, number) ->
                new Due(
                    row.getString("company_id"),
                    row.getObject("effect_id", UUID.class),
                    row.getString("connection_id"),
                    row.getString("gateway_id")))
        .optional();
  }

  /** Notes what became of it, once; false where that was known. */
  public boolean reported(String companyId, UUID effectId, Report report, @Nullable String reason) {
    return one(
                companyId,
                effectId,
                "update text_message set report = :report, report_reason = :reason,"
                    + " reported_at = now(), ask_at = null",
                " and report is null")
            .param("report", report.name())
            .param("reason", reason)
            .update()
        == 1;
  }

  /** What is known of a text. */
  public Optional<Told> of(String companyId, UUID effectId) {
    return one(companyId, effectId, "select * from text_message")
        .query(
            (row, number) -> {
              String report = row.getString("report");
              OffsetDateTime at = row.getObject("reported_at", OffsetDateTime.class);
              return new Told(
                  row.getString("connection_id"),
                  report == null ? null : Report.valueOf(report),
                  row.getString("report_reason"),
                  at == null ? null : at.toInstant());
            })
        .optional();
  }

  /** Where every text of a company in test mode goes. */
  public Optional<String> testNumber(String companyId) {
    return jdbc.sql("select number from test_phone where company_id = :company")
        .param("company", companyId)
        .query(String.class)
        .optional();
  }

  /** Says where they go; absent: nowhere. */
  public void setTestNumber(String companyId, @Nullable String number) {
    jdbc.sql("delete from test_phone where company_id = :company")
        .param("company", companyId)
        .update();
    if (number != null) {
      jdbc.sql("insert into test_phone values (:company, :number)")
          .param("company", companyId)
          .param("number", number)
          .update();
    }
  }

  private JdbcClient.StatementSpec one(String companyId, UUID effectId, String sql) {
    return one(companyId, effectId, sql, "");
  }

  private JdbcClient.StatementSpec one(String companyId, UUID effectId, String sql, String and) {
    return jdbc.sql(sql + " where company_id = :company and effect_id = :effect" + and)
        .param("company", companyId)
        .param("effect", effectId);
  }
}
