package org.dunlin.core.matching;

import java.util.List;

/**
 * Whether two names are one but for abbreviations: {@code Int.} for International, {@code v.d.} for
 * van der, {@code Adm.kant.} for Administratiekantoor. At least one telling word must be equal.
 */
final class Abbreviation {
  private static final int SHORTEST_TELLING = 4;

  private final List<String> one;
  private final List<String> other;

  private Abbreviation(List<String> one, List<String> other) {
    this.one = one;
    this.other = other;
  }

  static boolean agrees(List<String> one, List<String> other) {
    return one.size() + other.size() < 20 && new Abbreviation(one, other).from(0, 0, false);
  }

  private boolean from(int i, int j, boolean equal) {
    if (i == one.size() || j == other.size()) {
      return i == one.size() && j == other.size() && equal;
    }
    String a = one.get(i);
    String b = other.get(j);
    if (a.equals(b)) {
      return from(i + 1, j + 1, equal || a.length() >= SHORTEST_TELLING);
    }
    return ((isShort(a, b) || isShort(b, a)) && from(i + 1, j + 1, equal))
        || (i + 1 < one.size() && isShort(a + one.get(i + 1), b) && from(i + 2, j + 1, equal))
        || (j + 1 < other.size() && isShort(b + other.get(j + 1), a) && from(i + 1, j + 2, equal))
        || (j + 1 < other.size() && initials(a, b, other.get(j + 1)) && from(i + 1, j + 2, equal))
        || (i + 1 < one.size() && initials(b, a, one.get(i + 1)) && from(i + 2, j + 1, equal));
  }

  private static boolean initials(String brief, String first, String second) {
    return brief.length() == 2
        && brief.charAt(0) == first.charAt(0)
        && brief.charAt(1) == second.charAt(0);
  }

  /** Whether the letters of a word stand in the longer one in this order, beginning as it does. */
  private static boolean isShort(String brief, String word) {
    if (brief.isEmpty() || brief.length() >= word.length() || brief.charAt(0) != word.charAt(0)) {
      return false;
    }
    int at = 0;
    for (int i = 0; i < brief.length(); i++) {
      at = word.indexOf(brief.charAt(i), at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return true;
  }
}
