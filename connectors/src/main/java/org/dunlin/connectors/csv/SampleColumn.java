package org.dunlin.connectors.csv;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A column of a file that nobody described. */
final class SampleColumn {
  private static final int MOST_SAMPLES = 60;

  private static final Map<String, DateStyle> DATE_STYLES = new LinkedHashMap<>();

  static {
    for (String pattern :
        List.of(
            "yyyy-MM-dd",
            "dd-MM-yyyy",
            "MM-dd-yyyy",
            "dd.MM.yyyy",
            "dd/MM/yyyy",
            "MM/dd/yyyy",
            "yyyy/MM/dd",
            "yyyy.MM.dd",
            "yyyyMMdd",
            "dd.MM.yy",
            "dd/MM/yy",
            "MM/dd/yy",
            "dd-MM-yy",
            "d-M-yyyy",
            "d.M.yyyy",
            "d/M/yyyy",
            "M/d/yyyy",
            "MMM d yyyy",
            "d MMM yyyy")) {
      DATE_STYLES.put(pattern, new DateStyle(List.of(pattern), Locale.ENGLISH));
    }
  }

  static final List<NumberStyle> NUMBER_STYLES =
      List.of(
          new NumberStyle('.', Set.of(',', '\'', ' '), false, false),
          new NumberStyle(',', Set.of('.', '\'', ' '), false, false));

  private final String name;
  private final int number;
  private final List<String> samples;
  private final List<String> datePatterns;

  /**
   * @param name in the header; empty where there is none
   * @param number from 1
   * @param samples what stands in the first rows, without empty cells
   */
  SampleColumn(String name, int number, List<String> samples) {
    this.name = name;
    this.number = number;
    this.samples = samples.stream().limit(MOST_SAMPLES).toList();
    this.datePatterns = fitting(this.samples);
  }

  String name() {
    return name;
  }

  int number() {
    return number;
  }

  List<String> samples() {
    return samples;
  }

  /** The patterns by which all samples are days. */
  List<String> datePatterns() {
    return datePatterns;
  }

  /** Those that are another's looser form are left out. */
  private static List<String> fitting(List<String> samples) {
    List<String> fitting = new ArrayList<>();
    if (!samples.isEmpty()) {
      DATE_STYLES.forEach(
          (pattern, style) -> {
            boolean loose = fitting.stream().anyMatch(each -> loosened(each).equals(pattern));
            if (!loose && samples.stream().allMatch(each -> style.read(each).isPresent())) {
              fitting.add(pattern);
            }
          });
    }
    return List.copyOf(fitting);
  }

  private static String loosened(String pattern) {
    return pattern.replace("dd", "d").replace("MM", "M");
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

  /** The samples in a style that fits. */
  List<BigDecimal> numbers(NumberStyle style) {
    return samples.stream()
        .flatMap(sample -> style.read(sample).stream())
        .map(NumberStyle.Read::number)
        .toList();
  }

  /** Whether any sample is negative, and whether any is positive, in a style that fits. */
  boolean any(NumberStyle style, int sign) {
    return numbers(style).stream().mapToInt(BigDecimal::signum).anyMatch(each -> each == sign);
  }
}
