package org.dunlin.config.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A value beside a baseline of the same run, both in the unit of their figure.
 *
 * @param value the median over the rounds
 * @param baseline the median over the same rounds
 * @param baselineIs what the baseline is, in words
 * @param target which ratio is wanted, such as "at least 0.4"
 */
public record Comparison(double value, double baseline, String baselineIs, String target) {
  /** Refuses what cannot be compared. */
  public Comparison {
    if (!(value > 0) || !(baseline > 0)) {
      throw new IllegalArgumentException(
          "value " + value + " and baseline " + baseline + " must be above zero");
    }
  }

  /** The value divided by the baseline. */
  public double ratio() {
    return value / baseline;
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("baseline", rounded(baseline, 4));
    json.put("baselineIs", baselineIs);
    json.put("ratio", rounded(ratio(), 3));
    json.put("target", target);
    return json;
  }

  static BigDecimal rounded(double number, int digits) {
    BigDecimal rounded = new BigDecimal(number).round(new MathContext(digits));
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
