package org.dunlin.core.reference;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The references of Slovenia (SI; Bank Association of Slovenia, rules for standardised references)
 * and Croatia (HR; Fina, overview of basic models): the country, a model of two digits, and one to
 * three groups of up to 12 digits with hyphens between, 22 characters in all. The model says which
 * groups end with a check digit of modulus 11 with the weights 2 to 13, and over what.
 */
final class ModelReference {
  private static final Pattern SHAPE =
      Pattern.compile("(SI|HR)([0-9]{2})([0-9]{1,13}(?:-[0-9]{1,13}){0,2})");
  private static final int MOST = 22;
  private static final int[] WEIGHTS = {
    2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22
  };

  /**
   * Of each group a letter: {@code n} has no check digit, {@code k} has one over itself, {@code j}
   * is joined with the group before it, over both of which the check digit at the end goes.
   */
  private static final Map<String, String> COMMON =
      Map.ofEntries(
          Map.entry("00", "nnn"),
          Map.entry("01", "kjj"),
          Map.entry("02", "nkk"),
          Map.entry("03", "kkk"),
          Map.entry("04", "knk"),
          Map.entry("05", "knn"),
          Map.entry("06", "nkj"),
          Map.entry("07", "nkn"),
          Map.entry("08", "kjk"),
          Map.entry("09", "kjn"),
          Map.entry("10", "kkj"),
          Map.entry("11", "kkn"));

  private static final Map<String, String> SLOVENIAN =
      Map.ofEntries(
          Map.entry("12", "k"),
          Map.entry("18", "kkn"),
          Map.entry("19", "kkn"),
          Map.entry("21", "kk"),
          Map.entry("28", "kkn"),
          Map.entry("31", "kk"),
          Map.entry("38", "kkn"),
          Map.entry("40", "kkn"),
          Map.entry("41", "kkn"),
          Map.entry("48", "kkn"),
          Map.entry("49", "kkn"),
          Map.entry("51", "kkn"),
          Map.entry("55", "knn"),
          Map.entry("58", "kkn"));

  private ModelReference() {}

  static @Nullable StructuredReference read(String written) {
    Matcher shape = SHAPE.matcher(CreditorReference.normalised(written));
    if (!shape.matches() || shape.group(3).length() > MOST) {
      return null;
    }
    boolean slovenian = shape.group(1).equals("SI");
    String model = COMMON.get(shape.group(2));
    if (model == null && slovenian) {
      model = SLOVENIAN.get(shape.group(2));
    }
    String[] groups = shape.group(3).split("-");
    if (model == null || groups.length > model.length() || !holds(model, groups)) {
      return null;
    }
    return new StructuredReference(
        slovenian ? ReferenceScheme.SLOVENIAN : ReferenceScheme.CROATIAN,
        shape.group(),
        !model.substring(0, groups.length).matches("n+"));
  }

  private static boolean holds(String model, String[] groups) {
    StringBuilder checked = new StringBuilder();
    for (int i = 0; i < groups.length; i++) {
      checked.append(groups[i]);
      boolean ends = i + 1 == groups.length || model.charAt(i + 1) != 'j';
      if (ends && model.charAt(i) != 'n' && !checkHolds(checked.toString())) {
        return false;
      }
      if (ends) {
        checked.setLength(0);
      }
    }
    return true;
  }

  private static boolean checkHolds(String digits) {
    int last = digits.length() - 1;
    if (last < 1) {
      return false;
    }
    int remainder = Digits.modulo11(digits.substring(0, last), WEIGHTS);
    return digits.charAt(last) == Digits.digit(remainder < 2 ? 0 : 11 - remainder);
  }
}
