package org.dunlin.connectors.facturx;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.model.Problem;

/** A PDF that may be hostile, opened for the files that it embeds. */
final class PdfFile implements AutoCloseable {
  /** PDFBox reads to and fro, so the whole is held. Larger ones are scans and catalogues. */
  static final int BYTES_MAX = 32 << 20;

  private static final int MEGABYTE = 1 << 20;

  private final COSDocument document;
  private final List<EmbeddedFile> files;

  private PdfFile(COSDocument document, List<EmbeddedFile> files) {
    this.document = document;
    this.files = files;
  }

  /** The bytes of a PDF; PDF_TOO_LARGE where there are more than {@link #BYTES_MAX}. */
  static byte[] bytes(InputStream stream, String source) throws IOException {
    byte[] bytes = stream.readNBytes(BYTES_MAX + 1);
    if (bytes.length > BYTES_MAX) {
      throw refused(
          source,
          "PDF_TOO_LARGE",
          "the PDF has more than "
              + BYTES_MAX / MEGABYTE
              + " MB; send the invoice without what it shows, as XML or as a smaller PDF");
    }
    return bytes;
  }

  /**
   * Opens it.
   *
   * @throws Untranslatable (PDF_ENCRYPTED, PDF_UNREADABLE, PDF_TOO_LARGE) where that cannot be done
   */
  static PdfFile open(byte[] bytes, String source) {
    if (PdfObjects.tooMany(bytes)) {
      throw refused(
          source,
          "PDF_TOO_LARGE",
          "the PDF has more than " + PdfObjects.MOST + " objects; no invoice can have as many");
    }
    try {
      COSDocument document = new BoundedParser(bytes).document();
      return new PdfFile(document, EmbeddedFiles.of(document));
    } catch (InvalidPasswordException e) {
      throw refused(
          source,
          "PDF_ENCRYPTED",
          "the PDF is encrypted with a password; ask for the invoice without one");
    } catch (TooLarge e) {
      throw refused(
          source,
          "PDF_TOO_LARGE",
          "unpacked, the PDF becomes larger than any invoice: " + e.getMessage());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw refused(
          source,
          "PDF_UNREADABLE",
          "the PDF is broken or cut off, so that the data in it cannot be found; export the invoice"
              + " again");
    }
  }

  /** The files that it embeds, in its order. */
  List<EmbeddedFile> files() {
    return files;
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  private static Untranslatable refused(String source, String code, String sentence) {
    return new Untranslatable(new Problem(source, null, code, sentence));
  }
}
