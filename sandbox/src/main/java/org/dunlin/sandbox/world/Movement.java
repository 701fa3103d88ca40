package org.dunlin.sandbox.world;

import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way to or from one of the company's accounts.
 *
 * @param amount positive; {@code code} says which way
 * @param other who pays or is paid; null for the bank itself
 * @param endToEndId null where nobody provided one
 * @param mandate the mandate under which it is collected
 * @param meant which invoices it is for, as the payer means it
 * @param undoes the bank reference of the collection that this returns
 */
record Movement(
    BankCode code,
    Money amount,
    @Nullable Party other,
    Remittance remittance,
    @Nullable String endToEndId,
    @Nullable String mandate,
    List<Portion> meant,
    @Nullable String undoes) {
  static Movement received(
      Money amount,
      Party from,
      Remittance remittance,
      @Nullable String endToEndId,
      List<Portion> meant) {
    return new Movement(
        BankCode.TRANSFER_IN, amount, from, remittance, endToEndId, null, meant, null);
  }

  /** A movement that has nothing to do with any invoice. */
  static Movement other(BankCode code, long cents, @Nullable Party party, String text) {
    return new Movement(
        code, Euro.cents(cents), party, Remittance.text(text), null, null, List.of(), null);
  }

  Money signed() {
    return code.incoming() ? amount : amount.negated();
  }
}
