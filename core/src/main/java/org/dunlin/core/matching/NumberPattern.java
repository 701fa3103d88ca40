package org.dunlin.core.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How numbers of one form are made, learned from documents that bear them: which of their runs of
 * digits counts up, and how many digits before it in the same run are the year's.
 */
final class NumberPattern {
  /** Of so many numbers at least a role is learned. */
  private static final int FEWEST = 3;

  private static final double MOSTLY = 0.9;

  private int seen;
  private final int[] year;
  private final int[] month;
  private final int[] leading4;
  private final int[] leading2;
  private final List<String> first;
  private final int[] same;
  private final int[] shortest;
  private final int[] longest;
  private char lowest;
  private char highest;

  NumberPattern(List<String> runs) {
    int count = runs.size();
    year = new int[count];
    month = new int[count];
    leading4 = new int[count];
    leading2 = new int[count];
    same = new int[count];
    first = List.copyOf(runs);
    shortest = runs.stream().mapToInt(String::length).toArray();
    longest = shortest.clone();
    lowest = runs.isEmpty() ? ' ' : runs.getFirst().charAt(0);
    highest = lowest;
  }

  /** Letters and separators as they are, digits as one 9. */
  static String form(String number) {
    String plain = Text.plain(number);
    StringBuilder form = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (!digit(c)) {
        form.append(c);
      } else if (form.isEmpty() || form.charAt(form.length() - 1) != '9') {
        form.append('9');
      }
    }
    return form.toString();
  }

  /** The runs of letters and of digits in a number. */
  static List<String> runs(String number) {
    List<String> runs = new ArrayList<>();
    String plain = Text.plain(number);
    int from = 0;
    while (from < plain.length()) {
      if (!Character.isLetterOrDigit(plain.charAt(from))) {
        from++;
        continue;
      }
      int to = from + 1;
      while (to < plain.length()
          && Character.isLetterOrDigit(plain.charAt(to))
          && digit(plain.charAt(to)) == digit(plain.charAt(from))) {
        to++;
      }
      runs.add(plain.substring(from, to));
      from = to;
    }
    return runs;
  }

  void learn(List<String> runs, int issued) {
    LocalDate day = LocalDate.ofEpochDay(issued);
    String four = String.valueOf(day.getYear());
    String two = four.substring(2);
    String ofMonth =
        day.getMonthValue() < 10 ? "0" + day.getMonthValue() : "" + day.getMonthValue();
    seen++;
    if (!runs.isEmpty()) {
      lowest = (char) Math.min(lowest, runs.getFirst().charAt(0));
      highest = (char) Math.max(highest, runs.getFirst().charAt(0));
    }
    for (int i = 0; i < runs.size() && i < year.length; i++) {
      String run = runs.get(i);
      year[i] += run.equals(four) || run.equals(two) ? 1 : 0;
      month[i] += run.equals(ofMonth) ? 1 : 0;
      leading4[i] += run.length() > 5 && run.startsWith(four) ? 1 : 0;
      leading2[i] += run.length() > 4 && run.startsWith(two) ? 1 : 0;
      same[i] += run.equals(first.get(i)) ? 1 : 0;
      shortest[i] = Math.min(shortest[i], run.length());
      longest[i] = Math.max(longest[i], run.length());
    }
  }

  /** Whether the runs, of the same form, are as long as those seen, and begin as they do. */
  boolean fits(List<String> runs) {
    for (int i = 0; i < runs.size(); i++) {
      String run = runs.get(i);
      if (run.length() < shortest[i] || run.length() > longest[i]) {
        return false;
      }
    }
    char start = runs.getFirst().charAt(0);
    return seen >= FEWEST && start >= lowest && start <= highest;
  }

  /** The place of the run that counts up: the last one with another role than year or month. */
  int serial() {
    int last = -1;
    for (int i = first.size() - 1; i >= 0; i--) {
      if (digit(first.get(i).charAt(0))) {
        last = Math.max(last, i);
        boolean otherRole =
            mostly(year[i]) || mostly(month[i]) || (seen >= FEWEST && same[i] == seen);
        if (!otherRole) {
          return i;
        }
      }
    }
    return last;
  }

  /** How many leading digits of the run that counts up are the year. */
  int yearDigits() {
    int serial = serial();
    if (serial < 0) {
      return 0;
    }
    return mostly(leading4[serial]) ? 4 : mostly(leading2[serial]) ? 2 : 0;
  }

  private boolean mostly(int count) {
    return seen >= FEWEST && count >= seen * MOSTLY;
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
