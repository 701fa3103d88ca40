package org.dunlin.core.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as its atoms: the longest runs of letters and digits, in capitals, each with what stands
 * before it.
 */
record Text(List<Atom> atoms) {
  private static final Pattern ATOM = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]");

  /** More than any bank carries; what lies behind is not read. */
  private static final int LONGEST = 20_000;

  /** A run of letters and digits, and the other characters between it and the run before. */
  record Atom(String before, String text) {
    boolean digits() {
      return text.chars().allMatch(Character::isDigit);
    }

    boolean anyDigit() {
      return text.chars().anyMatch(Character::isDigit);
    }
  }

  static Text of(String raw) {
    boolean cut = raw.length() > LONGEST;
    String plain = plain(cut ? raw.substring(0, LONGEST) : raw);
    List<Atom> atoms = new ArrayList<>();
    Matcher matcher = ATOM.matcher(plain);
    int end = 0;
    while (matcher.find()) {
      atoms.add(new Atom(plain.substring(end, matcher.start()), matcher.group()));
      end = matcher.end();
    }
    if (cut && !atoms.isEmpty()) {
      atoms.removeLast(); // it may be the beginning of a longer one
    }
    return new Text(atoms);
  }

  /** Only the letters and digits, in capitals: how numbers and references are compared. */
  static String compact(String raw) {
    return OTHERS.matcher(plain(raw)).replaceAll("");
  }

  private static String plain(String raw) {
    String composed = Normalizer.normalize(raw, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    return DASHES.matcher(composed).replaceAll("-");
  }
}
