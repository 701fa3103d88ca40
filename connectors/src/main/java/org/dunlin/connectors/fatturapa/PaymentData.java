package org.dunlin.connectors.fatturapa;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dunlin.connectors.invoice.DatedPart;
import org.dunlin.connectors.invoice.Discount;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How and when a document is to be paid: DettaglioPagamento of all DatiPagamento (2.4).
 *
 * @param open what is to be paid
 * @param retained what the seller keeps from sums that it collected before (ModalitaPagamento MP22)
 */
record PaymentData(List<Detail> open, Money retained) {
  private static final String RETAINED = "MP22";
  private static final BigDecimal DAYS_MAX = new BigDecimal(9_999);
  private static final int PERCENT_DECIMALS = 4;

  /** One way to pay, or one part. */
  record Detail(Element element, @Nullable LocalDate due, Money amount) {}

  static PaymentData of(Element body, CurrencyUnit currency) {
    List<Detail> open = new ArrayList<>();
    Money retained = Money.zero(currency);
    for (Element payment : body.children("DatiPagamento")) {
      for (Element each : payment.children("DettaglioPagamento")) {
        Money amount = Values.money(each.require("ImportoPagamento"), currency);
        if (RETAINED.equals(each.text("ModalitaPagamento"))) {
          retained = retained.plus(amount);
        } else {
          open.add(new Detail(each, due(each), amount));
        }
      }
    }
    return new PaymentData(List.copyOf(open), retained);
  }

  Money sum() {
    return open.stream().map(Detail::amount).reduce(retained.multipliedBy(0), Money::plus);
  }

  /** The days that are named, each with its amount or without. */
  List<DatedPart> dated(boolean withAmounts) {
    List<DatedPart> parts = new ArrayList<>();
    for (Detail each : open) {
      LocalDate due = each.due();
      if (due != null) {
        parts.add(new DatedPart(due, withAmounts ? each.amount() : null, null));
      }
    }
    return parts;
  }

  /** Whether each part has a day, so that they are instalments. */
  boolean allDated() {
    return open.stream().allMatch(each -> each.due() != null);
  }

  /** What the payer is to cite (2.4.2.21). */
  @Nullable String code() {
    return open.stream()
        .map(each -> each.element().text("CodicePagamento"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /**
   * The discount for early payment of a document with one payment, which is an amount here: it is
   * read where a percentage gives it to the cent.
   */
  List<Discount> discounts(Money total) {
    Element detail = open.size() == 1 ? open.getFirst().element() : null;
    Element amount = detail == null ? null : detail.filled("ScontoPagamentoAnticipato");
    Element until = detail == null ? null : detail.filled("DataLimitePagamentoAnticipato");
    if (amount == null || until == null || !total.isPositive()) {
      return List.of();
    }
    Money discount = Values.money(amount, total.getCurrencyUnit());
    BigDecimal percent =
        discount
            .getAmount()
            .movePointRight(2)
            .divide(total.getAmount(), PERCENT_DECIMALS, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    Money again = total.multipliedBy(percent.movePointLeft(2), RoundingMode.HALF_UP);
    return again.equals(discount)
        ? List.of(
            new Discount(percent.setScale(Math.max(0, percent.scale())), Values.date(until), null))
        : List.of();
  }

  /** The day, or so many days from another day. */
  private static @Nullable LocalDate due(Element detail) {
    Element day = detail.filled("DataScadenzaPagamento");
    if (day != null) {
      return Values.date(day);
    }
    Element from = detail.filled("DataRiferimentoTerminiPagamento");
    Element days = detail.filled("GiorniTerminiPagamento");
    if (from == null || days == null) {
      return null;
    }
    BigDecimal length = Values.decimal(days);
    boolean whole = length.stripTrailingZeros().scale() <= 0 && length.signum() >= 0;
    return whole && length.compareTo(DAYS_MAX) <= 0
        ? Values.date(from).plusDays(length.intValueExact())
        : null;
  }
}
