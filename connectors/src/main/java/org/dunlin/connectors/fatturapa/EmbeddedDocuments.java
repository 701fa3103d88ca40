package org.dunlin.connectors.fatturapa;

import java.io.IOException;
import org.dunlin.connectors.DocumentSink;
import org.dunlin.connectors.invoice.Attachments;
import org.dunlin.connectors.xml.XmlCursor;

/** Hands over the bytes of the documents that one invoice has embedded. */
final class EmbeddedDocuments {
  private final int place;
  private final DocumentSink sink;
  private int files;
  private int ordinal;

  EmbeddedDocuments(int place, DocumentSink sink) {
    this.place = place;
    this.sink = sink;
  }

  /** Those of the invoice on which the cursor stands. */
  void of(XmlCursor cursor) throws IOException {
    while (cursor.nextChild()) {
      if (cursor.name().equals(AttachedFiles.NAME) && ++files <= Attachments.MOST) {
        ofFile(cursor);
      } else {
        cursor.skip();
      }
    }
  }

  private void ofFile(XmlCursor cursor) throws IOException {
    while (cursor.nextChild()) {
      if (cursor.name().equals(AttachedFiles.BYTES)) {
        int each = ordinal++;
        cursor.base64(content -> sink.take(place, each, content));
      } else {
        cursor.skip();
      }
    }
  }
}
