package org.dunlin.connectors.ubl;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.dunlin.core.model.EarlyPayment;
import org.jspecify.annotations.Nullable;

/**
 * The discount for early payment: a settlement discount with its last day in fields of their own,
 * or the line that XRechnung puts into the free text of BT-20 (rule BR-DE-18), counted from the
 * issue date. Where a document offers several, or one on a part of the amount only, none is read,
 * since the canonical form holds one. Other free text is not interpreted.
 */
final class EarlyPayments {
  private static final Pattern SKONTO =
      Pattern.compile(
          "#SKONTO#TAGE=([0-9]{1,4})#PROZENT=([0-9]{1,2}(?:\\.[0-9]{1,4})?)"
              + "(?:#BASISBETRAG=(-?[0-9]{1,18}(?:\\.[0-9]{1,4})?))?#");

  private static final BigDecimal PERCENT_MAX = new BigDecimal(100);

  /** More decimals or digits of the year than the canonical form writes are no offer but noise. */
  private static final int DECIMALS_MAX = 10;

  private static final int YEAR_MAX = 9999;

  private EarlyPayments() {}

  static @Nullable EarlyPayment of(Element document, LocalDate issued, Totals totals) {
    List<EarlyPayment> offers = new ArrayList<>();
    boolean onPart = false;
    for (Element terms : document.children("PaymentTerms")) {
      Element percent = terms.filled("SettlementDiscountPercent");
      Element until = terms.filled("SettlementPeriod", "EndDate");
      if (percent != null && until != null) {
        offers.add(new EarlyPayment(Values.decimal(percent), Values.date(until)));
      }
      for (Element note : terms.children("Note")) {
        Matcher line = SKONTO.matcher(String.valueOf(note.text()));
        while (line.find()) {
          onPart |= isOnPart(line.group(3), totals);
          LocalDate last = issued.plusDays(Integer.parseInt(line.group(1)));
          offers.add(new EarlyPayment(new BigDecimal(line.group(2)), last));
        }
      }
    }
    List<EarlyPayment> discounts = offers.stream().filter(EarlyPayments::isDiscount).toList();
    boolean one = !onPart && discounts.stream().allMatch(each -> same(each, discounts.getFirst()));
    return one && !discounts.isEmpty() ? discounts.getFirst() : null;
  }

  private static boolean same(EarlyPayment one, EarlyPayment other) {
    return one.until().equals(other.until()) && one.percent().compareTo(other.percent()) == 0;
  }

  /** Zero percent until a day is how XRechnung says that the whole is due then. */
  private static boolean isDiscount(EarlyPayment offer) {
    return offer.percent().signum() > 0
        && offer.percent().compareTo(PERCENT_MAX) < 0
        && offer.percent().scale() <= DECIMALS_MAX
        && offer.until().getYear() <= YEAR_MAX;
  }

  private static boolean isOnPart(@Nullable String base, Totals totals) {
    if (base == null) {
      return false;
    }
    BigDecimal amount = new BigDecimal(base).abs();
    return amount.compareTo(totals.total().getAmount()) != 0
        && amount.compareTo(totals.payable().getAmount()) != 0;
  }
}
