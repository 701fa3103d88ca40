package org.dunlin.connectors.ubl;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a document comes from its net amount to what is payable. It is held to the rules of EN 16931
 * that decide what is owed: BR-CO-15 (net + VAT = total) and BR-CO-16 (total − prepaid + rounding =
 * payable; in the XRechnung extension + what is collected for others, BR-DEX-09). Invoices after
 * CEN/BII, which Peppol used before, hold the rounding in the total already. The net amount is
 * stated twice, as a figure (BT-109) and through lines, allowances and charges (BR-CO-13): one that
 * fits confirms the total, since how a seller arrives at the net amount is not what is owed.
 */
final class Calculation {
  private static final String EXTENSION = "xeinkauf.de:kosit:extension:xrechnung";

  private final Element document;
  private final Element amounts;
  private final CurrencyUnit currency;

  Calculation(Element document, Element amounts, CurrencyUnit currency) {
    this.document = document;
    this.amounts = amounts;
    this.currency = currency;
  }

  /** What lies between the total and what is payable. */
  BigDecimal settled() {
    return prepaid().subtract(zeroUnlessGiven("PayableRoundingAmount"));
  }

  /** Refuses a total that its parts contradict, and a payable amount that the total contradicts. */
  void check(Money total, Money payable) {
    BigDecimal rounding = zeroUnlessGiven("PayableRoundingAmount");
    BigDecimal rest = total.getAmount().subtract(prepaid());
    boolean roundingInTotal = isMadeOf(total, rounding) && equal(payable, rest);
    if (roundingInTotal) {
      return;
    }
    if (!isMadeOf(total, BigDecimal.ZERO)) {
      throw contradiction("the net amount + VAT is not the total " + plain(total));
    }
    if (!equal(payable, rest.add(rounding)) && !isPartOf(total, payable)) {
      throw contradiction(
          "total "
              + plain(total)
              + " - prepaid "
              + prepaid().toPlainString()
              + " + rounding "
              + rounding.toPlainString()
              + " is not the payable amount "
              + plain(payable));
    }
  }

  /**
   * Whether nothing is said of what lies between the total and the smaller payable amount. Programs
   * write that once some of an invoice is paid; no figure contradicts what is payable.
   */
  private boolean isPartOf(Money total, Money payable) {
    boolean silent =
        given("PrepaidAmount") == null
            && given("PayableRoundingAmount") == null
            && prepaid().signum() == 0;
    boolean sameSide = total.isNegative() ? !payable.isPositive() : !payable.isNegative();
    return silent && sameSide && !payable.abs().isGreaterThan(total.abs());
  }

  /** Whether one of the net amounts confirms the total, or none is there that could deny it. */
  private boolean isMadeOf(Money total, BigDecimal rounding) {
    BigDecimal vat = taxes("TaxTotal");
    List<BigDecimal> nets = nets();
    return vat == null
        || nets.isEmpty()
        || nets.stream().anyMatch(net -> equal(total, net.add(vat).add(rounding)));
  }

  BigDecimal rounded(BigDecimal amount) {
    return amount.setScale(currency.getDecimalPlaces(), RoundingMode.HALF_UP);
  }

  static void sameCurrency(Element amount, String code, CurrencyUnit currency) {
    if (!code.equals(currency.getCode())) {
      throw amount.refused(
          "CURRENCY_MISMATCH",
          "the amount is in "
              + code
              + " but the document is in "
              + currency
              + "; ask for a corrected document");
    }
  }

  private List<BigDecimal> nets() {
    BigDecimal lines = given("LineExtensionAmount");
    return Stream.of(
            given("TaxExclusiveAmount"),
            lines == null
                ? null
                : lines
                    .subtract(zeroUnlessGiven("AllowanceTotalAmount"))
                    .add(zeroUnlessGiven("ChargeTotalAmount")))
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * What need not be paid any more: paid before (BT-113) or withheld as a tax of the seller's, less
   * what the seller collects for others (BT-DEX-002).
   */
  private BigDecimal prepaid() {
    BigDecimal withheld = taxes("WithholdingTaxTotal");
    BigDecimal stated = given("PrepaidAmount");
    BigDecimal parts = prepaidParts();
    String form = String.valueOf(document.text("CustomizationID"));
    BigDecimal prepaid =
        form.contains(EXTENSION)
            ? (stated == null ? BigDecimal.ZERO : stated).subtract(parts)
            : stated == null ? parts : stated;
    return withheld == null ? prepaid : prepaid.add(withheld);
  }

  private BigDecimal prepaidParts() {
    return document.children("PrepaidPayment").stream()
        .map(part -> part.filled("PaidAmount"))
        .filter(Objects::nonNull)
        .map(Values::decimal)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The sum of such taxes in the document's currency; VAT is often given in another one, too. */
  private @Nullable BigDecimal taxes(String name) {
    return document.children(name).stream()
        .map(tax -> tax.filled("TaxAmount"))
        .filter(tax -> tax != null && currency.getCode().equals(tax.attribute("currencyID")))
        .map(Values::decimal)
        .reduce(BigDecimal::add)
        .orElse(null);
  }

  private BigDecimal zeroUnlessGiven(String name) {
    BigDecimal amount = given(name);
    return amount == null ? BigDecimal.ZERO : amount;
  }

  private @Nullable BigDecimal given(String name) {
    Element amount = amounts.filled(name);
    if (amount == null) {
      return null;
    }
    String code = amount.attribute("currencyID");
    sameCurrency(amount, code == null ? currency.getCode() : code, currency);
    return Values.decimal(amount);
  }

  private boolean equal(Money money, BigDecimal amount) {
    return money.getAmount().compareTo(rounded(amount)) == 0;
  }

  private RuntimeException contradiction(String what) {
    return amounts.refused(
        "TOTALS_DO_NOT_TIE",
        what + ", so nobody can say what is owed; ask for a corrected document");
  }

  private static String plain(Money money) {
    return money.getAmount().toPlainString();
  }
}
