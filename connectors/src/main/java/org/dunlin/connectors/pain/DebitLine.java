package org.dunlin.connectors.pain;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One debit.
 *
 * @param endToEndId by which it comes back, at most 35 characters
 * @param amount in euros, above zero
 * @param mandate the mandate's reference
 * @param was what the mandate said before, where the bank has not been told yet
 * @param bic absent where it is not known
 * @param remittance what the debtor reads on the statement
 */
public record DebitLine(
    String endToEndId,
    Money amount,
    String mandate,
    LocalDate signedOn,
    @Nullable Was was,
    String holder,
    String iban,
    @Nullable String bic,
    String remittance) {

  /**
   * What is other now.
   *
   * @param mandate the former reference; absent where it is the same
   * @param iban the former account; absent where it is the same
   */
  public record Was(@Nullable String mandate, @Nullable String iban) {}
}
