package org.dunlin.connectors.camt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.connectors.LongIdentifiers;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Translator;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.connectors.xml.XmlRoot;
import org.dunlin.core.model.AccountId;

/** Makes payments and statements of a camt.053 file (ISO 20022 BankToCustomerStatement). */
public final class CamtTranslator implements Translator {
  /** Some banks set words of their own around the name that ISO registered. */
  private static final Pattern NAMESPACE = Pattern.compile(".*\\bcamt\\.053\\.001\\.(\\d{2})\\b.*");

  private static final int FIRST_VERSION = 2;
  private static final int LAST_VERSION = 14;
  private static final String MESSAGE = "BkToCstmrStmt";

  /** How deep a bank may wrap the message: SOAP and a few layers of its own. */
  private static final int WRAPPED_MAX = 8;

  /**
   * Whether a file that has this element, as its root or wrapped in a bank's envelope, is one that
   * this reads, or says why not.
   */
  public static boolean reads(XmlRoot element) {
    return element.name().equals(MESSAGE)
        || (element.name().equals("Document") && NAMESPACE.matcher(element.namespace()).matches());
  }

  /** {@inheritDoc} Every refusal is of the file as a whole; no problem ever reaches the sink. */
  @Override
  public void translate(InputStream stream, String source, RecordSink sink) throws IOException {
    try {
      XmlCursor cursor = new XmlCursor(stream, source);
      MessageReader reader = new MessageReader(cursor, LongIdentifiers.refused(sink, source));
      find(cursor, reader::read, WRAPPED_MAX);
      cursor.finish();
      if (reader.statements() == 0) {
        throw new Refusal(
            "NO_STATEMENT", 1, "the file holds no statement (Stmt); ask the bank for it again");
      }
    } catch (Refusal refusal) {
      throw new Untranslatable(refusal.in(source));
    }
  }

  @Override
  public void statementsOf(
      Predicate<AccountId> wanted, InputStream stream, String source, OutputStream out)
      throws IOException {
    XmlCursor cursor = new XmlCursor(stream, source);
    StatementExtract extract = new StatementExtract(cursor, wanted, out);
    find(cursor, extract::message, WRAPPED_MAX);
    extract.end();
    cursor.finish();
  }

  /** Reads a message on which the cursor stands. */
  private interface Message {
    void read() throws IOException;
  }

  /** Reads the message that the cursor's element is, or those within it. */
  private static void find(XmlCursor cursor, Message message, int layers) throws IOException {
    if (cursor.name().equals(MESSAGE)) {
      knownVersion(cursor);
      message.read();
    } else if (layers == 0) {
      cursor.skip();
    } else {
      while (cursor.nextChild()) {
        find(cursor, message, layers - 1);
      }
    }
  }

  /** A namespace that names no version is let pass: all versions are read alike. */
  private static void knownVersion(XmlCursor cursor) {
    Matcher version = NAMESPACE.matcher(cursor.namespace());
    if (!version.matches()) {
      return;
    }
    int number = Integer.parseInt(version.group(1));
    if (number < FIRST_VERSION || number > LAST_VERSION) {
      throw new Refusal(
          "UNSUPPORTED_VERSION",
          cursor.line(),
          "the file is "
              + cursor.namespace()
              + "; versions camt.053.001.02 to .14 can be read: ask the bank for one of them");
    }
  }
}
