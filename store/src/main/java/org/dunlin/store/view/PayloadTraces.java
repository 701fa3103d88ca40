package org.dunlin.store.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On which deliveries a piece of work rests, so that a trace can follow each of them. */
public final class PayloadTraces {
  /** So many deliveries or effects, the newest, are looked at. */
  private static final int NEWEST = 200;

  private static final String REST_ON =
      """
      select distinct delivery_id from (
        select j.delivery_id from about a
          join journal j on j.company_id = :company and j.subject_kind = 'invoice'
               and j.subject_id = cast(a.invoice_id as text) and j.delivery_id is not null
        union
        select p.delivery_id from about a
          join allocation l on l.company_id = :company and l.invoice_id = a.invoice_id
          join payment p on p.company_id = l.company_id and p.payment_id = l.payment_id) d
       where delivery_id is not null order by delivery_id desc limit :most
      """;

  private static final String ABOUT =
      """
      with about as (
        select t.invoice_id from one_of e
          join action_item t on t.company_id = e.company_id and t.action_id = e.action_id
        union
        select cast(right(e.ordering_key, 36) as uuid) from one_of e
         where e.kind in ('STATUS_FILE', 'WRITE_BACK', 'OUTGOING_FILE')
           and right(e.ordering_key, 36) ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')
      """;

  private final JdbcClient jdbc;

  /** Over what this database keeps. */
  public PayloadTraces(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** The newest deliveries of a company that were applied since a moment. */
  public List<UUID> appliedSince(String companyId, Instant since) {
    return jdbc.sql(
            """
            select delivery_id from (
              select delivery_id, state, finished_at from delivery where company_id = :company
               order by delivery_id desc limit :newest) d
             where state = 'APPLIED' and finished_at >= :since
            """)
        .param("company", companyId)
        .param("newest", NEWEST)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .list();
  }

  /** The deliveries that brought the invoices of an effect, and the money that settled them. */
  public List<UUID> ofEffect(String companyId, UUID effectId, int most) {
    return about("select * from effect where company_id = :company and effect_id = :effect")
        .param("company", companyId)
        .param("effect", effectId)
        .param("most", most)
        .query(UUID.class)
        .list();
  }

  /** The invoices that an effect is about. */
  List<UUID> invoices(String companyId, UUID effectId, int most) {
    return jdbc.sql(
            "with one_of as (select * from effect where company_id = :company and effect_id ="
                + " :effect), "
                + ABOUT.strip().substring(5)
                + " select invoice_id from about order by invoice_id limit :most")
        .param("company", companyId)
        .param("effect", effectId)
        .param("most", most)
        .query(UUID.class)
        .list();
  }

  /** The same of all effects that were decided since a moment. */
  public List<UUID> ofEffectsSince(String companyId, Instant since, int most) {
    return about(
            """
            select * from (select * from effect where company_id = :company
                            order by sequence desc limit :newest) newest
             where decided_at >= :since
            """)
        .param("company", companyId)
        .param("newest", NEWEST)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query(UUID.class)
        .list();
  }

  private JdbcClient.StatementSpec about(String effects) {
    return jdbc.sql(
        "with one_of as (" + effects + "), " + ABOUT.strip().substring(5) + "\n" + REST_ON);
  }
}
