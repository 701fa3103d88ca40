package org.dunlin.connectors.facturx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.dunlin.connectors.DocumentSink;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Translator;
import org.dunlin.connectors.Untranslatable;

/**
 * Makes a customer and an invoice of a PDF with data inside (Factur-X 1.0, ZUGFeRD 1.0 and 2, all
 * profiles). The PDF itself is the first of the invoice's documents, then come those in the data,
 * then the other files that the PDF embeds.
 */
public final class FacturXTranslator implements Translator {
  /** Readers accept a PDF that begins with a line within so many bytes. */
  private static final int BEGINNING_WITHIN = 1024;

  private static final Pattern BEGINNING =
      Pattern.compile("(?:^|[\\r\\n]|\u00ef\u00bb\u00bf)\\s*%PDF-");

  /** Whether a file that begins with these bytes is a PDF. */
  public static boolean reads(byte[] head) {
    int length = Math.min(head.length, BEGINNING_WITHIN);
    return BEGINNING.matcher(new String(head, 0, length, StandardCharsets.ISO_8859_1)).find();
  }

  @Override
  public void translate(InputStream stream, String source, RecordSink sink) throws IOException {
    byte[] bytes = PdfFile.bytes(stream, source);
    try (PdfFile pdf = PdfFile.open(bytes, source)) {
      InvoiceData data = InvoiceData.of(pdf, source);
      InvoiceInPdf invoices = new InvoiceInPdf(data, sink);
      try {
        data.translator().translate(new ByteArrayInputStream(data.bytes()), source, invoices);
      } catch (Untranslatable refused) {
        throw new Untranslatable(invoices.placed(refused.problem()));
      }
    }
  }

  @Override
  public void documents(InputStream stream, String source, DocumentSink sink) throws IOException {
    byte[] bytes = PdfFile.bytes(stream, source);
    try (PdfFile pdf = PdfFile.open(bytes, source)) {
      InvoiceData data = InvoiceData.of(pdf, source);
      sink.take(0, 0, new ByteArrayInputStream(bytes));
      Following following = new Following(sink);
      data.translator().documents(new ByteArrayInputStream(data.bytes()), source, following);
      List<EmbeddedFile> others = data.others();
      for (EmbeddedFile other : others) {
        following.take(0, following.next, other.stream());
      }
    }
  }

  /** Hands on the documents that follow the PDF. */
  private static final class Following implements DocumentSink {
    private final DocumentSink sink;
    private int next;

    Following(DocumentSink sink) {
      this.sink = sink;
    }

    @Override
    public void take(int place, int ordinal, InputStream content) throws IOException {
      next = ordinal + 1;
      sink.take(place, ordinal + 1, content);
    }
  }
}
