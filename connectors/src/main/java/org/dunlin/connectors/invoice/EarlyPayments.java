package org.dunlin.connectors.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  static @Nullable EarlyPayment of(
      List<Discount> stated, List<String> words, LocalDate issued, Totals totals) {
    List<Discount> offers = new ArrayList<>(stated);
    for (String text : words) {
      Matcher line = SKONTO.matcher(text);
      while (line.find()) {
        String base = line.group(3);
        offers.add(
            new Discount(
                new BigDecimal(line.group(2)),
                issued.plusDays(Integer.parseInt(line.group(1))),
                base == null ? null : new BigDecimal(base)));
      }
    }
    boolean onPart = offers.stream().anyMatch(offer -> isOnPart(offer.base(), totals));
    List<Discount> discounts = offers.stream().filter(EarlyPayments::isDiscount).toList();
    boolean one = !onPart && discounts.stream().allMatch(each -> same(each, discounts.getFirst()));
    return one && !discounts.isEmpty()
        ? new EarlyPayment(discounts.getFirst().percent(), discounts.getFirst().until())
        : null;
  }

  private static boolean same(Discount one, Discount other) {
    return one.until().equals(other.until()) && one.percent().compareTo(other.percent()) == 0;
  }

  /** Zero percent until a day is how XRechnung says that the whole is due then. */
  private static boolean isDiscount(Discount offer) {
    return offer.percent().signum() > 0
        && offer.percent().compareTo(PERCENT_MAX) < 0
        && offer.percent().scale() <= DECIMALS_MAX
        && offer.until().getYear() <= YEAR_MAX;
  }

  private static boolean isOnPart(@Nullable BigDecimal base, Totals totals) {
    return base != null
        && base.abs().compareTo(totals.total().getAmount()) != 0
        && base.abs().compareTo(totals.payable().getAmount()) != 0;
  }
}
