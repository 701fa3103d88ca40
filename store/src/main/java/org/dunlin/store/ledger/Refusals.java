package org.dunlin.store.ledger;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pairs of payment and invoice of which a person said that they do not belong together. */
public final class Refusals {
  private final JdbcClient jdbc;

  /** The refusals of this database. */
  public Refusals(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** A pair that no rule may join. */
  public record Pair(String paymentId, String invoiceId) {}

  /** Notes what a person said. */
  public void add(String companyId, UUID paymentId, UUID invoiceId, String by) {
    jdbc.sql(
            "insert into refusal values (:company, :payment, :invoice, :by, now()) on conflict do nothing")
        .param("company", companyId)
        .param("payment", paymentId)
        .param("invoice", invoiceId)
        .param("by", by)
        .update();
  }

  /** Takes back what a person said, since another, or the same, now says otherwise. */
  public void remove(String companyId, UUID paymentId, UUID invoiceId) {
    jdbc.sql(
            "delete from refusal where company_id = :company and payment_id = :payment"
                + " and invoice_id = :invoice")
        .param("company", companyId)
        .param("payment", paymentId)
        .param("invoice", invoiceId)
        .update();
  }

  /** The invoices that people said a payment does not belong to. */
  public Set<UUID> of(String companyId, UUID paymentId) {
    return new HashSet<>(
        jdbc.sql(
                "select invoice_id from refusal"
                    + " where company_id = :company and payment_id = :payment")
            .param("company", companyId)
            .param("payment", paymentId)
            .query(UUID.class)
            .list());
  }

  /** Those of these payments. */
  public Set<Pair> of(String companyId, Collection<UUID> payments) {
    return new HashSet<>(
        jdbc.sql(
                "select payment_id, invoice_id from refusal"
                    + " where company_id = :company and payment_id = any(:payments)")
            .param("company", companyId)
            .param("payments", payments.toArray(UUID[]::new))
            .query(
                (row, number) -> new Pair(row.getString("payment_id"), row.getString("invoice_id")))
            .list());
  }

  /** All pairs of a company. */
  public Set<Pair> of(String companyId) {
    return new HashSet<>(
        jdbc.sql("select payment_id, invoice_id from refusal where company_id = :company")
            .param("company", companyId)
            .query(
                (row, number) -> new Pair(row.getString("payment_id"), row.getString("invoice_id")))
            .list());
  }
}
