package org.dunlin.connectors.fatturapa;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a document is about: ImportoTotaleDocumento (2.1.1.9), which must be what its VAT summary
 * (DatiRiepilogo, 2.2.2) adds up to, with or without what the specifications let a program leave
 * out of it: the rounding, the stamp duty, a discount on the whole. Without it, that sum.
 */
final class DocumentAmounts {
  /** The VAT of a supply to a public body, which that body pays to the treasury (split payment). */
  private static final String SPLIT_PAYMENT = "S";

  private static final int DIGITS_MAX = 18;

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final Element body;
  private final Element general;
  private final CurrencyUnit currency;
  private final List<Element> summaries = new ArrayList<>();
  private final List<Element> simplified = new ArrayList<>();

  DocumentAmounts(Element body, Element general, CurrencyUnit currency) {
    this.body = body;
    this.general = general;
    this.currency = currency;
    for (Element goods : body.children("DatiBeniServizi")) {
      summaries.addAll(goods.children("DatiRiepilogo"));
      simplified.addAll(goods.children("Importo"));
    }
  }

  Money total() {
    BigDecimal sum = sum();
    Element stated = general.filled("ImportoTotaleDocumento");
    if (stated == null) {
      return Money.of(currency, bounded(sum.add(rounding())));
    }
    Money total = Values.money(stated, currency);
    Set<BigDecimal> sums = sums(sum);
    if (!(summaries.isEmpty() && simplified.isEmpty()) && !sums.contains(total.getAmount())) {
      throw stated.refused(
          "TOTALS_DO_NOT_TIE",
          "the total "
              + total.getAmount().toPlainString()
              + " is not what DatiRiepilogo adds up to, "
              + rounded(sum).toPlainString()
              + ", so nobody can say what is owed; ask for a corrected document");
    }
    return total;
  }

  /** What the buyer pays to others in the seller's place: taxes withheld, and VAT that is split. */
  BigDecimal withheld() {
    BigDecimal split =
        summaries.stream()
            .filter(summary -> SPLIT_PAYMENT.equals(summary.text("EsigibilitaIVA")))
            .map(summary -> figure(summary, "Imposta"))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return general.children("DatiRitenuta").stream()
        .map(tax -> figure(tax, "ImportoRitenuta"))
        .reduce(split, BigDecimal::add);
  }

  private BigDecimal sum() {
    if (summaries.isEmpty() && simplified.isEmpty()) {
      if (general.filled("ImportoTotaleDocumento") == null) {
        throw body.missing("DatiBeniServizi/DatiRiepilogo");
      }
      return BigDecimal.ZERO;
    }
    BigDecimal gross =
        simplified.stream().map(Values::decimal).reduce(BigDecimal.ZERO, BigDecimal::add);
    return summaries.stream()
        .map(
            summary ->
                Values.decimal(summary.require("ImponibileImporto"))
                    .add(figure(summary, "Imposta")))
        .reduce(gross, BigDecimal::add);
  }

  /** The sum with and without each part that a program may add on top of its VAT summary. */
  private Set<BigDecimal> sums(BigDecimal sum) {
    Set<BigDecimal> sums = new TreeSet<>(Set.of(rounded(sum)));
    BigDecimal stamp = figure(general.find("DatiBollo"), "ImportoBollo");
    for (BigDecimal part : List.of(rounding(), stamp, discounts(sum))) {
      for (BigDecimal each : List.copyOf(sums)) {
        sums.add(rounded(each.add(part)));
      }
    }
    return sums;
  }

  private BigDecimal rounding() {
    return figure(general, "Arrotondamento");
  }

  /** ScontoMaggiorazione (2.1.1.8) of the whole: SC takes off, MG adds. */
  private BigDecimal discounts(BigDecimal sum) {
    BigDecimal all = BigDecimal.ZERO;
    for (Element each : general.children("ScontoMaggiorazione")) {
      BigDecimal amount =
          each.filled("Importo") == null
              ? sum.multiply(figure(each, "Percentuale")).divide(HUNDRED, 4, RoundingMode.HALF_UP)
              : figure(each, "Importo");
      all = "MG".equals(each.text("Tipo")) ? all.add(amount) : all.subtract(amount);
    }
    return all;
  }

  private static BigDecimal figure(@Nullable Element parent, String name) {
    Element figure = parent == null ? null : parent.filled(name);
    return figure == null ? BigDecimal.ZERO : Values.decimal(figure);
  }

  private BigDecimal rounded(BigDecimal amount) {
    return amount.setScale(currency.getDecimalPlaces(), RoundingMode.HALF_UP);
  }

  private BigDecimal bounded(BigDecimal amount) {
    if (amount.precision() - amount.scale() > DIGITS_MAX) {
      throw body.refused("WRONG_AMOUNT", "what DatiRiepilogo adds up to has too many digits");
    }
    return rounded(amount);
  }
}
