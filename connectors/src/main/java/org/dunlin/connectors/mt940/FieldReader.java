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
 * Takes a file apart into fields, whatever stands around the messages: SWIFT's blocks in braces,
 * the words that banks put before the first field, empty lines.
 */
final class FieldReader {
  /** A text may go on with a colon at the beginning of a line; only these begin a field. */
  private static final Set<String> TAGS =
      Set.of(
          "20", "21", "25", "25P", "28", "28C", "60F", "60M", "61", "86", "62F", "62M", "64", "65",
          "13", "13D", "34F", "90C", "90D", "NS");

  private static final Set<String> CLOSING = Set.of("62F", "62M", "34F", "13", "13D");

  /** The minutes and seconds of a time within a text, which the end of a line cut off its hour. */
  private static final Pattern MINUTES = Pattern.compile("[0-5][0-9](?:[^0-9].*)?");

  private static final Pattern TEXT_BLOCK = Pattern.compile("\\{4:\\s*(:.*)$");

  /** A line of field 86 that is nearly as long as may be, and may go on in the next. */
  private static final int FULL_LINE_CHARACTERS = 58;

  private static final int BLANKS_MAX = 3;

  /** More than any bank writes: six lines are allowed, a hundred are seen. */
  private static final int LINES_MAX = 2_000;

  private final TextLines lines;
  private @Nullable Field ahead;

  /** Whether the message has what comes last, or is an interim report, which has no such thing. */
  private boolean closed;

  FieldReader(TextLines lines) {
    this.lines = lines;
  }

  /** The next field, or {@link Field#END}; null after the last one. */
  @Nullable Field next() throws IOException {
    Field field = ahead;
    ahead = null;
    String line = lines.next();
    while (line != null) {
      Field begun = begun(line, field);
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
  private @Nullable Field begun(String line, @Nullable Field before) {
    int begin = 0;
    while (begin < line.length() && begin < BLANKS_MAX && line.charAt(begin) == ' ') {
      begin++;
    }
    char first = begin < line.length() ? line.charAt(begin) : ' ';
    return switch (first) {
      case ':' -> tagged(line, begin, before);
      case '{' -> envelope(line, begin) ? inBlock(line) : null;
      case '-' -> ends(line.strip(), before) ? inBlock(line) : null;
      default -> null;
    };
  }

  /** What ends a message or stands before one, with or without the first field behind it. */
  private Field inBlock(String line) {
    Matcher block = TEXT_BLOCK.matcher(line);
    Field field = block.find() ? tagged(block.group(1), 0, null) : null;
    return field != null ? field : new Field(Field.END, List.of(), lines.number());
  }

  private @Nullable Field tagged(String line, int begin, @Nullable Field before) {
    int end = line.indexOf(':', begin + 1);
    if (end < 0 || end > begin + 4) {
      return null;
    }
    String tag = line.substring(begin + 1, end);
    String content = line.substring(end + 1);
    if (!tags(tag) || timeGoesOn(tag, content, before)) {
      return null;
    }
    closed = !ofEntry(tag) && CLOSING.contains(tag) || closed && !tag.equals("20");
    List<String> all = new ArrayList<>(3);
    all.add(content);
    return new Field(tag, all, lines.number());
  }

  private static boolean tags(String tag) {
    return ofEntry(tag) || TAGS.contains(tag);
  }

  /** Nearly all fields are of entries. */
  private static boolean ofEntry(String tag) {
    return tag.equals("61") || tag.equals("86");
  }

  private static boolean timeGoesOn(String tag, String content, @Nullable Field before) {
    if (before == null || !before.tag().equals("86") || tag.length() != 2) {
      return false;
    }
    String last = before.lines().getLast();
    return last.length() >= FULL_LINE_CHARACTERS
        && tag.charAt(0) < '6'
        && MINUTES.matcher(content).matches();
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

  private static boolean envelope(String line, int begin) {
    return line.length() > begin + 2
        && line.charAt(begin + 2) == ':'
        && line.charAt(begin + 1) >= '1'
        && line.charAt(begin + 1) <= '5';
  }

  /** A dash alone ends a message, but may be the payer's while balances are to come. */
  private boolean ends(String line, @Nullable Field before) {
    boolean dash = line.equals("-") || line.equals("--");
    boolean inText = before != null && before.tag().equals("86") && !closed;
    return dash && !inText || line.startsWith("-}");
  }
}
