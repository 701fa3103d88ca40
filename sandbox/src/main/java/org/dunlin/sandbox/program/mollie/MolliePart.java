package org.dunlin.sandbox.program.mollie;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;

/**
 * Movements of one kind in a settlement.
 *
 * @param gross signed, before fees
 * @param fees that were kept, above zero
 */
record MolliePart(
    String description,
    String method,
    CurrencyUnit currency,
    int count,
    BigDecimal gross,
    BigDecimal fees,
    Rate rate) {

  /** What one of them costs. */
  record Rate(BigDecimal fixed, BigDecimal percent) {}

  static MolliePart of(MollieTransaction transaction, MollieTill till) {
    CurrencyUnit currency = transaction.initial().getCurrencyUnit();
    MollieMethod method =
        till.payment(String.valueOf(transaction.context().get("paymentId")))
            .map(MolliePayment::method)
            .orElse(MollieMethod.IDEAL);
    BigDecimal fees = transaction.fee().getAmount().negate();
    boolean payment = transaction.type().equals("payment");
    Rate rate =
        payment
            ? new Rate(method.fixed(), method.percent())
            : new Rate(transaction.fee().getAmount().negate(), BigDecimal.ZERO);
    String kind = transaction.type().equals("refund") ? "Refunds " : "Chargebacks ";
    return new MolliePart(
        payment ? method.label() : kind + method.label(),
        payment ? method.id() : transaction.type(),
        currency,
        1,
        transaction.initial().getAmount(),
        fees,
        rate);
  }

  MolliePart plus(MolliePart other) {
    return new MolliePart(
        description,
        method,
        currency,
        count + other.count,
        gross.add(other.gross),
        fees.add(other.fees),
        rate);
  }
}
