package org.dunlin.connectors.bai2;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.text.TextLines;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file apart into records. One may begin on a line of its own or, in files of blocks,
 * behind the slash that closes another; a line that begins none goes on with the text before it.
 */
final class RecordReader {
  private static final Pattern BEGIN = Pattern.compile("(?:01|02|03|16|49|88|98|99),.*");
  private static final Pattern NEXT =
      Pattern.compile("/\\s+(?=(?:02,|03,|16,[0-9]{3},|49,|88,|98,|99,))");
  private static final String CONTINUATION = "88";

  /** More than any bank writes. */
  private static final int PIECES_MAX = 2_000;

  private final TextLines lines;
  private final Deque<Physical> ahead = new ArrayDeque<>();
  private boolean ended;

  RecordReader(TextLines lines) {
    this.lines = lines;
  }

  private record Physical(String code, StringBuilder content, int line) {
    String piece() {
      String text = content.toString().stripTrailing();
      return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
  }

  /** The next record; null after the last one. */
  @Nullable LogicalRecord next() throws IOException {
    Physical first = physical();
    if (first == null) {
      return null;
    }
    if (first.code().equals(CONTINUATION)) {
      throw wrongOrder(first.line(), "a record 88 continues nothing");
    }
    List<String> pieces = new ArrayList<>(2);
    pieces.add(first.piece());
    while (continues()) {
      Physical more = physical();
      if (more == null || pieces.size() == PIECES_MAX) {
        throw new Refusal(
            "FIELD_TOO_LONG",
            first.line(),
            "the record goes on for more than "
                + PIECES_MAX
                + " lines, so the file is damaged; ask the bank for it again");
      }
      pieces.add(more.piece());
    }
    return new LogicalRecord(first.code(), pieces, first.line());
  }

  /** Why a record that cannot be where it is refuses the file. */
  static Refusal wrongOrder(int line, String what) {
    return new Refusal(
        "WRONG_ORDER", line, what + ", so the file is damaged; ask the bank for it again");
  }

  private boolean continues() throws IOException {
    fill(1);
    Physical next = ahead.peekFirst();
    return next != null && next.code().equals(CONTINUATION);
  }

  /** One is whole only when the next has begun. */
  private @Nullable Physical physical() throws IOException {
    fill(2);
    return ahead.pollFirst();
  }

  private void fill(int records) throws IOException {
    while (!ended && ahead.size() < records) {
      String line = lines.next();
      if (line == null) {
        ended = true;
      } else if (!line.isBlank()) {
        for (String record : NEXT.split(line.strip())) {
          take(record);
        }
      }
    }
  }

  private void take(String record) {
    Physical last = ahead.peekLast();
    if (BEGIN.matcher(record).matches()) {
      String content = record.substring(3);
      ahead.addLast(
          new Physical(record.substring(0, 2), new StringBuilder(content), lines.number()));
    } else if (last == null) {
      throw wrongOrder(lines.number(), "this is no record of BAI2");
    } else {
      last.content().append(' ').append(record);
    }
  }
}
