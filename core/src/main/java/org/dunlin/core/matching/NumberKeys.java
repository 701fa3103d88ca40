package org.dunlin.core.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Under which writings the numbers of a company are known, by the patterns that it uses. */
final class NumberKeys {
  /** Fewer digits without their letters are no number on their own. */
  private static final int FEWEST_DIGITS = 5;

  private final Map<String, NumberPattern> patterns = new HashMap<>();

  /**
   * One number under its writings; those that are no other than an earlier one are null.
   *
   * @param full all letters and digits
   * @param digits all digits, where letters may be left out
   * @param bare without the leading zeros of the serial number
   * @param serial the serial number without leading zeros and year; empty where there is none
   */
  record Keys(String full, @Nullable String digits, @Nullable String bare, String serial) {
    /** Whether it is one of the writings. */
    boolean has(String key) {
      return key.equals(full) || key.equals(digits) || key.equals(bare);
    }
  }

  void learn(String number, int issued) {
    List<String> runs = NumberPattern.runs(number);
    patterns
        .computeIfAbsent(NumberPattern.form(number), form -> new NumberPattern(runs))
        .learn(runs, issued);
  }

  /** Whether the company's numbers are written like this one, which need not be known. */
  boolean likeOwn(String written) {
    if (written.length() < FEWEST_DIGITS) {
      return false;
    }
    NumberPattern pattern = patterns.get(NumberPattern.form(written));
    return pattern != null && pattern.fits(NumberPattern.runs(written));
  }

  Keys of(String number) {
    List<String> runs = NumberPattern.runs(number);
    NumberPattern pattern = patterns.get(NumberPattern.form(number));
    String full = String.join("", runs);
    int place = pattern == null ? -1 : pattern.serial();
    if (pattern == null || place < 0) {
      return new Keys(full, null, null, "");
    }
    String run = runs.get(place);
    int year = Math.min(pattern.yearDigits(), run.length() - 1);
    String serial = withoutZeros(run.substring(year));
    StringBuilder digits = new StringBuilder();
    StringBuilder bare = new StringBuilder();
    for (int i = 0; i < runs.size(); i++) {
      boolean numeric = NumberPattern.digit(runs.get(i).charAt(0));
      digits.append(numeric ? runs.get(i) : "");
      bare.append(i == place ? run.substring(0, year) + serial : runs.get(i));
    }
    boolean lettersLeft = digits.length() < full.length() && digits.length() >= FEWEST_DIGITS;
    boolean tells = !bare.toString().equals(serial) && !bare.toString().equals(full);
    return new Keys(
        full, lettersLeft ? digits.toString() : null, tells ? bare.toString() : null, serial);
  }

  static String withoutZeros(String digits) {
    int from = 0;
    while (from < digits.length() - 1 && digits.charAt(from) == '0') {
      from++;
    }
    return digits.substring(from);
  }
}
