package org.dunlin.core.model;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money that moved on an account of the company or at its payment provider. The amount is positive;
 * {@code direction} says which way. For OUT, the payer fields name the other party.
 *
 * @param remittance the unstructured text, lines joined by one blank, format codes removed
 * @param returnOf the id of what a RETURN undoes, where known
 * @param details what else the bank says of it
 * @param voided whether a program says that what it had booked is not so any more
 */
public record Payment(
    String id,
    PaymentKind kind,
    Direction direction,
    LocalDate bookingDate,
    @Nullable LocalDate valueDate,
    Money amount,
    @Nullable String payerName,
    @Nullable AccountId payerAccount,
    @Nullable String payerBic,
    @Nullable String remittance,
    @Nullable String creditorReference,
    List<RemittanceReference> references,
    @Nullable String endToEndId,
    @Nullable String transactionCode,
    @Nullable AccountId account,
    @Nullable String returnOf,
    PaymentDetails details,
    boolean voided,
    @Nullable Source source)
    implements CanonicalRecord {
  public Payment {
    references = List.copyOf(references);
  }

  /** A payment of which no details are known. */
  public Payment(
      String id,
      PaymentKind kind,
      Direction direction,
      LocalDate bookingDate,
      @Nullable LocalDate valueDate,
      Money amount,
      @Nullable String payerName,
      @Nullable AccountId payerAccount,
      @Nullable String payerBic,
      @Nullable String remittance,
      @Nullable String creditorReference,
      List<RemittanceReference> references,
      @Nullable String endToEndId,
      @Nullable String transactionCode,
      @Nullable AccountId account,
      @Nullable String returnOf,
      @Nullable Source source) {
    this(
        id,
        kind,
        direction,
        bookingDate,
        valueDate,
        amount,
        payerName,
        payerAccount,
        payerBic,
        remittance,
        creditorReference,
        references,
        endToEndId,
        transactionCode,
        account,
        returnOf,
        PaymentDetails.NONE,
        false,
        source);
  }

  /** A payment that stands. */
  public Payment(
      String id,
      PaymentKind kind,
      Direction direction,
      LocalDate bookingDate,
      @Nullable LocalDate valueDate,
      Money amount,
      @Nullable String payerName,
      @Nullable AccountId payerAccount,
      @Nullable String payerBic,
      @Nullable String remittance,
      @Nullable String creditorReference,
      List<RemittanceReference> references,
      @Nullable String endToEndId,
      @Nullable String transactionCode,
      @Nullable AccountId account,
      @Nullable String returnOf,
      PaymentDetails details,
      @Nullable Source source) {
    this(
        id,
        kind,
        direction,
        bookingDate,
        valueDate,
        amount,
        payerName,
        payerAccount,
        payerBic,
        remittance,
        creditorReference,
        references,
        endToEndId,
        transactionCode,
        account,
        returnOf,
        details,
        false,
        source);
  }

  /** Whether the bank says of it neither who paid nor what for. */
  public boolean isBare() {
    return payerName == null
        && payerAccount == null
        && creditorReference == null
        && references.isEmpty()
        && endToEndId == null;
  }

  /** Whether it says who paid or what for where the other does not, and leaves none of that out. */
  public boolean saysMoreThan(Payment other) {
    List<Boolean> own = said();
    List<Boolean> others = other.said();
    boolean more = false;
    for (int i = 0; i < own.size(); i++) {
      if (others.get(i) && !own.get(i)) {
        return false;
      }
      more |= own.get(i) && !others.get(i);
    }
    return more;
  }

  private List<Boolean> said() {
    return List.of(
        payerName != null,
        payerAccount != null,
        creditorReference != null,
        !references.isEmpty(),
        endToEndId != null);
  }
}
