package org.dunlin.console.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A stretch of a text, marked where it met the number of an invoice.
 *
 * @param met whether it did
 */
public record Marked(String text, boolean met) {
  /** Shorter numbers meet too much by chance. */
  private static final int SHORTEST = 3;

  /**
   * The text in stretches: what equals one of these numbers, whatever signs and blanks stand
   * between its letters and digits, and where it begins and ends with a whole word, is marked.
   */
  public static List<Marked> of(String text, Collection<String> numbers) {
    boolean[] met = new boolean[text.length()];
    int[] places = new int[text.length()];
    StringBuilder compact = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        places[compact.length()] = i;
        compact.append(upper(text.charAt(i)));
      }
    }
    for (String number : numbers) {
      mark(text, compact.toString(), places, compact(number), met);
    }
    return stretches(text, met);
  }

  private static void mark(
      String text, String compact, int[] places, String number, boolean[] met) {
    if (number.length() < SHORTEST) {
      return;
    }
    for (int at = compact.indexOf(number); at >= 0; at = compact.indexOf(number, at + 1)) {
      int from = places[at];
      int to = places[at + number.length() - 1];
      if (!joined(text, from - 1, from) && !joined(text, to, to + 1)) {
        Arrays.fill(met, from, to + 1, true);
      }
    }
  }

  /** Whether both are of one word. */
  private static boolean joined(String text, int one, int other) {
    return one >= 0
        && other < text.length()
        && Character.isLetterOrDigit(text.charAt(one))
        && Character.isLetterOrDigit(text.charAt(other));
  }

  private static List<Marked> stretches(String text, boolean[] met) {
    List<Marked> stretches = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= met.length; i++) {
      if (i == met.length || met[i] != met[from]) {
        stretches.add(new Marked(text.substring(from, i), met[from]));
        from = i;
      }
    }
    return stretches;
  }

  private static String compact(String number) {
    StringBuilder compact = new StringBuilder();
    number.chars().filter(Character::isLetterOrDigit).forEach(c -> compact.append(upper((char) c)));
    return compact.toString();
  }

  private static char upper(char letter) {
    return Character.toUpperCase(letter);
  }
}
