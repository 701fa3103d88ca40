package org.dunlin.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.dunlin.core.model.Payment;
import org.dunlin.store.StoredRecord;
import org.joda.money.Money;

/** A payment and how much of it is allocated. */
public record PaymentState(Payment payment, Money claimed) {

  /** What of it has found no invoice yet. */
  public Money unallocated() {
    return payment.amount().minus(claimed);
  }

  static PaymentState row(ResultSet row, int number) throws SQLException {
    Payment payment = StoredRecord.of(row.getString("record"), Payment.class);
    return new PaymentState(
        payment, Money.of(payment.amount().getCurrencyUnit(), row.getBigDecimal("claimed")));
  }
}
