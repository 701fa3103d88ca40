package org.dunlin.connectors.bai2;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Translator;
import org.dunlin.connectors.WholeFile;
import org.dunlin.connectors.text.TextLines;
import org.dunlin.core.model.AccountId;

/** Makes payments and statements of a BAI2 file, and advised entries of its interim groups. */
public final class Bai2Translator implements Translator {
  private static final int LINE_BYTES = 64 * 1024;

  private static final Pattern BEGIN =
      Pattern.compile("\\s*01,[^,\\r\\n]{0,60},[^,\\r\\n]{0,60},[0-9]{6},[0-9]{0,4},");

  /** Whether a file that begins so is one that this reads, or says why not. */
  public static boolean reads(String head) {
    return BEGIN.matcher(head).lookingAt();
  }

  /** {@inheritDoc} Every refusal is of the file as a whole; no problem ever reaches the sink. */
  @Override
  public void translate(InputStream stream, String source, RecordSink sink) throws IOException {
    TextLines lines = new TextLines(stream, LINE_BYTES);
    WholeFile.read(
        source,
        sink,
        refusing -> {
          new FileReader(new RecordReader(lines), refusing).read();
          return lines.encoding();
        });
  }

  @Override
  public void statementsOf(
      Predicate<AccountId> wanted, InputStream stream, String source, OutputStream out)
      throws IOException {
    RecordReader records = new RecordReader(new TextLines(stream, LINE_BYTES));
    WholeFile.copy(source, () -> new StatementExtract(wanted, out).copy(records));
  }
}
