package org.dunlin.connectors.fatturapa;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.dunlin.connectors.DocumentSink;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.Translator;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.connectors.cades.SignedFile;
import org.dunlin.connectors.invoice.Attachments;
import org.dunlin.connectors.invoice.EmbeddedDocuments;
import org.dunlin.connectors.invoice.Receivable;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.connectors.xml.XmlRoot;
import org.dunlin.core.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Makes a customer and an invoice of each document (FatturaElettronicaBody) of an Italian e-invoice
 * (Agenzia delle Entrate, Specifiche tecniche 1.9: formats FPA12, FPR12 and FSM10). A file that is
 * signed (CAdES, .p7m) is opened; its signature is not verified.
 */
public final class FatturaPaTranslator implements Translator {
  private static final Set<String> ROOTS =
      Set.of("FatturaElettronica", "FatturaElettronicaSemplificata");

  private static final String HEADER = "FatturaElettronicaHeader";
  private static final String BODY = "FatturaElettronicaBody";

  private static final List<Predicate<String>> DOCUMENTS =
      List.of(AttachedFiles.NAME::equals, AttachedFiles.BYTES::equals);

  /** Whether a file with this root element is one that this reads; versions differ in namespace. */
  public static boolean reads(XmlRoot root) {
    return ROOTS.contains(root.name());
  }

  @Override
  public void translate(InputStream stream, String source, RecordSink sink) throws IOException {
    XmlCursor cursor = open(stream, source);
    try {
      Element header = null;
      int place = 0;
      int line = cursor.line();
      while (cursor.nextChild()) {
        if (cursor.name().equals(HEADER)) {
          header = NeededParts.header(cursor);
        } else if (cursor.name().equals(BODY)) {
          Element body = new NeededParts().body(cursor);
          sink.document(place++);
          records(header, body, source, sink);
        } else {
          cursor.skip();
        }
      }
      cursor.finish();
      if (place == 0) {
        throw new Refusal(
            "MISSING_ELEMENT", line, "the file holds no " + BODY + "; have it exported again");
      }
    } catch (Refusal refusal) {
      throw new Untranslatable(refusal.in(source));
    }
  }

  @Override
  public void documents(InputStream stream, String source, DocumentSink sink) throws IOException {
    XmlCursor cursor = open(stream, source);
    int place = 0;
    while (cursor.nextChild()) {
      if (cursor.name().equals(BODY)) {
        new EmbeddedDocuments(place++, sink, DOCUMENTS).of(cursor);
      } else {
        cursor.skip();
      }
    }
    cursor.finish();
  }

  private static XmlCursor open(InputStream stream, String source) throws IOException {
    XmlCursor cursor = new XmlCursor(SignedFile.content(stream, source), source);
    if (!ROOTS.contains(cursor.name())) {
      throw new Untranslatable(
          new Problem(
              source,
              "line " + cursor.line(),
              "UNKNOWN_FORMAT",
              "the signed file holds "
                  + cursor.name()
                  + ", which is no FatturaPA invoice; send it without the signature"));
    }
    return cursor;
  }

  private static void records(
      @Nullable Element header, Element body, String source, RecordSink sink) {
    Receivable receivable;
    try {
      if (header == null) {
        throw body.refused("MISSING_ELEMENT", "no " + HEADER + " with the parties comes before it");
      }
      receivable = Receivable.of(new InvoiceBody(header, body).terms());
    } catch (Refusal refusal) {
      sink.accept(refusal.in(source));
      return;
    }
    int attachments = body.children(AttachedFiles.NAME).size();
    if (receivable.handOver(source, sink) && attachments > Attachments.MOST) {
      Element last = body.children(AttachedFiles.NAME).getLast();
      sink.accept(Attachments.tooMany(last.line(), source));
    }
  }
}
