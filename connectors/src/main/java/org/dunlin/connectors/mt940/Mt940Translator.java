package org.dunlin.connectors.mt940;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.Translator;
import org.dunlin.connectors.WholeFile;
import org.dunlin.connectors.bank.Occurrences;
import org.dunlin.connectors.text.TextLines;
import org.dunlin.core.model.AccountId;

/**
 * Makes payments and statements of an MT940 file (SWIFT customer statement message), and advised
 * entries of an MT942 file (interim transaction report); a file may hold messages of both.
 */
public final class Mt940Translator implements Translator {
  private static final int LINE_BYTES = 16 * 1024;

  private static final Pattern BEGIN =
      Pattern.compile("(?:^|[\\r\\n{4:])\\s{0,3}:20:[^\\r\\n]*[\\r\\n]+(?s:.{0,200}?):25P?:");

  private static final Pattern INTERIM = Pattern.compile("\\{2:[IO]942|[\\r\\n]:(?:34F|13D?):");
  private static final Pattern BALANCE = Pattern.compile("[\\r\\n]:6[02][FM]:");

  /** Whether a file that begins so is one that this reads, or says why not. */
  public static boolean reads(String head) {
    return BEGIN.matcher(head).find();
  }

  /** Whether a file that begins so holds interim reports (MT942) and no statements. */
  public static boolean isInterim(String head) {
    return INTERIM.matcher(head).find() && !BALANCE.matcher(head).find();
  }

  /** {@inheritDoc} Every refusal is of the file as a whole; no problem ever reaches the sink. */
  @Override
  public void translate(InputStream stream, String source, RecordSink sink) throws IOException {
    TextLines lines = new TextLines(stream, LINE_BYTES);
    WholeFile.read(
        source,
        sink,
        refusing -> {
          if (messages(new FieldReader(lines), refusing) == 0) {
            throw new Refusal(
                "NO_STATEMENT", 1, "the file holds no statement (:20:); ask the bank for it again");
          }
          return lines.encoding();
        });
  }

  @Override
  public void statementsOf(
      Predicate<AccountId> wanted, InputStream stream, String source, OutputStream out)
      throws IOException {
    FieldReader fields = new FieldReader(new TextLines(stream, LINE_BYTES));
    WholeFile.copy(source, () -> new StatementExtract(wanted, out).copy(fields));
  }

  private static int messages(FieldReader fields, RecordSink sink) throws IOException {
    Occurrences occurrences = new Occurrences(sink.scratch());
    Pages pages = new Pages();
    StatementReader open = null;
    int messages = 0;
    for (Field field = fields.next(); field != null; field = fields.next()) {
      boolean begins = field.tag().equals("20");
      if (open != null && (begins || field.tag().equals(Field.END))) {
        open.end();
        open = null;
      }
      if (begins) {
        open = new StatementReader(occurrences, pages, field, sink);
        messages++;
      } else if (open != null) {
        open.take(field);
      }
    }
    if (open != null) {
      open.end();
    }
    return messages;
  }
}
