package org.dunlin.connectors.cii;

import java.io.IOException;
import org.dunlin.connectors.DocumentSink;
import org.dunlin.connectors.invoice.Attachments;
import org.dunlin.connectors.xml.XmlCursor;

/** Hands over the bytes of the documents that one invoice has embedded. */
final class EmbeddedDocuments {
  private final int place;
  private final DocumentSink sink;
  private int references;
  private int ordinal;

  EmbeddedDocuments(int place, DocumentSink sink) {
    this.place = place;
    this.sink = sink;
  }

  /** Those of the invoice on which the cursor stands. */
  void of(XmlCursor cursor) throws IOException {
    while (cursor.nextChild()) {
      if (cursor.name().endsWith(Sections.TRANSACTION)) {
        ofTransaction(cursor);
      } else {
        cursor.skip();
      }
    }
  }

  private void ofTransaction(XmlCursor cursor) throws IOException {
    while (cursor.nextChild()) {
      if (cursor.name().endsWith(Sections.AGREEMENT)) {
        ofAgreement(cursor);
      } else {
        cursor.skip();
      }
    }
  }

  private void ofAgreement(XmlCursor cursor) throws IOException {
    while (cursor.nextChild()) {
      if (cursor.name().equals(AdditionalDocuments.NAME) && ++references <= Attachments.MOST) {
        ofReference(cursor);
      } else {
        cursor.skip();
      }
    }
  }

  private void ofReference(XmlCursor cursor) throws IOException {
    while (cursor.nextChild()) {
      if (cursor.name().equals(AdditionalDocuments.EMBEDDED)) {
        int each = ordinal++;
        cursor.base64(content -> sink.take(place, each, content));
      } else {
        cursor.skip();
      }
    }
  }
}
