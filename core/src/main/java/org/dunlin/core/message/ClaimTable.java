package org.dunlin.core.message;

import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dunlin.core.claim.Line;
import org.dunlin.core.model.Claim;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Claims as lines of their own, beside the invoices and never in their sums. */
final class ClaimTable {
  private final Formats formats;
  private final Language language;
  private final Map<String, String> labels;

  ClaimTable(Formats formats, Language language) {
    this.formats = formats;
    this.language = language;
    this.labels = Labels.of(language);
  }

  /**
   * The values of the lines and their sums.
   *
   * @param number what a transfer of these quotes beside the word
   */
  Map<String, Object> words(List<Line> charged, String number) {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put(
        "lines",
        charged.stream()
            .map(
                line -> Map.of("what", what(line), "amount", formats.amount(line.claim().amount())))
            .toList());
    words.put("totals", totals(charged).stream().map(total -> Map.of("amount", total)).toList());
    words.put("reference", said("claimsReference", OneLine.of(number)));
    return words;
  }

  /** Such as {@code €40.00}: what lines add up to, by currency. */
  String sum(List<Line> lines) {
    return formats.list(totals(lines));
  }

  /** What the lines are reckoned of, where all of them say it; else empty. */
  String base(List<Line> lines) {
    TreeMap<CurrencyUnit, Money> bases = new TreeMap<>();
    for (Line line : lines) {
      Money base = line.base();
      if (base == null) {
        return "";
      }
      bases.merge(base.getCurrencyUnit(), base, Money::plus);
    }
    return formats.list(bases.values().stream().map(formats::amount).toList());
  }

  /** A sentence of the labels with its places filled. */
  String said(String label, Object... values) {
    return new MessageFormat(Objects.requireNonNull(labels.get(label), label), language.locale())
        .format(values);
  }

  private List<String> totals(List<Line> lines) {
    TreeMap<CurrencyUnit, Money> totals = new TreeMap<>();
    for (Line line : lines) {
      Money amount = line.claim().amount();
      totals.merge(amount.getCurrencyUnit(), amount, Money::plus);
    }
    return totals.values().stream().map(formats::amount).toList();
  }

  private String what(Line line) {
    Claim claim = line.claim();
    Money base = line.base();
    String law = Objects.requireNonNullElse(claim.law(), "");
    String of = base == null ? "" : formats.amount(base);
    return switch (claim.kind()) {
      case INTEREST ->
          said(
              "claim-INTEREST",
              formats.shortDate(Objects.requireNonNull(claim.from())),
              formats.shortDate(Objects.requireNonNull(claim.to())),
              Integer.toString(line.days()),
              formats.number(Objects.requireNonNull(claim.rate())),
              of,
              law);
      case FIXED_SUM -> said("claim-FIXED_SUM", law);
      case COSTS -> said("claim-COSTS", law, of);
      case FEE -> said("claim-FEE");
    };
  }
}
