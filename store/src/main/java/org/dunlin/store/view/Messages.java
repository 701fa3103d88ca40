package org.dunlin.store.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.outbox.SealedPayload;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.dunlin.store.secret.CustomerKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outbox as people see it. */
public final class Messages {
  /** A status file's ordering key ends with the invoice's id. */
  private static final String LINES =
      """
      select e.company_id, e.effect_id, e.kind, e.state, e.decided_at, e.finished_at, e.business_date,
             e.attempts, e.reason, e.connection_id, e.payload, e.sealed, e.customer_id, k.wrapped,
             i.number, c.name as customer
        from (select * from effect where company_id = :company %s order by sequence desc limit :most) e
        left join action a on a.company_id = e.company_id and a.action_id = e.action_id
        left join invoice i on i.company_id = e.company_id and i.invoice_id =
             case when e.kind in ('STATUS_FILE', 'WRITE_BACK', 'OUTGOING_FILE') and right(e.ordering_key, 36) ~ '^[0-9a-f-]{36}$'
                  then cast(right(e.ordering_key, 36) as uuid) end
        left join customer c on c.company_id = e.company_id
              and c.customer_id = coalesce(a.customer_id, i.customer_id, e.customer_id)
        left join customer_key k on k.company_id = e.company_id and k.customer_id = e.customer_id
       order by e.sequence desc
      """;

  private static final JsonMapper JSON = new JsonMapper();

  private final JdbcClient jdbc;
  private final CustomerKeys keys;

  Messages(DataSource pool, CustomerKeys keys) {
    jdbc = JdbcClient.create(pool);
    this.keys = keys;
  }

  /**
   * Something that left or is to leave.
   *
   * <p>What it says is absent once it was erased or dropped.
   *
   * @param recipient the address of an e-mail, the number of a text
   * @param subject of an e-mail; of a text its words
   * @param file the name of a status file; of an event its kind
   * @param invoice the number of the invoice that a status file is about
   * @param customer whom it is about
   */
  public record Line(
      UUID id,
      EffectKind kind,
      EffectState state,
      Instant decidedAt,
      @Nullable Instant finishedAt,
      LocalDate businessDate,
      int attempts,
      @Nullable String reason,
      String connectionId,
      @Nullable String recipient,
      @Nullable String subject,
      @Nullable String file,
      @Nullable String invoice,
      @Nullable String customer) {}

  /** The newest first, in every state. */
  public List<Line> newest(String companyId, int most) {
    return newest(new Conditions(companyId, most));
  }

  /** The newest in a state first. */
  public List<Line> newest(String companyId, EffectState state, int most) {
    return newest(inState(companyId, state, most));
  }

  /** A page of messages, the newest first: in one state, or in every one. */
  public Page<Line> page(
      String companyId, @Nullable EffectState state, @Nullable Cursor after, int most) {
    return page(all(companyId, state, most + 1), after, most);
  }

  /** The same of what goes to people alone. */
  public Page<Line> emails(
      String companyId, @Nullable EffectState state, @Nullable Cursor after, int most) {
    return page(
        all(companyId, state, most + 1).and("kind in ('EMAIL', 'LETTER', 'TEXT', 'HANDOVER')"),
        after,
        most);
  }

  /** How many messages wait because there are far more than usual, or the hub was restored. */
  public int toRelease(String companyId) {
    return jdbc.sql(
            """
            select count(*) from effect e
             where company_id = :company and kind in ('EMAIL', 'LETTER', 'TEXT', 'HANDOVER')
               and state = 'AWAITING_APPROVAL'
               and not exists (select 1 from action a
                                where a.company_id = e.company_id and a.action_id = e.action_id
                                  and a.approve)
            """)
        .param("company", companyId)
        .query(Integer.class)
        .single();
  }

  private Page<Line> page(Conditions conditions, @Nullable Cursor after, int most) {
    if (after != null) {
      conditions.and(
          "sequence < (select sequence from effect where company_id = :company and effect_id ="
              + " :after)",
          "after",
          after.id(0));
    }
    return Page.of(newest(conditions), most, line -> Cursor.at(line.id()));
  }

  private static Conditions all(String companyId, @Nullable EffectState state, int most) {
    return state == null ? new Conditions(companyId, most) : inState(companyId, state, most);
  }

  /** Those about a customer, the newest first. */
  List<Line> aboutCustomer(String companyId, UUID customerId, @Nullable UUID before, int most) {
    return newestBefore(
        new Conditions(companyId, most).and("customer_id = :customer", "customer", customerId),
        before);
  }

  /** Those about an invoice, the newest first: its reminders and its status files. */
  List<Line> aboutInvoice(String companyId, UUID invoiceId, @Nullable UUID before, int most) {
    return newestBefore(
        new Conditions(companyId, most)
            .and(
                """
                effect_id in (
                  select x.effect_id from action_item t join effect x using (company_id, action_id)
                   where t.company_id = :company and t.invoice_id = :invoice
                  union all
                  select x.effect_id from invoice i join effect x using (company_id, customer_id)
                   where i.company_id = :company and i.invoice_id = :invoice and x.kind in ('STATUS_FILE', 'WRITE_BACK', 'OUTGOING_FILE')
                     and right(x.ordering_key, 36) = cast(:invoice as text))
                """,
                "invoice",
                invoiceId),
        before);
  }

  private static Conditions inState(String companyId, EffectState state, int most) {
    return new Conditions(companyId, most).and("state = :state", "state", state.name());
  }

  private List<Line> newestBefore(Conditions conditions, @Nullable UUID before) {
    return newest(
        before == null ? conditions : conditions.and("effect_id < :before", "before", before));
  }

  private List<Line> newest(Conditions conditions) {
    return jdbc.sql(LINES.formatted(conditions.text()))
        .params(conditions.values())
        .query((row, number) -> line(row))
        .list();
  }

  /**
   * How many messages were refused for good and are about a customer who still has their address,
   * or about none.
   */
  int failed(String companyId) {
    return failedByRow(companyId) + failedByPayload(companyId);
  }

  /** Those of which the row itself says enough; what a server refused for its address is one. */
  private int failedByRow(String companyId) {
    return jdbc.sql(
            """
            select count(*)
              from effect e left join action a using (company_id, action_id)
              left join customer c on c.company_id = a.company_id and c.customer_id = a.customer_id
             where e.company_id = :company and e.state = 'FAILED' and e.kind <> 'EVENT'
               and (a.action_id is null
                    or e.refused_address is not null and e.refused_address = c.record ->> 'email')
            """)
        .param("company", companyId)
        .query(Integer.class)
        .single();
  }

  /** Those of which only what they say tells to whom they went. */
  private int failedByPayload(String companyId) {
    return (int)
        jdbc
            .sql(
                """
                select e.company_id, e.effect_id, e.payload, e.sealed, e.customer_id, k.wrapped,
                       c.record ->> 'email' as email
                  from effect e join action a using (company_id, action_id)
                  left join customer c on c.company_id = a.company_id and c.customer_id = a.customer_id
                  left join customer_key k on k.company_id = e.company_id and k.customer_id = e.customer_id
                 where e.company_id = :company and e.state = 'FAILED' and e.refused_address is null
                """)
            .param("company", companyId)
            .query((row, number) -> sameAddress(row))
            .list()
            .stream()
            .filter(counts -> counts)
            .count();
  }

  private boolean sameAddress(ResultSet row) throws SQLException {
    String to = text(payload(SealedPayload.of(row, keys)), "to");
    return to != null && to.equals(row.getString("email")); // erased ones say nothing any more
  }

  /** One message of the company. */
  public Optional<Line> find(String companyId, UUID effectId) {
    return newest(new Conditions(companyId, 1).and("effect_id = :id", "id", effectId)).stream()
        .findFirst();
  }

  private Line line(ResultSet row) throws SQLException {
    JsonNode payload = payload(SealedPayload.of(row, keys));
    return new Line(
        row.getObject("effect_id", UUID.class),
        EffectKind.valueOf(row.getString("kind")),
        EffectState.valueOf(row.getString("state")),
        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
        Columns.instant(row, "finished_at"),
        row.getObject("business_date", LocalDate.class),
        row.getInt("attempts"),
        row.getString("reason"),
        row.getString("connection_id"),
        text(payload, "to"),
        text(payload, row.getString("kind").equals("TEXT") ? "text" : "subject"),
        text(payload, row.getString("kind").equals("EVENT") ? "type" : "name"),
        row.getString("number"),
        row.getString("customer"));
  }

  private static JsonNode payload(@Nullable String json) {
    try {
      return json == null ? MissingNode.getInstance() : JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no payload of the outbox is other than JSON", e);
    }
  }

  private static @Nullable String text(JsonNode payload, String name) {
    return payload.path(name).textValue();
  }
}
