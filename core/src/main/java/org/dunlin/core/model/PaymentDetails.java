package org.dunlin.core.model;

import java.math.BigDecimal;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a bank says of a payment beside what every program knows: for the person who looks into it,
 * and for whoever matches what the payer's own words do not settle.
 *
 * @param references the numbers under which banks and parties know the payment
 * @param payerId the other party's identifier: a creditor identifier, a registration, a BIC
 * @param ultimatePayerName for whom the other party paid or was paid, where it is somebody else
 * @param ultimateOwnName for whom on the company's own side the payment is, where the bank says so
 * @param returnReason why a RETURN came back: a code of the ISO 20022 external return reasons
 *     (AC04, MD06 …) or one of the bank's own
 * @param returnText the bank's words on that
 * @param returnedCode the bank transaction code of what came back
 * @param instructedAmount what the payer ordered, where currency or amount differ from the payment
 * @param exchangeRate as the bank states it
 * @param bankText the bank's own words, where they are not the remittance already
 */
public record PaymentDetails(
    BankReferences references,
    @Nullable String payerId,
    @Nullable String ultimatePayerName,
    @Nullable String ultimateOwnName,
    @Nullable String returnReason,
    @Nullable String returnText,
    @Nullable String returnedCode,
    @Nullable Money instructedAmount,
    @Nullable BigDecimal exchangeRate,
    List<BankCharge> charges,
    @Nullable String bankText) {
  /** Nothing is known. */
  public static final PaymentDetails NONE =
      new PaymentDetails(
          BankReferences.NONE, null, null, null, null, null, null, null, null, List.of(), null);

  public PaymentDetails {
    charges = List.copyOf(charges);
  }
}
