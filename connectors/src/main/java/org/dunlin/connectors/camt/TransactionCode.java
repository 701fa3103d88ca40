package org.dunlin.connectors.camt;

import java.util.Set;
import org.dunlin.connectors.xml.Element;
import org.dunlin.core.model.PaymentKind;
import org.jspecify.annotations.Nullable;

/**
 * The bank transaction code (BkTxCd) of an entry or transaction: domain, family and sub-family of
 * the ISO 20022 external code set, else a code of the bank's own.
 */
record TransactionCode(
    @Nullable String domain,
    @Nullable String family,
    @Nullable String subFamily,
    @Nullable String proprietary) {
  /** Sub-families that undo an earlier payment: returned, recalled, refused, unpaid, reversed. */
  private static final Set<String> RETURNS =
      Set.of(
          "RRTN", "XRTN", "RPCR", "UPDD", "PRDD", "RCDD", "ARET", "UPCQ", "XPCQ", "CQRV", "UPTC",
          "UPCT");

  /** Sub-families of what the bank charges for itself. */
  private static final Set<String> CHARGES = Set.of("CHRG", "FEES", "COMM", "COME", "COMI", "COMT");

  private static final TransactionCode NONE = new TransactionCode(null, null, null, null);

  static TransactionCode of(@Nullable Element code) {
    if (code == null) {
      return NONE;
    }
    Element domain = code.child("Domn");
    Element family = domain == null ? null : domain.child("Fmly");
    return new TransactionCode(
        domain == null ? null : domain.text("Cd"),
        family == null ? null : family.text("Cd"),
        family == null ? null : family.text("SubFmlyCd"),
        code.text("Prtry", "Cd"));
  }

  /** This code where it says more than nothing, else the other. */
  TransactionCode orElse(TransactionCode other) {
    return domain != null || (proprietary != null && other.domain == null) ? this : other;
  }

  /** Such as PMNT-RCDT-ESCT; the bank's own code where it gives no other; null for none. */
  @Nullable String text() {
    if (domain == null) {
      return proprietary;
    }
    return domain
        + (family == null ? "" : "-" + family + (subFamily == null ? "" : "-" + subFamily));
  }

  /**
   * The kind of payment.
   *
   * @param undoes whether the entry says, beside its code, that it undoes another
   */
  PaymentKind kind(boolean undoes) {
    if (undoes) {
      return PaymentKind.RETURN;
    }
    if (subFamily != null && CHARGES.contains(subFamily)) {
      return PaymentKind.FEE;
    }
    if (subFamily != null && RETURNS.contains(subFamily)) {
      return PaymentKind.RETURN;
    }
    return switch (family == null ? "" : family) {
      case "RCDT", "ICDT", "RRCT", "IRCT" -> PaymentKind.TRANSFER;
      case "DDBT", "RDDT", "IDDT" -> PaymentKind.DIRECT_DEBIT;
      case "CCRD", "MCRD" -> PaymentKind.CARD;
      case "CHQ", "RCHQ", "ICHQ" -> PaymentKind.CHEQUE;
      default -> PaymentKind.OTHER;
    };
  }
}
