package org.dunlin.connectors.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * How a document comes from its net amount to what is payable. It is held to the rules of EN 16931
 * that decide what is owed: BR-CO-15 (net + VAT = total) and BR-CO-16 (total − prepaid + rounding =
 * payable; in the XRechnung extension + what is collected for others, BR-DEX-09). Invoices after
 * CEN/BII, which Peppol used before, hold the rounding in the total already. The net amount is
 * stated twice, as a figure (BT-109) and through lines, allowances and charges (BR-CO-13): one that
 * fits confirms the total, since how a seller arrives at the net amount is not what is owed.
 */
final class Calculation {
  private final Figures figures;

  Calculation(Figures figures) {
    this.figures = figures;
  }

  /** What lies between the total and what is payable. */
  BigDecimal between() {
    return figures.settled().subtract(Figures.orZero(figures.rounding()));
  }

  /** Refuses a total that its parts contradict, and a payable amount that the total contradicts. */
  void check(Money total, Money payable) {
    BigDecimal rounding = Figures.orZero(figures.rounding());
    BigDecimal rest = total.getAmount().subtract(figures.settled());
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
              + figures.settled().toPlainString()
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
        figures.prepaid() == null && figures.rounding() == null && figures.settled().signum() == 0;
    boolean sameSide = total.isNegative() ? !payable.isPositive() : !payable.isNegative();
    return silent && sameSide && !payable.abs().isGreaterThan(total.abs());
  }

  /** Whether one of the net amounts confirms the total, or none is there that could deny it. */
  private boolean isMadeOf(Money total, BigDecimal rounding) {
    BigDecimal vat = figures.vat();
    List<BigDecimal> nets = nets();
    return vat == null
        || nets.isEmpty()
        || nets.stream().anyMatch(net -> equal(total, net.add(vat).add(rounding)));
  }

  BigDecimal rounded(BigDecimal amount) {
    return amount.setScale(figures.currency().getDecimalPlaces(), RoundingMode.HALF_UP);
  }

  private List<BigDecimal> nets() {
    BigDecimal lines = figures.lines();
    return Stream.of(
            figures.net(),
            lines == null
                ? null
                : lines
                    .subtract(Figures.orZero(figures.allowances()))
                    .add(Figures.orZero(figures.charges())))
        .filter(Objects::nonNull)
        .toList();
  }

  private boolean equal(Money money, BigDecimal amount) {
    return money.getAmount().compareTo(rounded(amount)) == 0;
  }

  private RuntimeException contradiction(String what) {
    return figures
        .at()
        .refused(
            "TOTALS_DO_NOT_TIE",
            what + ", so nobody can say what is owed; ask for a corrected document");
  }

  private static String plain(Money money) {
    return money.getAmount().toPlainString();
  }
}
