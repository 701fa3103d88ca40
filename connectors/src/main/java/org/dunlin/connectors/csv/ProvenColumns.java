package org.dunlin.connectors.csv;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which column is what in a file without names, as far as the content proves it: the balance before
 * each entry and its amount are the balance behind it.
 */
final class ProvenColumns {
  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
  private static final Pattern WORDS = Pattern.compile(".*\\p{L}.* .*");
  private static final int FEWEST_ROWS = 2;

  private final List<SampleColumn> columns;
  private final Map<Target, SampleColumn> found = new EnumMap<>(Target.class);

  ProvenColumns(List<SampleColumn> columns) {
    this.columns = columns;
  }

  Map<Target, SampleColumn> find() {
    only(CODE).ifPresent(column -> found.put(Target.CURRENCY, column));
    only(WORDS).ifPresent(column -> found.put(Target.REMITTANCE, column));
    for (NumberStyle style : SampleColumn.NUMBER_STYLES) {
      amounts(style);
    }
    return found;
  }

  /** The only column in which each cell is such a one. */
  private Optional<SampleColumn> only(Pattern such) {
    List<SampleColumn> all =
        columns.stream()
            .filter(each -> !each.samples().isEmpty())
            .filter(each -> each.samples().stream().allMatch(such.asMatchPredicate()))
            .toList();
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  private void amounts(NumberStyle style) {
    Map<SampleColumn, List<BigDecimal>> numbers =
        columns.stream()
            .filter(each -> each.samples().size() >= FEWEST_ROWS)
            .filter(each -> each.numberStyles().contains(style))
            .collect(Collectors.toMap(each -> each, each -> each.numbers(style)));
    List<SampleColumn[]> proven = new ArrayList<>();
    for (SampleColumn before : numbers.keySet()) {
      for (SampleColumn amount : numbers.keySet()) {
        for (SampleColumn behind : numbers.keySet()) {
          if (amount.any(style, -1)
              && add(numbers.get(before), numbers.get(amount), numbers.get(behind))) {
            proven.add(new SampleColumn[] {amount, behind});
          }
        }
      }
    }
    if (proven.size() == 1) {
      found.put(Target.AMOUNT, proven.getFirst()[0]);
      found.put(Target.BALANCE, proven.getFirst()[1]);
    }
  }

  private static boolean add(
      List<BigDecimal> before, List<BigDecimal> amount, List<BigDecimal> behind) {
    boolean alike = before.size() == amount.size() && amount.size() == behind.size();
    for (int i = 0; alike && i < amount.size(); i++) {
      alike = before.get(i).add(amount.get(i)).compareTo(behind.get(i)) == 0;
    }
    return alike;
  }
}
