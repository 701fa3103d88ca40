package org.dunlin.connectors.csv;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A column of a file that nobody described.
 *
 * @param name in the header; empty where there is none
 * @param number from 1
 * @param samples what stands in the first rows, without empty cells
 */
record SampleColumn(String name, int number, List<String> samples) {
  private static final List<String> DATE_PATTERNS =
      List.of(
          "yyyy-MM-dd", "dd-MM-yyyy", "MM-dd-yyyy", "dd.MM.yyyy", "dd/MM/yyyy", "MM/dd/yyyy",
          "yyyy/MM/dd", "yyyy.MM.dd", "yyyyMMdd", "dd.MM.yy", "dd/MM/yy", "MM/dd/yy", "dd-MM-yy",
          "d-M-yyyy", "d.M.yyyy", "d/M/yyyy", "M/d/yyyy", "MMM d yyyy", "d MMM yyyy");

  private static final List<NumberStyle> NUMBER_STYLES =
      List.of(
          new NumberStyle('.', Set.of(',', '\'', ' '), false, false),
          new NumberStyle(',', Set.of('.', '\'', ' '), false, false));

  SampleColumn {
    samples = List.copyOf(samples);
  }

  /** The patterns by which all samples are days; those that are another's looser form left out. */
  List<String> datePatterns() {
    List<String> fitting = new ArrayList<>();
    for (String pattern : samples.isEmpty() ? List.<String>of() : DATE_PATTERNS) {
      boolean loose = fitting.stream().anyMatch(each -> loosened(each).equals(pattern));
      if (!loose && fits(new DateStyle(List.of(pattern), Locale.ENGLISH))) {
        fitting.add(pattern);
      }
    }
    return fitting;
  }

  private static String loosened(String pattern) {
    return pattern.replace("dd", "d").replace("MM", "M");
  }

  private boolean fits(DateStyle style) {
    return samples.stream().allMatch(sample -> style.read(sample).isPresent());
  }

  /** The styles in which all samples are numbers. */
  List<NumberStyle> numberStyles() {
    return samples.isEmpty() || !datePatterns().isEmpty()
        ? List.of()
        : NUMBER_STYLES.stream().filter(this::fits).toList();
  }

  private boolean fits(NumberStyle style) {
    return samples.stream().allMatch(sample -> style.read(sample).isPresent());
  }

  /** Whether any sample is negative, and whether any is positive, in a style that fits. */
  boolean any(NumberStyle style, int sign) {
    return samples.stream()
        .flatMap(sample -> style.read(sample).stream())
        .map(NumberStyle.Read::number)
        .mapToInt(BigDecimal::signum)
        .anyMatch(each -> each == sign);
  }
}
