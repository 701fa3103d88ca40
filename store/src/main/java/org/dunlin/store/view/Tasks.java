package org.dunlin.store.view;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits for a person. */
public final class Tasks {
  /** So often tried, in about a minute, that it is no passing trouble. */
  private static final int OFTEN = 5;

  private final JdbcClient jdbc;
  private final Messages messages;

  Tasks(DataSource pool, Messages messages) {
    jdbc = JdbcClient.create(pool);
    this.messages = messages;
  }

  /**
   * How much of each kind waits. A delivery whose bytes are gone waits no more: nothing can be done
   * about it.
   *
   * @param quarantined deliveries refused as a whole
   * @param poison deliveries that were tried too often
   * @param partly applied deliveries with problems of single records
   * @param unknown messages of which it is not known whether they left
   * @param failed messages refused for good whose customer still has the refused address
   * @param awaiting messages that wait because there are far more than usual
   * @param approvals actions of which a person has to approve the step
   * @param conflicts allocations that a later fact of the source contradicts
   * @param suggested payments for which something is suggested
   * @param creditNotes open credit notes for which something is suggested by themselves
   * @param questions whether records of two connections are one, unless put off
   * @param endpoints programs that were told what happens and that the hub switched off
   * @param stuck messages that were tried several times and did not get through
   */
  public record Counts(
      int quarantined,
      int poison,
      int partly,
      int unknown,
      int failed,
      int awaiting,
      int approvals,
      int conflicts,
      int suggested,
      int creditNotes,
      int questions,
      int endpoints,
      int stuck) {}

  /** What waits in a company on a business date. */
  public Counts of(String companyId, LocalDate today) {
    int failed = messages.failed(companyId);
    return jdbc.sql(
            """
            select d.quarantined, d.poison, p.partly, e.unknown, e.awaiting, y.approvals, a.conflicts, s.suggested, w.notes, q.questions, n.endpoints, t.stuck
              from (select count(*) filter (where state = 'QUARANTINED') as quarantined,
                           count(*) filter (where state = 'POISON') as poison
                      from delivery
                     where company_id = :company and state in ('QUARANTINED', 'POISON')
                       and raw_gone_at is null) d,
                   (select count(*) as partly
                      from (select distinct delivery_id from problem where company_id = :company) b
                     cross join lateral (
                           select 1 from delivery d
                            where d.company_id = :company and d.delivery_id = b.delivery_id
                              and d.state = 'APPLIED' and d.raw_gone_at is null
                            limit 1) d) p,
                   (select count(*) filter (where state = 'UNKNOWN') as unknown,
                           count(*) filter (where state = 'AWAITING_APPROVAL' and not exists (
                             select 1 from action a
                              where a.company_id = :company and a.action_id = effect.action_id
                                and a.approve)) as awaiting
                      from effect
                     where company_id = :company and state in ('UNKNOWN', 'AWAITING_APPROVAL')) e,
                   (select count(*) as approvals from action
                     where company_id = :company and approve
                       and state = 'AWAITING_APPROVAL') y,
                   (select count(*) as conflicts from allocation
                     where company_id = :company and decision = 'CONFLICT'
                       and not being_taken_back(company_id, allocation_id)) a,
                   (select count(distinct payment_id) as suggested from allocation
                     where company_id = :company and decision = 'SUGGESTED') s,
                   (select count(*) as notes from (%s) suggested_notes) w,
                   (select count(*) as questions from identity_question
                     where company_id = :company and state = 'OPEN'
                       and (put_off_until is null or put_off_until <= :today)) q,
                   (select count(*) as endpoints from event_endpoint
                     where company_id = :company and state = 'FAILED') n,
                   (select count(*) as stuck from effect
                     where company_id = :company and state = 'PENDING' and attempts >= :often
                       and kind in ('EMAIL', 'LETTER', 'TEXT', 'HANDOVER')) t
            """
                .formatted(ReviewQueue.NOTES))
        .param("company", companyId)
        .param("today", today)
        .param("often", OFTEN)
        .query(
            (row, number) ->
                new Counts(
                    row.getInt("quarantined"),
                    row.getInt("poison"),
                    row.getInt("partly"),
                    row.getInt("unknown"),
                    failed,
                    row.getInt("awaiting"),
                    row.getInt("approvals"),
                    row.getInt("conflicts"),
                    row.getInt("suggested"),
                    row.getInt("notes"),
                    row.getInt("questions"),
                    row.getInt("endpoints"),
                    row.getInt("stuck")))
        .single();
  }
}
