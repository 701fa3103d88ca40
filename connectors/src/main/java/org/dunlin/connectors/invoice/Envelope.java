package org.dunlin.connectors.invoice;

import java.io.IOException;
import org.dunlin.connectors.DocumentSink;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.connectors.xml.XmlRoot;
import org.dunlin.core.model.Problem;

/**
 * The envelope in which documents travel over the Peppol network (UN/CEFACT Standard Business
 * Document Header, Peppol Business Message Envelope). Its header says who sent what to whom, which
 * the document says again, and is passed over.
 */
public final class Envelope {
  private static final String NAMESPACE =
      "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader";

  private static final String NAME = "StandardBusinessDocument";
  private static final String HEADER = "StandardBusinessDocumentHeader";

  private final InvoiceTranslator translator;

  Envelope(InvoiceTranslator translator) {
    this.translator = translator;
  }

  /** Whether a file with this root element is such an envelope. */
  public static boolean isOne(XmlRoot root) {
    return root.name().equals(NAME) && root.namespace().equals(NAMESPACE);
  }

  /** Hands over the records of every document in the envelope on which the cursor stands. */
  void open(XmlCursor cursor, String source, RecordSink sink) throws IOException {
    int line = cursor.line();
    int place = 0;
    boolean empty = true;
    while (cursor.nextChild()) {
      if (translator.isDocument(cursor.namespace(), cursor.name())) {
        sink.document(place++);
        translator.records(translator.neededParts(cursor), source, sink);
        empty = false;
      } else if (cursor.name().equals(HEADER)) {
        cursor.skip();
      } else {
        sink.accept(unknown(cursor, source));
        cursor.skip();
        empty = false;
      }
    }
    if (empty) {
      throw new Untranslatable(
          new Problem(
              source,
              "line " + line,
              "UNKNOWN_FORMAT",
              "the envelope is empty; send it with the invoice in it"));
    }
  }

  /** Hands over what the documents in the envelope, on which the cursor stands, have embedded. */
  void documents(XmlCursor cursor, DocumentSink sink) throws IOException {
    int place = 0;
    while (cursor.nextChild()) {
      if (translator.isDocument(cursor.namespace(), cursor.name())) {
        translator.attachments(cursor, place++, sink);
      } else {
        cursor.skip();
      }
    }
  }

  private Problem unknown(XmlCursor cursor, String source) {
    return new Problem(
        source,
        "line " + cursor.line(),
        "UNKNOWN_FORMAT",
        "the envelope holds "
            + cursor.name()
            + ", which is neither an invoice nor a credit note in "
            + translator.syntax()
            + "; send those only");
  }
}
