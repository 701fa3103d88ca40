package org.dunlin.connectors.camt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Predicate;
import org.dunlin.connectors.LongIdentifiers;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.Translator;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.connectors.xml.XmlRoot;
import org.dunlin.core.model.AccountId;

/**
 * Makes payments of files in which a bank tells of an account: statements (camt.053), interim
 * reports (camt.052) and notifications of debits and credits (camt.054) of ISO 20022.
 */
public final class CamtTranslator implements Translator {
  /** How deep a bank may wrap the message: SOAP and a few layers of its own. */
  private static final int WRAPPED_MAX = 8;

  /**
   * Which message a file that has this element, as its root or wrapped in a bank's envelope, is;
   * none where this does not read it.
   */
  public static Optional<Message> message(XmlRoot element) {
    return Message.of(element);
  }

  /** {@inheritDoc} Every refusal is of the file as a whole; no problem ever reaches the sink. */
  @Override
  public void translate(InputStream stream, String source, RecordSink sink) throws IOException {
    try {
      XmlCursor cursor = new XmlCursor(stream, source);
      MessageReader reader = new MessageReader(cursor, LongIdentifiers.refused(sink, source));
      find(cursor, reader::read, WRAPPED_MAX);
      cursor.finish();
      if (reader.accounts() == 0) {
        throw new Refusal(
            "NO_STATEMENT",
            1,
            "the file holds no statement (Stmt), report (Rpt) or notification (Ntfctn); ask the"
                + " bank for it again");
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
  private interface Reading {
    void of(Message message) throws IOException;
  }

  /** Reads the message that the cursor's element is, or those within it. */
  private static void find(XmlCursor cursor, Reading reading, int layers) throws IOException {
    Optional<Message> message = Message.at(cursor);
    if (message.isPresent()) {
      reading.of(message.get());
    } else if (layers == 0) {
      cursor.skip();
    } else {
      while (cursor.nextChild()) {
        find(cursor, reading, layers - 1);
      }
    }
  }
}
