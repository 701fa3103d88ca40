package org.dunlin.core.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A name as banks write it, in capitals without accents and stops, and apart from it the legal form
 * that it ends with. Two names agree when their words are equal and their legal forms are, unless
 * one of them leaves the form out.
 */
record PayerName(String words, String form) {
  private static final Set<String> FORMS =
      Set.of(
          "BV", "NV", "VOF", "CV", "GMBH", "AG", "KG", "OHG", "UG", "EK", "EV", "SE", "CO", "SA",
          "SAS", "SARL", "EURL", "SRL", "SPA", "LTD", "LIMITED", "PLC", "LLP", "LLC", "INC");

  private static final Pattern MARKS_AND_STOPS = Pattern.compile("[\\p{M}.]");
  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

  static PayerName of(String name) {
    String decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD);
    String bare = MARKS_AND_STOPS.matcher(decomposed).replaceAll("").toUpperCase(Locale.ROOT);
    String plain = NEITHER_LETTER_NOR_DIGIT.matcher(bare).replaceAll(" ").strip();
    List<String> all = new ArrayList<>(Arrays.asList(plain.split(" ", -1)));
    int end = all.size();
    while (end > 1 && FORMS.contains(all.get(end - 1))) {
      end--;
    }
    return new PayerName(
        String.join(" ", all.subList(0, end)), String.join(" ", all.subList(end, all.size())));
  }

  boolean agrees(PayerName other) {
    return !words.isEmpty()
        && words.equals(other.words)
        && (form.equals(other.form) || form.isEmpty() || other.form.isEmpty());
  }
}
