package org.dunlin.connectors.ubl;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.dunlin.core.model.Instalment;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** When a document is to be paid, as PaymentTerms and PaymentMeans say it in fields. */
final class Terms {
  private Terms() {}

  /**
   * The parts of a document that names several dated amounts, or several dated percentages of what
   * is payable; none otherwise.
   */
  static List<Instalment> instalments(Element document, Totals totals) {
    List<Element> dated =
        document.children("PaymentTerms").stream().filter(each -> dueDate(each) != null).toList();
    List<Instalment> parts = new ArrayList<>();
    for (Element terms : dated) {
      Element amount = terms.filled("Amount");
      LocalDate due = dueDate(terms);
      if (amount != null && due != null) {
        parts.add(new Instalment(due, positive(amount, totals.total().getCurrencyUnit())));
      }
    }
    if (parts.isEmpty()) {
      return Percentages.instalments(dated, totals.payable());
    }
    if (parts.size() < 2) {
      return List.of();
    }
    checkSum(document, parts, totals);
    parts.sort(Comparator.comparing(Instalment::dueDate));
    return parts;
  }

  private static void checkSum(Element document, List<Instalment> parts, Totals totals) {
    Money sum = Money.total(parts.stream().map(Instalment::amount).toList());
    if (!sum.equals(totals.total()) && !sum.equals(totals.payable())) {
      throw document.refused(
          "INSTALMENTS_DO_NOT_SUM",
          "PaymentTerms add up to "
              + sum.getAmount().toPlainString()
              + ", which is neither the total "
              + totals.total().getAmount().toPlainString()
              + " nor what is payable; ask for a corrected document");
    }
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
  private static Money positive(Element amount, CurrencyUnit currency) {
    Money money = Values.money(amount, "currencyID");
    Calculation.sameCurrency(amount, money.getCurrencyUnit().getCode(), currency);
    return money.abs();
  }
}
