package org.dunlin.store.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of a delivery: from its bytes to the calls that left because of them. */
public final class Traces {
  /** So much of what followed is shown with a page of records. */
  private static final int MOST_FOLLOWED = 200;

  private static final UUID START = new UUID(0, 0);

  private static final String BROUGHT =
      """
      with brought as (
        (select journal_id as place, subject_kind as kind, cast(subject_id as uuid) as record_id, event
           from journal
          where company_id = :company and delivery_id = :delivery
            and subject_kind in ('customer', 'invoice') and journal_id > :after
          order by journal_id limit :most)
        union all
        (select payment_id, 'payment', payment_id, null from payment
          where company_id = :company and delivery_id = :delivery and payment_id > :after
          order by payment_id limit :most))
      select b.*, coalesce(i.number, p.record ->> 'payerName', c.name) as name,
             coalesce(p.record ->> 'remittance', case when b.kind = 'invoice' then c.name end) as about,
             coalesce(i.currency, p.currency) as currency, coalesce(i.total, p.amount) as amount
        from brought b
        left join invoice i on i.company_id = :company and b.kind = 'invoice' and i.invoice_id = b.record_id
        left join payment p on p.company_id = :company and b.kind = 'payment' and p.payment_id = b.record_id
        left join customer c on c.company_id = :company
              and c.customer_id = case b.kind when 'customer' then b.record_id else i.customer_id end
       order by b.place limit :most
      """;

  private static final String LEFT =
      """
      select * from (
        select t.invoice_id, e.* from action_item t
          join effect e on e.company_id = t.company_id and e.action_id = t.action_id
         where t.company_id = :company and t.invoice_id = any(cast(:invoices as uuid[]))
        union
        select i.invoice_id, e.* from invoice i
          join effect e on e.company_id = i.company_id and e.customer_id = i.customer_id
               and e.kind in ('STATUS_FILE', 'WRITE_BACK', 'OUTGOING_FILE') and right(e.ordering_key, 36) = cast(i.invoice_id as text)
         where i.company_id = :company and i.invoice_id = any(cast(:invoices as uuid[]))) left_since
       where decided_at >= :since order by sequence limit :most
      """;

  private final JdbcClient jdbc;
  private final AllocationLines allocations;

  Traces(DataSource pool) {
    jdbc = JdbcClient.create(pool);
    allocations = new AllocationLines(pool);
  }

  /** What a delivery brought, in the order in which it was applied, each with what followed. */
  public Page<Traced> of(Delivery delivery, @Nullable Cursor after, int most) {
    Page<Traced> page =
        Page.of(
            brought(delivery, after == null ? START : after.id(0), most + 1),
            most,
            record -> Cursor.at(record.place()));
    List<UUID> ids = page.items().stream().map(Traced::recordId).toList();
    List<AllocationLine> applied =
        allocations.since(delivery.companyId(), ids, delivery.receivedAt(), MOST_FOLLOWED);
    List<UUID> invoices =
        Stream.concat(ids.stream(), applied.stream().map(AllocationLine::invoiceId)).toList();
    List<Traced.Left> left = left(delivery.companyId(), invoices, delivery.receivedAt());
    return page.map(record -> followed(record, applied, left));
  }

  private static Traced followed(
      Traced record, List<AllocationLine> applied, List<Traced.Left> left) {
    List<AllocationLine> own = applied.stream().filter(record::has).toList();
    return record.with(
        own,
        left.stream()
            .filter(
                effect ->
                    effect.invoiceId().equals(record.recordId())
                        || own.stream()
                            .anyMatch(line -> line.invoiceId().equals(effect.invoiceId())))
            .toList());
  }

  private List<Traced> brought(Delivery delivery, UUID after, int most) {
    return jdbc.sql(BROUGHT)
        .param("company", delivery.companyId())
        .param("delivery", delivery.id())
        .param("after", after)
        .param("most", most)
        .query((row, number) -> traced(row))
        .list();
  }

  private List<Traced.Left> left(String companyId, List<UUID> invoices, Instant since) {
    return jdbc.sql(LEFT)
        .param("company", companyId)
        .param("invoices", invoices.stream().map(UUID::toString).toArray(String[]::new))
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("most", MOST_FOLLOWED)
        .query((row, number) -> left(row))
        .list();
  }

  private static Traced traced(ResultSet row) throws SQLException {
    return new Traced(
        row.getObject("place", UUID.class),
        Traced.RecordKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getObject("record_id", UUID.class),
        row.getString("name"),
        row.getString("about"),
        row.getString("event"),
        row.getString("currency") == null ? null : Columns.money(row, "amount"),
        List.of(),
        List.of());
  }

  private static Traced.Left left(ResultSet row) throws SQLException {
    return new Traced.Left(
        row.getObject("effect_id", UUID.class),
        row.getObject("invoice_id", UUID.class),
        EffectKind.valueOf(row.getString("kind")),
        EffectState.valueOf(row.getString("state")),
        row.getObject("decided_at", OffsetDateTime.class).toInstant());
  }
}
