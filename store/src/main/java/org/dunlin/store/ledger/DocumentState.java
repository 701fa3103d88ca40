package org.dunlin.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.StoredRecord;
import org.joda.money.Money;

/**
 * A document and what the hub's own allocations claim of it.
 *
 * @param invoice as the source says
 * @param claimed what the source has not yet shown
 */
public record DocumentState(Invoice invoice, Money claimed) {

  /** What is left to pay: the source's figure less the hub's claims. */
  public Money open() {
    return invoice.outstanding().minus(claimed);
  }

  static DocumentState row(ResultSet row, int number) throws SQLException {
    Invoice invoice = StoredRecord.of(row.getString("record"), Invoice.class);
    return new DocumentState(invoice, Money.of(invoice.currency(), row.getBigDecimal("claimed")));
  }
}
