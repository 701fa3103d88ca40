package org.dunlin.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.dunlin.core.model.Payment;
import org.dunlin.store.StoredRecord;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A payment and what became of it.
 *
 * @param claimed what is allocated
 * @param returned what went back before it was allocated
 */
public record PaymentState(Payment payment, Money claimed, Money returned) {

  /** What of it has found no invoice yet; nothing of an entry whose parts have its amount. */
  public Money unallocated() {
    return payment.voided()
        ? Money.zero(payment.amount().getCurrencyUnit())
        : payment.amount().minus(claimed).minus(returned);
  }

  /** The payment of a row with record, claimed and returned. */
  public static PaymentState row(ResultSet row, int number) throws SQLException {
    Payment payment = StoredRecord.of(row.getString("record"), Payment.class);
    CurrencyUnit currency = payment.amount().getCurrencyUnit();
    return new PaymentState(
        payment,
        Money.of(currency, row.getBigDecimal("claimed")),
        Money.of(currency, row.getBigDecimal("returned")));
  }
}
