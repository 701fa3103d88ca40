package org.dunlin.core.matching;

import java.util.List;
import org.dunlin.core.matching.Text.Atom;

/**
 * What stands around and between the atoms {@code from} to {@code to} of a text, and what it says
 * about whether they are one number on its own.
 */
record Surroundings(List<Atom> atoms, int from, int to) {
  /** Joins atoms into one token; a comma or apostrophe does so inside amounts. */
  private static final String TIGHT = "-/._,'’:";

  /** After these a word may end and a number begin: {@code Fact.nr.2026-0042}, {@code INV:12}. */
  private static final String AFTER_A_WORD = ".,:";

  /** More digits without a gap are a number of their own. */
  private static final int LONGEST_GROUP = 7;

  /**
   * Longer numbers are not printed in two groups. The same for every company, so that one more
   * document never makes a match less sure.
   */
  private static final int LONGEST_PARTED = 12;

  /** Shorter numbers beside each other are taken for groups of one longer number. */
  private static final int SHORTEST_IN_A_LIST = 5;

  /** Whether the atoms are no part of a longer token or group of digits. */
  boolean whole() {
    boolean tokenEnds = !tightBefore() && !tightAfter();
    return tokenEnds && (!onlyDigits() || !amongDigits());
  }

  /** Whether blanks between digits leave open what belongs together. */
  boolean loose() {
    for (int i = from + 1; i < to; i++) {
      boolean digitsMeet = endsWithDigit(i - 1) && startsWithDigit(i);
      if (digitsMeet && anyBlank(atoms.get(i).before())) {
        return true;
      }
    }
    return (digitsBefore() && length() + atoms.get(from - 1).text().length() <= LONGEST_PARTED)
        || (digitsAfter() && length() + atoms.get(to).text().length() <= LONGEST_PARTED);
  }

  String written() {
    StringBuilder written = new StringBuilder(atoms.get(from).text());
    for (int i = from + 1; i < to; i++) {
      written.append(atoms.get(i).before()).append(atoms.get(i).text());
    }
    return written.toString();
  }

  private boolean tightBefore() {
    if (from == 0 || !tight(from)) {
      return false;
    }
    boolean word = !atoms.get(from - 1).anyDigit();
    return !(word && Text.oneOf(AFTER_A_WORD, atoms.get(from).before()))
        && !sameShape(from - (to - from));
  }

  private boolean tightAfter() {
    if (to == atoms.size() || !tight(to)) {
      return false;
    }
    boolean word = !atoms.get(to).anyDigit();
    return !(word && Text.oneOf(AFTER_A_WORD, atoms.get(to).before())) && !sameShape(to);
  }

  /** Whether as many atoms from another place look like these: then both stand in a list. */
  private boolean sameShape(int other) {
    int count = to - from;
    if (other < 0 || other + count > atoms.size()) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      boolean sameJoin =
          i == 0 || atoms.get(from + i).before().equals(atoms.get(other + i).before());
      if (!sameJoin || !sameShape(atoms.get(from + i).text(), atoms.get(other + i).text())) {
        return false;
      }
    }
    return length() >= SHORTEST_IN_A_LIST;
  }

  private static boolean sameShape(String one, String other) {
    if (one.length() != other.length()) {
      return false;
    }
    for (int i = 0; i < one.length(); i++) {
      if (Character.isDigit(one.charAt(i)) != Character.isDigit(other.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean anyBlank(String between) {
    for (int i = 0; i < between.length(); i++) {
      char c = between.charAt(i);
      if (c == ' ' || c >= '\t' && c <= '\r') {
        return true;
      }
    }
    return false;
  }

  private boolean onlyDigits() {
    for (int i = from; i < to; i++) {
      boolean joinedByBlanks = i == from || Text.blank(atoms.get(i).before());
      if (!atoms.get(i).digits() || !joinedByBlanks) {
        return false;
      }
    }
    return true;
  }

  private boolean amongDigits() {
    boolean before = digitsBefore() && group(from - 1) && !sameShape(from - (to - from));
    return before || (digitsAfter() && group(to) && !sameShape(to));
  }

  /** Whether digits are so few that print may have parted them from their number. */
  private boolean group(int index) {
    return atoms.get(index).text().length() <= LONGEST_GROUP;
  }

  /** A bare group of digits before, apart by blanks only; 11 in 30.11 is none. */
  private boolean digitsBefore() {
    return from > 0
        && Text.blank(atoms.get(from).before())
        && startsWithDigit(from)
        && atoms.get(from - 1).digits()
        && (from == 1 || !tight(from - 1));
  }

  private boolean digitsAfter() {
    return to < atoms.size()
        && Text.blank(atoms.get(to).before())
        && endsWithDigit(to - 1)
        && atoms.get(to).digits()
        && (to + 1 == atoms.size() || !tight(to + 1));
  }

  private boolean tight(int index) {
    return Text.oneOf(TIGHT, atoms.get(index).before());
  }

  private int length() {
    int length = 0;
    for (int i = from; i < to; i++) {
      length += atoms.get(i).text().length();
    }
    return length;
  }

  private boolean startsWithDigit(int index) {
    return Character.isDigit(atoms.get(index).text().charAt(0));
  }

  private boolean endsWithDigit(int index) {
    String text = atoms.get(index).text();
    return Character.isDigit(text.charAt(text.length() - 1));
  }
}
