package org.dunlin.connectors.facturx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.dunlin.connectors.InvoiceFile;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.model.Problem;
import org.junit.jupiter.api.Test;

/** A PDF may be made to harm: what it says of sizes is believed only up to a bound. */
class HostilePdfTest {
  private static final byte[] DATA = InvoiceFile.of("/cii/invoice.xml").bytes();

  @Test
  void aFileThatUnpacksToMoreThanAnyInvoiceIsRefused() throws IOException {
    byte[] bomb = Arrays.copyOf(DATA, 40 << 20);
    assertThat(new Pdf().with("factur-x.xml", bomb).file().problem().code())
        .isEqualTo("PDF_TOO_LARGE");
  }

  @Test
  void anotherFileThatUnpacksToMoreIsUnreadableAndTheInvoiceIsTaken() throws IOException {
    InvoiceFile pdf =
        new Pdf()
            .with("factur-x.xml", DATA)
            .with("large.csv", "text/csv", new byte[40 << 20])
            .file();
    assertThat(pdf.invoice().number()).isEqualTo("2026-0042");
    assertThat(org.assertj.core.api.Assertions.catchThrowable(pdf::documents))
        .hasMessageContaining("cannot be taken out of the PDF");
  }

  @Test
  void aCrossReferenceOrObjectStreamThatUnpacksToMuchIsRefused() throws IOException {
    byte[] packed = packed(200 << 20);
    assertRefused(stream("/Type /XRef /Size 10 /W [1 2 1] /Root 1 0 R", packed));
    assertRefused(
        stream(
            "/Type /XRef /Size 10 /W [1 2 1] /Root 1 0 R /Filter [/FlateDecode /FlateDecode]",
            packed));
    assertRefused(
        stream(
            "/Type /XRef /Size 10 /W [1 2 1] /DecodeParms << /Predictor 12 /Columns 2000000000 >>",
            packed(1 << 10)));
    assertRefused(stream("/Type /XRef /Size 10 /W [0 0 0] /Index [0 2000000000]", packed(1 << 10)));
  }

  @Test
  void moreObjectsThanAnyInvoiceHasAreRefusedBeforeTheyAreMade() {
    assertThat(
            new InvoiceFile(ascii("%PDF-1.7\n" + "1 0 obj null endobj\n".repeat(150_000)))
                .problem()
                .code())
        .isEqualTo("PDF_TOO_LARGE");
    assertThat(
            new InvoiceFile(
                    ascii("%PDF-1.7\nxref\n0 300000\n" + "0000000015 00000 n \n".repeat(300_000)))
                .problem()
                .code())
        .isEqualTo("PDF_TOO_LARGE");
  }

  @Test
  void nestingAndCirclesEnd() {
    assertRefused("%PDF-1.7\n1 0 obj " + "[".repeat(500_000));
    assertRefused("%PDF-1.7\n1 0 obj " + "<</A ".repeat(200_000));
    String circle =
        "%PDF-1.7\n"
            + "1 0 obj <</Type /Catalog /Pages 2 0 R /Names <</EmbeddedFiles 3 0 R>>>> endobj\n"
            + "2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj\n"
            + "3 0 obj <</Kids [3 0 R 4 0 R]>> endobj\n"
            + "4 0 obj <</Kids [3 0 R]>> endobj\n"
            + "trailer <</Root 1 0 R>>\n"
            + "%%EOF";
    assertThat(new InvoiceFile(ascii(circle)).problem().code()).isEqualTo("PDF_WITHOUT_DATA");
  }

  @Test
  void cutOffAnywhereItIsAProblem() throws IOException {
    byte[] whole = new Pdf().with("factur-x.xml", DATA).file().bytes();
    for (int length = 20; length < whole.length; length += 97) {
      var records = new InvoiceFile(Arrays.copyOf(whole, length)).records();
      if (records.getFirst() instanceof Problem problem) {
        assertThat(problem.code()).isIn("PDF_UNREADABLE", "PDF_WITHOUT_DATA", "MALFORMED_XML");
      }
    }
  }

  @Test
  void aPdfOfMoreThanIsHeldIsRefusedWithoutReadingIt() throws IOException {
    InputStream endless =
        new SequenceInputStream(new ByteArrayInputStream(ascii("%PDF-1.7\n")), new Zeros());
    try {
      new FacturXTranslator().translate(endless, "file", record -> {});
      throw new AssertionError("it was taken");
    } catch (Untranslatable refused) {
      assertThat(refused.problem().code()).isEqualTo("PDF_TOO_LARGE");
    }
  }

  private static void assertRefused(String pdf) {
    assertThat(new InvoiceFile(pdf.getBytes(StandardCharsets.ISO_8859_1)).problem().code())
        .isIn("PDF_UNREADABLE", "PDF_TOO_LARGE", "PDF_WITHOUT_DATA");
  }

  private static String stream(String dictionary, byte[] content) {
    String filter = dictionary.contains("/Filter") ? "" : " /Filter /FlateDecode";
    String start = "%PDF-1.7\n";
    return start
        + "9 0 obj <<"
        + dictionary
        + filter
        + " /Length "
        + content.length
        + ">> stream\n"
        + new String(content, StandardCharsets.ISO_8859_1)
        + "\nendstream endobj\nstartxref\n"
        + start.length()
        + "\n%%EOF";
  }

  private static byte[] packed(int zeros) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      byte[] part = new byte[1 << 10];
      for (int i = 0; i < zeros; i += part.length) {
        deflater.write(part);
      }
    }
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static final class Zeros extends InputStream {
    @Override
    public int read() {
      return 0;
    }
  }
}
