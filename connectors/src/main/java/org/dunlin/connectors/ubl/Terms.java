package org.dunlin.connectors.ubl;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.dunlin.core.model.EarlyPayment;
import org.dunlin.core.model.Instalment;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What PaymentTerms say in fields of their own; their free text is not interpreted. */
final class Terms {
  private Terms() {}

  /** The parts of a document that names several dated amounts; none otherwise. */
  static List<Instalment> instalments(Element document, Money total, Money payable) {
    List<Instalment> parts = new ArrayList<>();
    for (Element terms : document.children("PaymentTerms")) {
      Element amount = terms.filled("Amount");
      LocalDate due = dueDate(terms);
      if (amount != null && due != null) {
        parts.add(new Instalment(due, positive(amount, total)));
      }
    }
    if (parts.size() < 2) {
      return List.of();
    }
    Money sum = Money.total(parts.stream().map(Instalment::amount).toList());
    if (!sum.equals(total) && !sum.equals(payable)) {
      throw document.refused(
          "INSTALMENTS_DO_NOT_SUM",
          "PaymentTerms add up to "
              + sum.getAmount().toPlainString()
              + ", which is neither the total "
              + total.getAmount().toPlainString()
              + " nor what is payable");
    }
    parts.sort(Comparator.comparing(Instalment::dueDate));
    return parts;
  }

  /** The discount for early payment, where percentage and last day are given. */
  static @Nullable EarlyPayment earlyPayment(Element document) {
    for (Element terms : document.children("PaymentTerms")) {
      Element percent = terms.filled("SettlementDiscountPercent");
      Element until = terms.filled("SettlementPeriod", "EndDate");
      if (percent != null && until != null) {
        return new EarlyPayment(Values.decimal(percent), Values.date(until));
      }
    }
    return null;
  }

  /** The date by which one of PaymentTerms or PaymentMeans is to be paid; null for none. */
  static @Nullable LocalDate dueDate(Element terms) {
    for (String name : List.of("InstallmentDueDate", "PaymentDueDate")) {
      Element date = terms.filled(name);
      if (date != null) {
        return Values.date(date);
      }
    }
    return null;
  }

  /** Parts of a negative document are negative too, and count as the document does. */
  private static Money positive(Element amount, Money total) {
    Money money = Values.money(amount, "currencyID");
    if (!money.getCurrencyUnit().equals(total.getCurrencyUnit())) {
      throw amount.refused(
          "CURRENCY_MISMATCH", "an instalment is not in " + total.getCurrencyUnit());
    }
    return money.abs();
  }
}
