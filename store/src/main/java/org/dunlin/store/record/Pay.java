package org.dunlin.store.record;

import static org.dunlin.store.record.Filter.date;
import static org.dunlin.store.record.Filter.id;
import static org.dunlin.store.record.Filter.text;
import static org.dunlin.store.record.Filter.word;

import javax.sql.DataSource;
import org.dunlin.core.model.PaymentLinkState;
import org.dunlin.store.pay.KeptLink;
import org.dunlin.store.pay.KeptLinks;

/** The lists of how customers pay by links. */
public record Pay(Listing<OfCompany> links) {

  /** A link with whose it is. */
  public record OfCompany(String companyId, KeptLink link) {}

  static Pay over(DataSource pool) {
    return new Pay(
        new Listing<>(
            pool,
            new Rows(KeptLinks.COLUMNS, "payment_link l", "l", "link_id", false, true),
            (row, number) -> new OfCompany(row.getString("company_id"), KeptLinks.row(row, number)),
            id("customer", "of this customer", "l.customer_id"),
            text(
                "invoice",
                "for this invoice among others, by its id",
                "exists (select from payment_link_invoice x where x.company_id = l.company_id"
                    + " and x.link_id = l.link_id and cast(x.invoice_id as text) = :invoice)"),
            word("state", PaymentLinkState.class, "in this state", "l.state"),
            date(
                "expiresFrom",
                "that can be paid on this day or later",
                "l.expires_on >= :expiresFrom"),
            date("expiresTo", "that end on this day or earlier", "l.expires_on <= :expiresTo")));
  }
}
