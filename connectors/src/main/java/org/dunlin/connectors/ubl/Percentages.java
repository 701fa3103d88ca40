package org.dunlin.connectors.ubl;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.dunlin.core.model.Instalment;
import org.joda.money.Money;

/**
 * Instalments given as percentages of what is payable. They are rounded to the currency's decimals,
 * and the last takes what the rounding leaves, so that they add up to the cent.
 */
final class Percentages {
  private static final BigDecimal WHOLE = new BigDecimal(100);

  private record Part(LocalDate due, BigDecimal percent) {}

  private Percentages() {}

  /** The instalments; none where the percentages of the dated terms are not 100 together. */
  static List<Instalment> instalments(List<Element> dated, Money payable) {
    List<Part> parts = new ArrayList<>();
    for (Element terms : dated) {
      Element percent = terms.filled("PaymentPercent");
      LocalDate due = Terms.dueDate(terms);
      if (percent != null && due != null) {
        parts.add(new Part(due, Values.decimal(percent)));
      }
    }
    BigDecimal sum = parts.stream().map(Part::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean whole =
        sum.compareTo(WHOLE) == 0 && parts.stream().allMatch(part -> part.percent().signum() > 0);
    return whole && parts.size() > 1 ? shared(parts, payable) : List.of();
  }

  private static List<Instalment> shared(List<Part> parts, Money payable) {
    parts.sort(Comparator.comparing(Part::due));
    List<Instalment> instalments = new ArrayList<>();
    Money rest = payable;
    for (Part part : parts.subList(0, parts.size() - 1)) {
      Money share =
          payable.multipliedBy(part.percent(), RoundingMode.DOWN).dividedBy(100, RoundingMode.DOWN);
      instalments.add(new Instalment(part.due(), share));
      rest = rest.minus(share);
    }
    instalments.add(new Instalment(parts.getLast().due(), rest));
    return instalments;
  }
}
