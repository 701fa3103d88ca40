package org.dunlin.connectors.invoice;

import java.math.BigDecimal;
import org.dunlin.connectors.xml.Element;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a document (EN 16931, BG-22) as far as they are given, with the signs that it
 * gives them, in its currency.
 *
 * @param at where they stand
 * @param total with VAT (BT-112)
 * @param payable BT-115
 * @param net without VAT (BT-109)
 * @param lines the sum of the lines (BT-106)
 * @param allowances BT-107
 * @param charges BT-108
 * @param vat BT-110
 * @param prepaid BT-113
 * @param rounding BT-114
 * @param withheld taxes of the seller's that the buyer pays in its place
 * @param collected what the seller collects for others (BT-DEX-002 of XRechnung's extension, BT-179
 *     of Factur-X EXTENDED)
 */
public record Figures(
    Element at,
    CurrencyUnit currency,
    @Nullable Money total,
    @Nullable Money payable,
    @Nullable BigDecimal net,
    @Nullable BigDecimal lines,
    @Nullable BigDecimal allowances,
    @Nullable BigDecimal charges,
    @Nullable BigDecimal vat,
    @Nullable BigDecimal prepaid,
    @Nullable BigDecimal rounding,
    BigDecimal withheld,
    BigDecimal collected) {

  /**
   * What need not be paid any more: paid before or withheld, less what the seller collects for
   * others.
   */
  BigDecimal settled() {
    return orZero(prepaid).add(withheld).subtract(collected);
  }

  static BigDecimal orZero(@Nullable BigDecimal amount) {
    return amount == null ? BigDecimal.ZERO : amount;
  }
}
