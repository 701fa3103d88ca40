package org.dunlin.connectors.mt940;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.connectors.bank.Labels;
import org.dunlin.connectors.bank.Subfields;
import org.dunlin.connectors.bank.Subfields.Part;
import org.jspecify.annotations.Nullable;

/**
 * What field 86 says of an entry, in whatever layout the bank has put it.
 *
 * @param text as it stands, its lines joined
 * @param code the German code of the transaction (GVC), where the layout has one
 */
record Information(@Nullable String text, @Nullable String code, Subfields fields) {
  /** A full line goes on in the next without a blank. */
  private static final int LINE_CHARACTERS = 65;

  /** A code, what marks the fields, and the first of them. */
  private static final Pattern MARKED = Pattern.compile("([0-9]{3})([?>~^|])[0-9]{2}");

  private static final Pattern SLASH = Pattern.compile("\\s*/[A-Z]{3,4}/");
  private static final Pattern BLANKS = Pattern.compile("\\s{2,}");

  static Information of(List<String> lines) {
    String whole = String.join("", lines).strip();
    Matcher marked = MARKED.matcher(whole);
    if (marked.lookingAt()) {
      String mark = marked.group(2);
      String text = mark.equals("?") ? whole : whole.replace(mark, "?");
      return new Information(whole, marked.group(1), Subfields.of(text));
    }
    if (SLASH.matcher(whole).lookingAt()) {
      return new Information(whole, null, Subfields.of(whole));
    }
    String plain = plain(lines);
    if (plain.isEmpty()) {
      return new Information(null, null, Subfields.of(null));
    }
    Subfields labelled = Labels.in(plain);
    return new Information(plain, null, labelled != null ? labelled : Subfields.of(plain));
  }

  @Nullable String get(Part part) {
    return fields.get(part);
  }

  private static String plain(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(line);
      if (line.length() < LINE_CHARACTERS) {
        text.append(' ');
      }
    }
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }
}
