package org.dunlin.connectors.coda;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Translator;
import org.dunlin.connectors.WholeFile;
import org.dunlin.connectors.text.FixedLine;
import org.dunlin.core.model.AccountId;

/** Makes payments and statements of a CODA file (Febelfin, coded statement of account). */
public final class CodaTranslator implements Translator {
  /** A header record: zeros, the day on which it was made, the bank, the application 05. */
  private static final Pattern BEGIN = Pattern.compile("\\s*00000[0-9]{6}[0-9 ]{3}05[ D] {7}");

  /** Whether a file that begins so is one that this reads, or says why not. */
  public static boolean reads(String head) {
    return BEGIN.matcher(head).lookingAt();
  }

  /** {@inheritDoc} Every refusal is of the file as a whole; no problem ever reaches the sink. */
  @Override
  public void translate(InputStream stream, String source, RecordSink sink) throws IOException {
    WholeFile.read(
        source,
        sink,
        refusing -> {
          Records records = new Records(stream);
          Sections sections = new Sections(refusing);
          for (FixedLine line = records.next(); line != null; line = records.next()) {
            sections.take(line);
          }
          sections.end(records.number());
          return records.encoding();
        });
  }

  @Override
  public void statementsOf(
      Predicate<AccountId> wanted, InputStream stream, String source, OutputStream out)
      throws IOException {
    Records records = new Records(stream);
    WholeFile.copy(source, () -> new StatementExtract(wanted, out).copy(records));
  }
}
