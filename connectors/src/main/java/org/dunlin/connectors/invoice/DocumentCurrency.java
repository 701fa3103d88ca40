package org.dunlin.connectors.invoice;

import java.math.BigDecimal;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads the amounts of a document, all of which must be in its currency (BT-5). */
public record DocumentCurrency(CurrencyUnit unit) {
  private static final String ATTRIBUTE = "currencyID";

  /** The amount; one that names no currency is in the document's. */
  public Money money(Element amount) {
    refuseAnother(amount);
    return Values.money(amount, unit);
  }

  /** The figure of an amount, with whatever decimals it has; null where none is given. */
  public @Nullable BigDecimal figure(@Nullable Element amount) {
    if (amount == null || amount.text() == null) {
      return null;
    }
    refuseAnother(amount);
    return Values.decimal(amount);
  }

  private void refuseAnother(Element amount) {
    String code = amount.attribute(ATTRIBUTE);
    if (code != null && !code.equals(unit.getCode())) {
      throw amount.refused(
          "CURRENCY_MISMATCH",
          "the amount is in "
              + code
              + " but the document is in "
              + unit
              + "; ask for a corrected document");
    }
  }
}
