package org.dunlin.connectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Invoice;
import org.junit.jupiter.api.Test;

/** A document of half a gigabyte in an invoice is never held, in either reading. */
class LargeAttachmentTest {
  private static final String CONTENT = "aGVsbG8=";
  private static final byte[] PART = "QUJD".repeat(1000).getBytes(UTF_8);
  private static final int PARTS = 170_000;
  private static final long BYTES = 3_000L * PARTS;

  @Test
  void ofAnInvoiceInCiiAndInFatturaPa() throws IOException {
    for (String file : new String[] {"/cii/invoice.xml", "/fatturapa/ordinary.xml"}) {
      InvoiceFile invoice = InvoiceFile.of(file);
      Translator translator = Formats.translator(Formats.detect(invoice.bytes()).orElseThrow());
      AtomicLong bytes = new AtomicLong();
      translator.documents(
          large(invoice),
          "large.xml",
          (place, ordinal, content) ->
              bytes.set(content.transferTo(OutputStream.nullOutputStream())));
      assertThat(bytes.get()).isEqualTo(BYTES);
      List<CanonicalRecord> records = new ArrayList<>();
      translator.translate(large(invoice), "large.xml", records::add);
      assertThat(((Invoice) records.get(1)).attachments()).hasSize(1);
    }
  }

  private static InputStream large(InvoiceFile invoice) {
    int cut = invoice.text().indexOf(CONTENT);
    byte[] before = invoice.text().substring(0, cut).getBytes(UTF_8);
    byte[] after = invoice.text().substring(cut + CONTENT.length()).getBytes(UTF_8);
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(before), new Parts(), new ByteArrayInputStream(after))));
  }

  /** The same part again and again. */
  private static final class Parts extends InputStream {
    private final byte[] one = new byte[1];
    private int left = PARTS;
    private int position;

    @Override
    public int read() {
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (position == PART.length) {
        position = 0;
        left--;
      }
      if (left == 0) {
        return -1;
      }
      int count = Math.min(length, PART.length - position);
      System.arraycopy(PART, position, target, offset, count);
      position += count;
      return count;
    }
  }
}
