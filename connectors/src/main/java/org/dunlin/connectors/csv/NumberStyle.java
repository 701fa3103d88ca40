package org.dunlin.connectors.csv;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How amounts are written.
 *
 * @param decimal the mark before decimals
 * @param groups the marks between groups of three digits; a blank stands for any kind of blank
 * @param behind whether the sign stands behind
 * @param parentheses whether an amount in parentheses is negative
 */
record NumberStyle(char decimal, Set<Character> groups, boolean behind, boolean parentheses) {
  private static final int MOST_CHARACTERS = 60;
  private static final Pattern CODE =
      Pattern.compile("(?:([A-Z]{3})\\s?)?([-+(]?.*?)(?:\\s?([A-Z]{3}))?", Pattern.DOTALL);
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");
  private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(?:g[0-9]{3}){1,5}");
  private static final Pattern DECIMALS = Pattern.compile("[0-9]{0,12}");

  NumberStyle {
    groups = Set.copyOf(groups);
  }

  /**
   * A number and the currency that stands beside it.
   *
   * @param currency empty where none stands there
   */
  record Read(BigDecimal number, Optional<String> currency) {}

  /** The number; empty where the text is none in this style. */
  Optional<Read> read(String cell) {
    String text = Cells.text(cell).replace('\u2212', '-');
    if (text.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    Matcher parts = CODE.matcher(text);
    if (!parts.matches() || parts.group(1) != null && parts.group(3) != null) {
      return Optional.empty();
    }
    String code = parts.group(1) != null ? parts.group(1) : parts.group(3);
    return signed(parts.group(2).strip())
        .map(number -> new Read(number, Optional.ofNullable(code)));
  }

  private Optional<BigDecimal> signed(String text) {
    if (parentheses && text.startsWith("(") && text.endsWith(")")) {
      return plain(text.substring(1, text.length() - 1)).map(BigDecimal::negate);
    }
    if (text.isEmpty()) {
      return Optional.empty();
    }
    char sign = text.charAt(behind ? text.length() - 1 : 0);
    boolean isSigned = sign == '-' || sign == '+';
    String without =
        !isSigned ? text : behind ? text.substring(0, text.length() - 1) : text.substring(1);
    Optional<BigDecimal> number = plain(without.strip());
    return sign == '-' ? number.map(BigDecimal::negate) : number;
  }

  private Optional<BigDecimal> plain(String text) {
    int point = text.lastIndexOf(decimal);
    String whole = point < 0 ? text : text.substring(0, point);
    String decimals = point < 0 ? "" : text.substring(point + 1);
    if (!DECIMALS.matcher(decimals).matches() || whole.isEmpty() && decimals.isEmpty()) {
      return Optional.empty();
    }
    String digits = ungrouped(whole.isEmpty() ? "0" : whole);
    return DIGITS.matcher(digits).matches()
        ? Optional.of(new BigDecimal(decimals.isEmpty() ? digits : digits + "." + decimals))
        : Optional.empty();
  }

  /** Groups are of three digits, or else a mark may be one for decimals. */
  private String ungrouped(String whole) {
    if (DIGITS.matcher(whole).matches()) {
      return whole;
    }
    StringBuilder shape = new StringBuilder();
    whole.chars().forEach(each -> shape.append(isGroup((char) each) ? 'g' : (char) each));
    return GROUPED.matcher(shape).matches() ? shape.toString().replace("g", "") : "";
  }

  private boolean isGroup(char mark) {
    boolean blank = mark == ' ' || mark == '\u00a0' || mark == '\u202f' || mark == '\u2009';
    boolean quote = mark == '\'' || mark == '\u2019';
    return groups.contains(mark) || blank && groups.contains(' ') || quote && groups.contains('\'');
  }

  /** As a person says it, such as {@code 1.234,56}. */
  String example() {
    String group = groups.stream().map(String::valueOf).sorted().findFirst().orElse("");
    String number = String.format(Locale.ROOT, "1%s234%s56", group, decimal);
    return behind ? number + "-" : "-" + number;
  }
}
