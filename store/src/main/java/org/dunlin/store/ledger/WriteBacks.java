package org.dunlin.store.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.port.Stage;
import org.dunlin.core.port.WriteBack;
import org.dunlin.store.Ids;
import org.dunlin.store.Wakeups;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What programs are told, beside the effects of the outbox: about what, and as what they know it.
 */
public final class WriteBacks {
  private final JdbcClient jdbc;
  private final Wakeups wakeups;

  /** The write-backs of this database, whose answers are work for matching. */
  public WriteBacks(DataSource pool, Wakeups wakeups) {
    jdbc = JdbcClient.create(pool);
    this.wakeups = wakeups;
  }

  /**
   * What is told.
   *
   * @param invoiceId absent of a fee, which is of none
   * @param allocationId the line that the program is to book
   */
  public record Told(WriteBack kind, @Nullable UUID invoiceId, @Nullable UUID allocationId) {}

  /** Notes what an effect tells; beside the effect, in its transaction. */
  public void add(
      String companyId, UUID effectId, String connectionId, Told told, String reference) {
    jdbc.sql(
            """
            insert into write_back (company_id, effect_id, connection_id, kind, invoice_id, allocation_id,
                                    reference)
            values (:company, :effect, :connection, :kind, :invoice, :allocation, :reference)
            on conflict do nothing
            """)
        .param("company", companyId)
        .param("effect", effectId)
        .param("connection", connectionId)
        .param("kind", told.kind().name())
        .param("invoice", told.invoiceId(), java.sql.Types.OTHER)
        .param("allocation", told.allocationId(), java.sql.Types.OTHER)
        .param("reference", reference)
        .update();
  }

  /** The effects that tell of an allocation. */
  public List<UUID> of(String companyId, UUID allocationId) {
    return jdbc.sql(
            "select effect_id from write_back where company_id = :company and allocation_id = :id"
                + " order by effect_id")
        .param("company", companyId)
        .param("id", allocationId)
        .query(UUID.class)
        .list();
  }

  /**
   * Whether the program may be told of an allocation: it stands, the program has not booked it by
   * itself, and no effect tells of it already or has told.
   */
  public boolean mayTell(String companyId, UUID allocationId) {
    return jdbc.sql(
            """
            select exists (select from allocation a
                            where a.company_id = :company and a.allocation_id = :id
                              and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL')
                              and a.payment_id is not null and a.rule is distinct from 'RETURN'
                              and a.undone_by is null and a.booking_id is null)
               and not exists (select from write_back w
                                 join effect e on e.company_id = w.company_id and e.effect_id = w.effect_id
                                where w.company_id = :company and w.allocation_id = :id
                                  and e.state not in ('SHADOW', 'CANCELLED'))
            """)
        .param("company", companyId)
        .param("id", allocationId)
        .query(Boolean.class)
        .single();
  }

  /** Notes by which payment the money of a line went back. */
  public void returned(String companyId, UUID allocationId, UUID returnedBy) {
    jdbc.sql(
            "update allocation set returned_by = :by"
                + " where company_id = :company and allocation_id = :id")
        .param("by", returnedBy)
        .param("company", companyId)
        .param("id", allocationId)
        .update();
  }

  /**
   * What a program was told to book and whose money went back.
   *
   * @param effectId by which it was told
   * @param reference by which its booking is known there
   * @param returnedBy the payment by which the money went back
   */
  public record ToTakeBack(
      UUID effectId, UUID invoiceId, UUID allocationId, String reference, UUID returnedBy) {}

  /**
   * What programs have booked, or may have booked, of money that went back since, and nobody takes
   * back yet.
   */
  public List<ToTakeBack> toTakeBack(String companyId) {
    return jdbc.sql(
            """
            select w.effect_id, w.invoice_id, w.allocation_id, w.reference, a.returned_by
              from allocation a
              join write_back w on w.company_id = a.company_id and w.allocation_id = a.allocation_id
                   and w.kind = 'PAYMENT'
              join effect e on e.company_id = w.company_id and e.effect_id = w.effect_id
             where a.company_id = :company and a.returned_by is not null
               and (e.state = 'SENT'
                    or e.state in ('UNKNOWN', 'FAILED', 'CANCELLED') and w.left_at is not null)
               and not exists (
                     select from write_back x
                       join effect o on o.company_id = x.company_id and o.effect_id = x.effect_id
                      where x.company_id = w.company_id and x.reverses = w.effect_id
                        and o.state not in ('SHADOW', 'CANCELLED'))
             order by w.effect_id
            """)
        .param("company", companyId)
        .query(
            (row, number) ->
                new ToTakeBack(
                    row.getObject("effect_id", UUID.class),
                    row.getObject("invoice_id", UUID.class),
                    row.getObject("allocation_id", UUID.class),
                    row.getString("reference"),
                    row.getObject("returned_by", UUID.class)))
        .list();
  }

  /** Notes what an effect takes back. */
  public void reverses(String companyId, UUID effectId, UUID reversed) {
    one(companyId, effectId, "update write_back set reverses = :reversed")
        .param("reversed", reversed)
        .update();
  }

  /** Notes which payment link an effect tells, under which address. */
  public void ofLink(String companyId, UUID effectId, UUID linkId, int generation) {
    jdbc.sql(
            "update write_back set link_id = :link, link_generation = :generation"
                + " where company_id = :company and effect_id = :effect")
        .param("link", linkId)
        .param("generation", generation)
        .param("company", companyId)
        .param("effect", effectId)
        .update();
  }

  /** The effects that tell of a payment link. */
  public List<UUID> ofLink(String companyId, UUID linkId) {
    return jdbc.sql(
            "select effect_id from write_back where company_id = :company and link_id = :link"
                + " order by effect_id")
        .param("company", companyId)
        .param("link", linkId)
        .query(UUID.class)
        .list();
  }

  /** Whether no effect tells an invoice's program this address of a link, or has told it. */
  public boolean mayTellLink(String companyId, UUID invoiceId, UUID linkId, int generation) {
    return jdbc.sql(
            """
            select not exists (
                     select from write_back w
                       join effect e on e.company_id = w.company_id and e.effect_id = w.effect_id
                      where w.company_id = :company and w.link_id = :link
                        and w.link_generation = :generation and w.invoice_id = :invoice
                        and e.state not in ('SHADOW', 'CANCELLED'))
            """)
        .param("company", companyId)
        .param("link", linkId)
        .param("generation", generation)
        .param("invoice", invoiceId)
        .query(Boolean.class)
        .single();
  }

  /**
   * Whether what an effect tells still holds: the allocation stands, and the program has not booked
   * it by itself meanwhile; the money of a booking that is taken back is back; the payment link is
   * open, under the same address.
   */
  public boolean stillWanted(String companyId, UUID effectId) {
    return jdbc.sql(
            """
            select (w.allocation_id is null
                    or w.kind = 'PAYMENT_REVERSAL' and exists (
                     select from allocation a
                      where a.company_id = w.company_id and a.allocation_id = w.allocation_id
                        and a.returned_by is not null)
                    or w.kind <> 'PAYMENT_REVERSAL' and exists (
                     select from allocation a
                      where a.company_id = w.company_id and a.allocation_id = w.allocation_id
                        and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL') and a.undone_by is null
                        and a.booking_id is null))
                   and (w.link_id is null or exists (
                     select from payment_link l
                      where l.company_id = w.company_id and l.link_id = w.link_id
                        and l.state = 'OPEN' and l.generation = w.link_generation))
              from write_back w where w.company_id = :company and w.effect_id = :effect
            """)
        .param("company", companyId)
        .param("effect", effectId)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Notes that it may leave now, before it does. */
  public void leaving(String companyId, UUID effectId) {
    one(companyId, effectId, "update write_back set left_at = now()").update();
  }

  /** Notes that the program did not take it. */
  public void notTaken(String companyId, UUID effectId) {
    one(companyId, effectId, "update write_back set left_at = null").update();
  }

  /** How long ago it may have left; empty where it has not, or is known to have come to nothing. */
  public Optional<Duration> sinceItLeft(String companyId, UUID effectId) {
    return one(
            companyId,
            effectId,
            "select extract(epoch from now() - left_at) as seconds from write_back")
        .query((row, number) -> Optional.ofNullable(row.getBigDecimal("seconds")))
        .optional()
        .flatMap(each -> each)
        .map(seconds -> Duration.ofMillis(seconds.movePointRight(3).longValue()));
  }

  /**
   * How long ago it may have left of which nobody knows whether it arrived; empty where that is
   * known.
   */
  public Optional<Duration> sinceInDoubt(String companyId, UUID effectId) {
    boolean confirmed =
        one(companyId, effectId, "select confirmed_as is not null from write_back")
            .query(Boolean.class)
            .optional()
            .orElse(false);
    return confirmed ? Optional.empty() : sinceItLeft(companyId, effectId);
  }

  private JdbcClient.StatementSpec one(String companyId, UUID effectId, String sql) {
    return jdbc.sql(sql + " where company_id = :company and effect_id = :effect")
        .param("company", companyId)
        .param("effect", effectId);
  }

  /**
   * Notes as what the program has what it was told, so that it is known when it comes back; that it
   * may have come back already is due for matching.
   */
  public void confirmed(String companyId, UUID effectId, String id) {
    jdbc.sql(
            "update write_back set confirmed_as = :id"
                + " where company_id = :company and effect_id = :effect")
        .param("id", id)
        .param("company", companyId)
        .param("effect", effectId)
        .update();
    jdbc.sql(
            """
            update allocation a set decision = decision from write_back w
             where w.company_id = :company and w.effect_id = :effect and a.company_id = w.company_id
               and a.allocation_id = w.allocation_id
            """)
        .param("company", companyId)
        .param("effect", effectId)
        .update();
    jdbc.sql("insert into work_due values (:company, :id, 'MATCH')")
        .param("company", companyId)
        .param("id", Ids.next())
        .update();
    wakeups.wakeOnCommit(Stage.MATCH);
  }
}
