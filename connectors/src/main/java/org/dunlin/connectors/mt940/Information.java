package org.dunlin.connectors.mt940;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.dunlin.connectors.bank.Labels;
import org.dunlin.connectors.bank.Subfields;
import org.dunlin.connectors.bank.Subfields.Part;
import org.jspecify.annotations.Nullable;

/**
 * What field 86 says of an entry, in whatever layout the bank has put it.
 *
 * @param content all of it in UTF-8 but the blanks, which names the entry however lines are broken
 * @param text as it stands, its lines joined
 * @param code the German code of the transaction (GVC), where the layout has one
 */
record Information(byte[] content, String text, @Nullable String code, Subfields fields) {
  /** A full line goes on in the next without a blank. */
  private static final int LINE_CHARACTERS = 65;

  /** A line with marks that is nearly full: its tag counted, or what it says was changed. */
  private static final int MARKED_LINE_CHARACTERS = 60;

  /** What banks mark fields with. */
  private static final String MARKS = "?>~^|";

  private static final Pattern SLASH = Pattern.compile("\\s*/[A-Z]{3,4}/");
  private static final Pattern BLANKS = Pattern.compile("\\s{2,}");

  static Information of(List<String> lines) {
    String whole = String.join("", lines).strip();
    byte[] content = withoutBlanks(whole);
    if (isMarked(whole)) {
      return marked(content, whole, whole.substring(0, 3), whole.charAt(3));
    }
    if (SLASH.matcher(whole).lookingAt()) {
      String text = joined(lines, MARKED_LINE_CHARACTERS);
      return new Information(content, text, null, Subfields.of(text));
    }
    String plain = BLANKS.matcher(joined(lines, LINE_CHARACTERS)).replaceAll(" ");
    Subfields labelled = Labels.in(plain);
    return new Information(content, plain, null, labelled != null ? labelled : Subfields.of(plain));
  }

  /** A code, what marks the fields, and the first of them. */
  private static boolean isMarked(String whole) {
    return whole.length() > 5
        && MARKS.indexOf(whole.charAt(3)) >= 0
        && digit(whole, 0)
        && digit(whole, 1)
        && digit(whole, 2)
        && digit(whole, 4)
        && digit(whole, 5);
  }

  private static boolean digit(String text, int index) {
    return text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  /** Of a letter beyond ASCII all bytes are negative, and none is that of a blank. */
  private static byte[] withoutBlanks(String text) {
    byte[] kept = text.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (byte each : kept) {
      if (each > ' ' || each < 0) {
        kept[length++] = each;
      }
    }
    return Arrays.copyOf(kept, length);
  }

  private static Information marked(byte[] content, String whole, String code, char mark) {
    return switch (mark) {
      case '?' -> new Information(content, whole, code, Subfields.of(whole));
      case '>' -> new Information(content, whole, null, Subfields.of(Triodos.layout(whole)));
      default -> new Information(content, whole, code, Subfields.of(whole.replace(mark, '?')));
    };
  }

  @Nullable String get(Part part) {
    return fields.get(part);
  }

  /** The lines as one text. A line that is shorter than this ended where its writer wanted. */
  private static String joined(List<String> lines, int full) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(line);
      if (line.length() < full) {
        text.append(' ');
      }
    }
    return text.toString().strip();
  }
}
