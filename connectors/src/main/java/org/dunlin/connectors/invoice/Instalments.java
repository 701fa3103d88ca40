package org.dunlin.connectors.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dunlin.connectors.xml.Element;
import org.dunlin.core.model.Instalment;
import org.joda.money.Money;

/**
 * The parts of a document that names several dated amounts, or several dated percentages of what is
 * payable.
 */
final class Instalments {
  private static final BigDecimal WHOLE = new BigDecimal(100);

  private record Share(DatedPart part, BigDecimal percent) {}

  private Instalments() {}

  /** The parts by their dates; none where there are not several. */
  static List<Instalment> of(List<DatedPart> dated, Totals totals, Element at) {
    List<Instalment> parts = new ArrayList<>();
    for (DatedPart part : dated) {
      Money amount = part.amount();
      if (amount != null) {
        // Parts of a negative document are negative too, and count as the document does.
        parts.add(new Instalment(part.due(), amount.abs()));
      }
    }
    if (parts.isEmpty()) {
      return ofPercentages(dated, totals.payable());
    }
    if (parts.size() < 2) {
      return List.of();
    }
    checkSum(at, parts, totals);
    parts.sort(Comparator.comparing(Instalment::dueDate));
    return parts;
  }

  private static void checkSum(Element at, List<Instalment> parts, Totals totals) {
    Money sum = Money.total(parts.stream().map(Instalment::amount).toList());
    if (!sum.equals(totals.total()) && !sum.equals(totals.payable())) {
      throw at.refused(
          "INSTALMENTS_DO_NOT_SUM",
          "the terms of payment add up to "
              + sum.getAmount().toPlainString()
              + ", which is neither the total "
              + totals.total().getAmount().toPlainString()
              + " nor what is payable; ask for a corrected document");
    }
  }

  /** The instalments; none where the percentages of the dated terms are not 100 together. */
  private static List<Instalment> ofPercentages(List<DatedPart> dated, Money payable) {
    List<Share> shares = new ArrayList<>();
    for (DatedPart part : dated) {
      BigDecimal percent = part.percent();
      if (percent != null) {
        shares.add(new Share(part, percent));
      }
    }
    BigDecimal sum = shares.stream().map(Share::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean whole =
        sum.compareTo(WHOLE) == 0 && shares.stream().allMatch(each -> each.percent().signum() > 0);
    return whole && shares.size() > 1 ? shared(shares, payable) : List.of();
  }

  /** The last takes what the rounding leaves, so that they add up to the cent. */
  private static List<Instalment> shared(List<Share> shares, Money payable) {
    shares.sort(Comparator.comparing(share -> share.part().due()));
    List<Instalment> instalments = new ArrayList<>();
    Money rest = payable;
    for (Share share : shares.subList(0, shares.size() - 1)) {
      Money amount =
          payable
              .multipliedBy(share.percent(), RoundingMode.DOWN)
              .dividedBy(100, RoundingMode.DOWN);
      instalments.add(new Instalment(share.part().due(), amount));
      rest = rest.minus(amount);
    }
    instalments.add(new Instalment(shares.getLast().part().due(), rest));
    return instalments;
  }
}
