package org.dunlin.connectors.bank;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.connectors.bank.Subfields.Part;
import org.jspecify.annotations.Nullable;

/**
 * A text in which Dutch banks name its parts in words: {@code IBAN: NL… NAAM: … OMSCHRIJVING: …}.
 */
public final class Labels {
  private static final Map<String, Part> PARTS =
      Map.ofEntries(
          Map.entry("IBAN", Part.IBAN),
          Map.entry("REK", Part.IBAN),
          Map.entry("BIC", Part.BIC),
          Map.entry("NAAM", Part.NAME),
          Map.entry("OMSCHRIJVING", Part.TEXT),
          Map.entry("KENMERK", Part.END_TO_END_ID),
          Map.entry("MACHTIGING", Part.MANDATE_ID),
          Map.entry("INCASSANT", Part.PAYER_ID));

  private static final Pattern LABEL =
      Pattern.compile("(?:^|[\\s/])(" + String.join("|", PARTS.keySet()) + "): ?");

  private Labels() {}

  /** The parts of the text; null where it names none, or only one. */
  public static @Nullable Subfields in(String said) {
    Matcher label = LABEL.matcher(said);
    int labels = 0;
    while (label.find()) {
      labels++;
    }
    if (labels < 2) {
      return null;
    }
    Subfields found = Subfields.empty();
    label.reset();
    boolean more = label.find();
    found.put(Part.TEXT, said.substring(0, label.start()));
    while (more) {
      Part part = PARTS.getOrDefault(label.group(1), Part.OTHER);
      int begin = label.end();
      more = label.find(Math.max(begin - 1, 0));
      found.put(part, said.substring(begin, more ? Math.max(begin, label.start()) : said.length()));
    }
    return found;
  }
}
