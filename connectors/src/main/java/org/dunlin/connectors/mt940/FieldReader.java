package org.dunlin.connectors.mt940;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.text.TextLines;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file apart into fields, whatever stands around the messages: SWIFT's blocks in braces, the
 * words that banks put before the first field, empty lines.
 */
final class FieldReader {
  /** A text may go on with a colon at the beginning of a line; only these begin a field. */
  private static final Set<String> TAGS =
      Set.of(
          "20", "21", "25", "25P", "28", "28C", "60F", "60M", "61", "86", "62F", "62M", "64", "65",
          "13", "13D", "34F", "90C", "90D", "NS");

  private static final Pattern TAG = Pattern.compile("\\s{0,3}:([0-9]{2}[A-Z]?|NS):(.*)");
  private static final Pattern ENVELOPE = Pattern.compile("\\s*\\{[12345]:.*|-\\}.*");
  private static final Pattern TEXT_BLOCK = Pattern.compile("\\{4:\\s*(:.*)$");

  /** More than any bank writes: six lines are allowed, a hundred are seen. */
  private static final int LINES_MAX = 2_000;

  private final TextLines lines;
  private @Nullable Field ahead;

  FieldReader(TextLines lines) {
    this.lines = lines;
  }

  /** The next field, or {@link Field#END}; null after the last one. */
  @Nullable Field next() throws IOException {
    Field field = ahead;
    ahead = null;
    String line = lines.next();
    while (line != null) {
      Field begun = begun(line);
      if (begun != null && field != null) {
        ahead = begun;
        return field;
      }
      if (begun == null) {
        goesOn(field, line);
      } else {
        field = begun;
      }
      line = lines.next();
    }
    return field;
  }

  /** The field that begins with this line, or the end that it is; null where it is neither. */
  private @Nullable Field begun(String line) {
    boolean ends = ends(line);
    Matcher block = TEXT_BLOCK.matcher(line);
    Matcher tag = TAG.matcher(ends && block.find() ? block.group(1) : line);
    if (tag.matches() && TAGS.contains(tag.group(1))) {
      List<String> content = new ArrayList<>(2);
      content.add(tag.group(2));
      return new Field(tag.group(1), content, lines.number());
    }
    return ends ? new Field(Field.END, List.of(), lines.number()) : null;
  }

  private void goesOn(@Nullable Field begun, String line) {
    if (begun == null || begun.tag().equals(Field.END) || line.isBlank()) {
      return;
    }
    if (begun.lines().size() == LINES_MAX) {
      throw new Refusal(
          "FIELD_TOO_LONG",
          begun.line(),
          "the field :"
              + begun.tag()
              + ": has more than "
              + LINES_MAX
              + " lines, so the file is damaged; ask the bank for it again");
    }
    begun.lines().add(line);
  }

  private static boolean ends(String line) {
    String text = line.strip();
    return text.equals("-") || text.equals("--") || ENVELOPE.matcher(line).matches();
  }
}
