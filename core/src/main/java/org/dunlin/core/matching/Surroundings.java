package org.dunlin.core.matching;

import java.util.List;
import java.util.regex.Pattern;
import org.dunlin.core.matching.Text.Atom;

/**
 * What stands around and between the atoms {@code from} to {@code to} of a text, and what it says
 * about whether they are one number on its own.
 */
record Surroundings(List<Atom> atoms, int from, int to) {
  /** Joins atoms into one token; a comma or apostrophe does so inside amounts. */
  private static final Pattern TIGHT = Pattern.compile("[-/._,'’:]");

  /** After these a word may end and a number begin: {@code Fact.nr.2026-0042}, {@code INV:12}. */
  private static final Pattern AFTER_A_WORD = Pattern.compile("[.,:]");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

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
      if (digitsMeet && BLANKS.matcher(atoms.get(i).before()).find()) {
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
    return !(word && AFTER_A_WORD.matcher(atoms.get(from).before()).matches())
        && !sameShape(from - (to - from));
  }

  private boolean tightAfter() {
    if (to == atoms.size() || !tight(to)) {
      return false;
    }
    boolean word = !atoms.get(to).anyDigit();
    return !(word && AFTER_A_WORD.matcher(atoms.get(to).before()).matches()) && !sameShape(to);
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
      if (!sameJoin || !shape(from + i).equals(shape(other + i))) {
        return false;
      }
    }
    return length() >= SHORTEST_IN_A_LIST;
  }

  private String shape(int index) {
    StringBuilder shape = new StringBuilder();
    atoms.get(index).text().chars().forEach(c -> shape.append(Character.isDigit(c) ? '9' : 'A'));
    return shape.toString();
  }

  private boolean onlyDigits() {
    for (int i = from; i < to; i++) {
      boolean joinedByBlanks = i == from || BLANKS.matcher(atoms.get(i).before()).matches();
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
        && BLANKS.matcher(atoms.get(from).before()).matches()
        && startsWithDigit(from)
        && atoms.get(from - 1).digits()
        && (from == 1 || !tight(from - 1));
  }

  private boolean digitsAfter() {
    return to < atoms.size()
        && BLANKS.matcher(atoms.get(to).before()).matches()
        && endsWithDigit(to - 1)
        && atoms.get(to).digits()
        && (to + 1 == atoms.size() || !tight(to + 1));
  }

  private boolean tight(int index) {
    return TIGHT.matcher(atoms.get(index).before()).matches();
  }

  private int length() {
    return atoms.subList(from, to).stream().mapToInt(atom -> atom.text().length()).sum();
  }

  private boolean startsWithDigit(int index) {
    return Character.isDigit(atoms.get(index).text().charAt(0));
  }

  private boolean endsWithDigit(int index) {
    String text = atoms.get(index).text();
    return Character.isDigit(text.charAt(text.length() - 1));
  }
}
