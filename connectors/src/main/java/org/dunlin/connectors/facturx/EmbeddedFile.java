package org.dunlin.connectors.facturx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.cos.COSStream;
import org.dunlin.connectors.UnreadableDocument;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.model.Problem;
import org.jspecify.annotations.Nullable;

/** A file that a PDF embeds (ISO 32000-2, 7.11.4). */
record EmbeddedFile(
    String name, @Nullable String mediaType, @Nullable String description, COSStream content) {
  /** As much as of a document that comes with an invoice elsewhere. */
  private static final int BYTES_MAX = 25 << 20;

  /** Its bytes; one that is larger than any invoice, or broken, refuses the PDF. */
  byte[] bytes(String source) {
    try {
      return Decoding.bytes(content, BYTES_MAX);
    } catch (TooLarge e) {
      throw new Untranslatable(
          new Problem(
              source,
              name,
              "PDF_TOO_LARGE",
              "unpacked, the file in the PDF has more than "
                  + BYTES_MAX
                  + " bytes; no invoice can be as large"));
    } catch (IOException e) {
      throw new Untranslatable(
          new Problem(
              source,
              name,
              "PDF_UNREADABLE",
              "the file in the PDF cannot be unpacked: "
                  + e.getMessage()
                  + "; export the invoice again"));
    }
  }

  /** Its bytes; reading throws {@link UnreadableDocument} where they are too many or broken. */
  InputStream stream() {
    try {
      return new ByteArrayInputStream(Decoding.bytes(content, BYTES_MAX));
    } catch (IOException e) {
      return new InputStream() {
        @Override
        public int read() throws IOException {
          throw new UnreadableDocument("it cannot be taken out of the PDF: " + e.getMessage());
        }
      };
    }
  }
}
