package org.dunlin.connectors.invoice;

import java.io.IOException;
import java.io.InputStream;
import org.dunlin.connectors.DocumentSink;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.Translator;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.core.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Makes a customer and an invoice of each document of a file in a syntax of EN 16931: of the one
 * that it is, or of those in an envelope. What a syntax has of its own is in its translator.
 */
public abstract class InvoiceTranslator implements Translator {
  /** Only the syntaxes of EN 16931 are such translators. */
  protected InvoiceTranslator() {}

  /** What the documents of this syntax are called. */
  protected abstract String syntax();

  /** Whether an element is a document of this syntax. */
  protected abstract boolean isDocument(String namespace, String name);

  /** The parts of interest of the document on which the cursor stands; the rest is not kept. */
  protected abstract Element neededParts(XmlCursor cursor) throws IOException;

  /** What these parts say. */
  protected abstract BusinessTerms terms(Element document);

  /** The problem of what is taken of the document only in part; null where there is none. */
  protected abstract @Nullable Problem tooMany(Element document, String source);

  /** Hands over what the document, on which the cursor stands, has embedded. */
  protected abstract void attachments(XmlCursor cursor, int place, DocumentSink sink)
      throws IOException;

  @Override
  public final void translate(InputStream stream, String source, RecordSink sink)
      throws IOException {
    XmlCursor cursor = new XmlCursor(stream, source);
    try {
      if (isDocument(cursor.namespace(), cursor.name())) {
        Element document = neededParts(cursor);
        cursor.finish();
        sink.document(0);
        records(document, source, sink);
      } else {
        new Envelope(this).open(cursor, source, sink);
        cursor.finish();
      }
    } catch (Refusal tooMany) {
      throw new Untranslatable(tooMany.in(source));
    }
  }

  @Override
  public final void documents(InputStream stream, String source, DocumentSink sink)
      throws IOException {
    XmlCursor cursor = new XmlCursor(stream, source);
    if (isDocument(cursor.namespace(), cursor.name())) {
      attachments(cursor, 0, sink);
    } else {
      new Envelope(this).documents(cursor, sink);
    }
    cursor.finish();
  }

  /** Hands over what becomes of a document: its customer and invoice, or the one problem. */
  final void records(Element document, String source, RecordSink sink) {
    Receivable receivable;
    try {
      receivable = Receivable.of(terms(document));
    } catch (Refusal refusal) {
      sink.accept(refusal.in(source));
      return;
    }
    if (receivable.handOver(source, sink)) {
      Problem tooMany = tooMany(document, source);
      if (tooMany != null) {
        sink.accept(tooMany);
      }
    }
  }
}
