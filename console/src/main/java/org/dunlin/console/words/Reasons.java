package org.dunlin.console.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.core.message.Language;

/**
 * The sentences that the hub itself says about connections and folders, in another language than
 * the one in which they are kept. They are kept in English, with what they are about in them, and
 * the English file has them as patterns: what fits one is said by the reader's phrase of the same
 * key, and what fits none (the words of a program or a server) stays as it is.
 */
final class Reasons {
  private static final int DEEPEST = 4;
  private static final Pattern PLACED = Pattern.compile("([A-Za-z][\\w.-]*): (.+)", Pattern.DOTALL);
  private static final Reasons REASONS = new Reasons("reasons");
  private static final Reasons FAULTS = new Reasons("faults");

  private final List<Known> known;
  private final List<Known> labels;

  private Reasons(String file) {
    Phrases english = Phrases.of(Language.EN);
    known = known(english, file);
    labels = known(english, "road").stream().filter(each -> each.key.endsWith(".label")).toList();
  }

  /** Those that say most come first, so that the one that fits best is taken. */
  private static List<Known> known(Phrases english, String file) {
    List<Known> known = new ArrayList<>();
    english.all(file).forEach((key, sentence) -> known.add(Known.of(key, sentence)));
    known.sort(Comparator.comparingInt(Known::length).reversed().thenComparing(Known::key));
    return List.copyOf(known);
  }

  /** The sentence in this language; empty where the hub has no such sentence. */
  static Optional<String> in(Language language, String english) {
    return REASONS.said(Phrases.of(language), english, 0);
  }

  /** What is wrong with a folder, in this language; empty where the hub has no such sentence. */
  static Optional<String> fault(Language language, String english) {
    Phrases phrases = Phrases.of(language);
    Matcher placed = PLACED.matcher(english);
    return Optional.of(placed)
        .filter(Matcher::matches)
        .flatMap(place -> FAULTS.said(phrases, place.group(2), 0))
        .map(said -> phrases.say("faults.joined", placed.group(1), said))
        .or(() -> FAULTS.said(phrases, english, 0));
  }

  private Optional<String> said(Phrases phrases, String english, int deep) {
    if (deep == DEEPEST) {
      return Optional.empty();
    }
    for (Known each : known) {
      Matcher fits = each.form.matcher(english);
      if (fits.matches()) {
        Optional<String> said = filled(phrases, each, fits, deep);
        if (said.isPresent()) {
          return said;
        }
      }
    }
    return english.endsWith(".")
        ? said(phrases, english.substring(0, english.length() - 1), deep + 1).map(s -> s + ".")
        : Optional.empty();
  }

  /** What stands in a place may be such a sentence, or the label of a field, itself. */
  private Optional<String> filled(Phrases phrases, Known known, Matcher fits, int deep) {
    Object[] values = new Object[fits.groupCount()];
    boolean any = !known.joins();
    for (int i = 0; i < values.length; i++) {
      String value = fits.group(i + 1);
      Optional<String> said = label(phrases, value).or(() -> said(phrases, value, deep + 1));
      any |= said.isPresent();
      values[i] = said.orElse(value);
    }
    return any ? Optional.of(phrases.say(known.key, values)) : Optional.empty();
  }

  private Optional<String> label(Phrases phrases, String value) {
    return labels.stream()
        .filter(each -> each.form.matcher(value).matches())
        .findFirst()
        .map(each -> phrases.say(each.key));
  }

  /** A sentence of the English file with its places as groups, in their order. */
  private record Known(String key, Pattern form, int length) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    static Known of(String key, String sentence) {
      StringBuilder form = new StringBuilder();
      int length = 0;
      int from = 0;
      Matcher places = PLACE.matcher(sentence);
      while (places.find()) {
        length += literal(form, sentence.substring(from, places.start()));
        form.append("(.+?)");
        from = places.end();
      }
      length += literal(form, sentence.substring(from));
      return new Known(key, Pattern.compile(form.toString(), Pattern.DOTALL), length);
    }

    private static int literal(StringBuilder form, String text) {
      for (String part : text.splitWithDelimiters("’", 0)) {
        form.append(part.equals("’") ? "['’]" : Pattern.quote(part));
      }
      return text.strip().length();
    }

    /** Whether it says nothing itself and only puts two things together. */
    boolean joins() {
      return length == 1;
    }
  }
}
