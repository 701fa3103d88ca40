package org.dunlin.store.view;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.ledger.OpenCreditNotes;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The payments and open credit notes for which something is suggested, the most certain first, then
 * payments paid again or refunded.
 */
public final class ReviewQueue {
  private static final String PAYMENTS =
      """
      select payment_id as id, false as note, max(confidence) as confidence from (
        select payment_id, confidence from allocation
         where company_id = :company and decision = 'SUGGESTED' and payment_id is not null
        union all
        select payment_id, null from paid_again join payment using (company_id, payment_id)
         where company_id = :company and set_aside_by is null and claimed + returned < amount
        union all
        select paid_out, null from refund
         where company_id = :company and decision = 'SUGGESTED') waiting
       group by payment_id
      """;

  /** The open credit notes for which something is suggested by themselves. */
  static final String NOTES =
      """
      select s.credit_note_id as id, true as note, max(s.confidence) as confidence
        from (select company_id, credit_note_id, confidence from allocation
               where company_id = :company and %s) s
        join invoice n on n.company_id = s.company_id and n.invoice_id = s.credit_note_id
       where n.status = 'OPEN' and n.claimed < n.outstanding
       group by s.credit_note_id
      """
          .formatted(OpenCreditNotes.OWN);

  private static final String BOTH = PAYMENTS + " union all " + NOTES;

  private final JdbcClient jdbc;

  ReviewQueue(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * One over which a person decides.
   *
   * @param id of the payment, or of the credit note
   * @param creditNote whether it is a credit note
   */
  public record Waiting(UUID id, boolean creditNote) {}

  /** How many there are, payments and credit notes. */
  public int waiting(String companyId) {
    return jdbc.sql("select count(*) from (" + BOTH + ") both_kinds")
        .param("company", companyId)
        .query(Integer.class)
        .single();
  }

  /** Those whose best suggestion is the most certain, of both kinds; of equals the older. */
  public List<Waiting> both(String companyId, int most) {
    return listed(BOTH, companyId, most);
  }

  /** The ids of the payments among them. */
  public List<UUID> first(String companyId, int most) {
    return listed(PAYMENTS, companyId, most).stream().map(Waiting::id).toList();
  }

  /** The ids of the credit notes among them. */
  public List<UUID> creditNotes(String companyId, int most) {
    return listed(NOTES, companyId, most).stream().map(Waiting::id).toList();
  }

  private List<Waiting> listed(String kinds, String companyId, int most) {
    return jdbc.sql(
            "select id, note from ("
                + kinds
                + ") waiting order by confidence desc nulls last, id limit :most")
        .param("company", companyId)
        .param("most", most)
        .query(
            (row, number) -> new Waiting(row.getObject("id", UUID.class), row.getBoolean("note")))
        .list();
  }
}
