package org.dunlin.connectors.ubl;

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
final class Envelope {
  private static final String NAMESPACE =
      "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader";

  private static final String NAME = "StandardBusinessDocument";
  private static final String HEADER = "StandardBusinessDocumentHeader";

  private Envelope() {}

  static boolean isOne(XmlRoot root) {
    return root.name().equals(NAME) && root.namespace().equals(NAMESPACE);
  }

  /** Hands over the records of every document in the envelope on which the cursor stands. */
  static void open(XmlCursor cursor, String source, RecordSink sink) throws IOException {
    int line = cursor.line();
    int place = 0;
    boolean empty = true;
    while (cursor.nextChild()) {
      if (UblTranslator.isDocument(cursor.namespace(), cursor.name())) {
        sink.document(place++);
        UblTranslator.records(UblTranslator.neededParts(cursor), source, sink);
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
  static void documents(XmlCursor cursor, DocumentSink sink) throws IOException {
    int place = 0;
    while (cursor.nextChild()) {
      if (UblTranslator.isDocument(cursor.namespace(), cursor.name())) {
        Attachments.read(cursor, place++, sink);
      } else {
        cursor.skip();
      }
    }
  }

  private static Problem unknown(XmlCursor cursor, String source) {
    return new Problem(
        source,
        "line " + cursor.line(),
        "UNKNOWN_FORMAT",
        "the envelope holds "
            + cursor.name()
            + ", which is neither an invoice nor a credit note in UBL 2; send those only");
  }
}
