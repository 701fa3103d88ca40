package org.dunlin.store.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.ledger.Allocations.Stored;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is suggested for credit notes by themselves, apart from what would go with a payment, and
 * which of them a person left to their customers.
 */
public final class OpenCreditNotes {
  /** Lines of a proposal of a credit note share a match that begins with its id. */
  public static final String OWN =
      """
      decision = 'SUGGESTED' and payment_id is null
             and starts_with(match, cast(credit_note_id as text) || '#')
      """;

  private final JdbcClient jdbc;

  /** Those of this database. */
  public OpenCreditNotes(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** What is suggested for a credit note by itself, the best first. */
  public List<Stored> suggestedOf(String companyId, UUID noteId) {
    return jdbc.sql(
            "select * from allocation where company_id = :company and credit_note_id = :id and "
                + OWN
                + " order by rank, allocation_id")
        .param("company", companyId)
        .param("id", noteId)
        .query(Allocations::row)
        .list();
  }

  /** Forgets that. */
  public void clearSuggestions(String companyId, UUID noteId) {
    jdbc.sql(
            "delete from allocation where company_id = :company and credit_note_id = :id and "
                + OWN)
        .param("company", companyId)
        .param("id", noteId)
        .update();
  }

  /** Leaves a credit note to its customer; false where nothing is open of it, or it was before. */
  public boolean leave(String companyId, UUID noteId, String by) {
    return jdbc.sql(
                """
                insert into credit_note_left (company_id, credit_note_id, left_by)
                select company_id, invoice_id, :by from invoice
                 where company_id = :company and invoice_id = :id and kind = 'CREDIT_NOTE'
                   and status = 'OPEN' and claimed < outstanding
                    on conflict do nothing
                """)
            .param("company", companyId)
            .param("id", noteId)
            .param("by", by)
            .update()
        == 1;
  }

  /** Takes it up again; false where it was not left. */
  public boolean takeUp(String companyId, UUID noteId) {
    return jdbc.sql(
                "delete from credit_note_left"
                    + " where company_id = :company and credit_note_id = :id")
            .param("company", companyId)
            .param("id", noteId)
            .update()
        == 1;
  }

  /** Who left it to its customer. */
  public Optional<String> leftBy(String companyId, UUID noteId) {
    return jdbc.sql(
            "select left_by from credit_note_left"
                + " where company_id = :company and credit_note_id = :id")
        .param("company", companyId)
        .param("id", noteId)
        .query(String.class)
        .optional();
  }

  /**
   * The ids of those about which nobody is asked though something is open of them: what a program
   * contradicts is a task already, and an invoice that is named and not there may come within a
   * week.
   */
  public Set<String> notAsked(String companyId) {
    return new HashSet<>(
        jdbc.sql(
                """
                select cast(credit_note_id as text) from allocation
                 where company_id = :company and decision = 'CONFLICT' and credit_note_id is not null
                union
                select cast(i.invoice_id as text) from problem p
                  join delivery d on d.company_id = p.company_id and d.delivery_id = p.delivery_id
                  join invoice i on i.company_id = p.company_id and i.customer_id = p.awaited_customer_id
                 where p.company_id = :company and p.awaited_number is not null
                   and d.received_at > now() - interval '7 days'
                   and i.kind = 'CREDIT_NOTE' and i.status = 'OPEN' and i.claimed < i.outstanding
                   and i.record -> 'x-precedingInvoices' @> jsonb_build_array(
                         jsonb_build_object('number', p.awaited_number))
                """)
            .param("company", companyId)
            .query(String.class)
            .list());
  }

  /** The ids of those of which something is open and that were left to their customers. */
  public Set<String> left(String companyId) {
    return new HashSet<>(
        jdbc.sql(
                """
                select cast(n.credit_note_id as text) from credit_note_left n
                  join invoice i on i.company_id = n.company_id and i.invoice_id = n.credit_note_id
                 where n.company_id = :company and i.status = 'OPEN' and i.claimed < i.outstanding
                """)
            .param("company", companyId)
            .query(String.class)
            .list());
  }
}
