package org.dunlin.core.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A name as its words, however it was written: in capitals, without accents and stops, umlauts as
 * their plain vowel, without words that join, and without the legal form.
 */
record NameWords(List<String> words, String key, String form, String whole) {
  private static final Set<String> FORMS =
      Set.of(
          "BV",
          "NV",
          "VOF",
          "CV",
          "GMBH",
          "AG",
          "KG",
          "OHG",
          "UG",
          "EK",
          "EU",
          "EV",
          "SE",
          "CO",
          "SA",
          "SAS",
          "SASU",
          "SARL",
          "EURL",
          "SRL",
          "SPA",
          "LTD",
          "LIMITED",
          "PLC",
          "LLP",
          "LLC",
          "INC",
          "CORP",
          "GMBHCOKG",
          "MBH",
          "GESMBH",
          "KGAA",
          "SNC",
          "SCS",
          "SCOP",
          "VZW",
          "ASBL",
          "BVBA",
          "SPRL",
          "AB",
          "AS",
          "APS",
          "OY",
          "SL",
          "SLU",
          "LDA",
          "DOO",
          "SRO",
          "SPZOO",
          "SC");

  private static final List<String> WRITTEN_OUT =
      List.of(
          "BESLOTEN VENNOOTSCHAP",
          "NAAMLOZE VENNOOTSCHAP",
          "VENNOOTSCHAP ONDER FIRMA",
          "GESELLSCHAFT MBH",
          "GESELLSCHAFT MIT BESCHRAENKTER HAFTUNG",
          "GESELLSCHAFT MIT BESCHRANKTER HAFTUNG",
          "AKTIENGESELLSCHAFT",
          "HAFTUNGSBESCHRANKT",
          "HAFTUNGSBESCHRAENKT",
          "SOCIETE ANONYME",
          "SOCIETE A RESPONSABILITE LIMITEE",
          "PUBLIC LIMITED COMPANY",
          "INCORPORATED",
          "CORPORATION");

  private static final List<String> WRITTEN_BEFORE =
      WRITTEN_OUT.stream().map(form -> form + " ").toList();

  private static final Set<String> JOINING = Set.of("AND", "UND", "U", "EN", "ET", "Y", "E", "OG");

  private static final Set<String> TITLES =
      Set.of(
          "HERR", "FRAU", "FIRMA", "FA", "DHR", "MEVR", "MW", "HR", "MR", "MRS", "MS", "MME", "M");

  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern DOTTED = Pattern.compile("(?<=\\b\\p{L})\\.(?=\\p{L}\\b|$| |,)");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern SPELT_UMLAUT = Pattern.compile("(?<=[AOU])E");

  static NameWords of(String name) {
    List<String> all = new ArrayList<>();
    for (String word : words(dotless(plain(name)))) {
      if (!JOINING.contains(word)) {
        all.add(folded(word));
      }
    }
    String whole = String.join("", all);
    while (all.size() > 1 && TITLES.contains(all.getFirst())) {
      all.removeFirst();
    }
    StringBuilder form = new StringBuilder();
    while (all.size() > 1 && FORMS.contains(all.getLast())) {
      String last = all.removeLast();
      form.insert(0, last.equals("LIMITED") ? "LTD" : last);
    }
    return new NameWords(List.copyOf(all), String.join("", all), form.toString(), whole);
  }

  /** Whether the names are one, unless both have a legal form and it is not the same. */
  boolean agrees(NameWords other) {
    return !key.isEmpty() && words.equals(other.words) && sameForm(other);
  }

  /** Whether one of the names may be the other, cut by a bank or shortened by who bears it. */
  boolean like(NameWords other) {
    boolean cut =
        Math.min(whole.length(), other.whole.length()) >= Names.SHORTEST_CUT
            && (whole.startsWith(other.whole) || other.whole.startsWith(whole));
    boolean same = !key.isEmpty() && key.equals(other.key) || Names.abbreviates(words, other.words);
    return cut || same && sameForm(other);
  }

  boolean sameForm(NameWords other) {
    return form.equals(other.form) || form.isEmpty() || other.form.isEmpty();
  }

  /** A word without what spells an umlaut, so that Müller, Mueller and Muller are one. */
  static String folded(String word) {
    return word.indexOf('E') > 0 ? SPELT_UMLAUT.matcher(word).replaceAll("") : word;
  }

  /** A word in capitals without accents. */
  static String bare(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 128) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("");
      }
    }
    return word;
  }

  static boolean joins(String word) {
    return JOINING.contains(word);
  }

  private static List<String> words(String plain) {
    List<String> words = new ArrayList<>();
    if (!Text.ascii(plain)) {
      for (String word : BETWEEN.split(plain, -1)) {
        if (!word.isEmpty()) {
          words.add(word);
        }
      }
      return words;
    }
    int from = 0;
    for (int i = 0; i <= plain.length(); i++) {
      if (i == plain.length() || !Character.isLetterOrDigit(plain.charAt(i))) {
        if (i > from) {
          words.add(plain.substring(from, i));
        }
        from = i + 1;
      }
    }
    return words;
  }

  private static String plain(String name) {
    String latin = Text.ascii(name) ? name.toUpperCase(Locale.ROOT) : latin(name);
    for (int i = 0; i < WRITTEN_OUT.size(); i++) {
      String form = WRITTEN_OUT.get(i);
      if (form.length() <= latin.length()
          && (latin.endsWith(form) || latin.contains(WRITTEN_BEFORE.get(i)))) {
        latin = latin.replace(form, " ");
      }
    }
    return latin;
  }

  private static String latin(String name) {
    String marked = Normalizer.normalize(name, Normalizer.Form.NFKD);
    String upper = MARKS.matcher(marked).replaceAll("").toUpperCase(Locale.ROOT);
    return upper.replace('Ø', 'O').replace('Ł', 'L').replace('Đ', 'D').replace("Æ", "A");
  }

  /** B.V. and V.O.F. as one word; a stop behind a longer word ends it. */
  private static String dotless(String name) {
    return name.indexOf('.') < 0 ? name : DOTTED.matcher(name).replaceAll("");
  }
}
