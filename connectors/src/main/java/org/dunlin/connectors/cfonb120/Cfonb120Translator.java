package org.dunlin.connectors.cfonb120;

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

/** Makes payments and statements of a CFONB 120 file (relevé de compte, 120 caractères). */
public final class Cfonb120Translator implements Translator {
  /** Code, bank, operation, branch, currency with its decimals, account: all records have these. */
  private static final Pattern BEGIN =
      Pattern.compile(
          "\\s*0[1457][0-9]{5}[ 0-9A-Z]{4}[0-9]{5}(?:[A-Z]{3}[0-9]| {3}[ 0-9])[ 0-9A-Z]"
              + "[0-9A-Z ]{11}[^\\r\\n]{40}");

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
          Statements statements = new Statements(refusing);
          for (FixedLine line = records.next(); line != null; line = records.next()) {
            statements.take(line);
          }
          statements.end(records.number());
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
