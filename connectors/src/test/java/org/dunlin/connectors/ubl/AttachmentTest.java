package org.dunlin.connectors.ubl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.dunlin.connectors.UnreadableDocument;
import org.dunlin.core.model.Attachment;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The documents that an invoice brings along (EN 16931, BG-24). */
class AttachmentTest {
  private static final String PDF =
      Base64.getMimeEncoder().encodeToString("%PDF-1.7 ".repeat(50).getBytes(UTF_8));

  private final Sample plain = Sample.invoice().without("AdditionalDocumentReference");

  @Test
  void anInvoiceSaysWhatItBringsInTheOrderOfTheFile() {
    Sample sample =
        bringing(
            reference("T-1", "time sheet", embedded("application/pdf", "hours.pdf", PDF)),
            reference(
                "T-2",
                null,
                "<cac:ExternalReference><cbc:URI>https://example.org/x</cbc:URI></cac:ExternalReference>"));
    assertThat(sample.document().attachments())
        .containsExactly(
            new Attachment("hours.pdf", "application/pdf", "time sheet", null),
            new Attachment("T-2", null, null, "https://example.org/x"));
  }

  @Test
  void aReferenceWithoutADocumentIsNone() {
    String invoiced =
        "<cac:AdditionalDocumentReference><cbc:ID>OBJ-1</cbc:ID>"
            + "<cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>";
    assertThat(bringing(invoiced).document().attachments()).isEmpty();
  }

  @Test
  void theBytesComeWithASecondReading() {
    Sample sample =
        bringing(
            reference("1", null, embedded("application/pdf", "a.pdf", PDF)),
            reference("2", null, embedded("text/csv", "b.csv", base64("x;y"))));
    assertThat(contents(sample)).containsExactly("%PDF-1.7 ".repeat(50), "x;y");
  }

  @Test
  void whatIsNotBase64IsSaidAndTheNextIsReadAllTheSame() {
    Sample sample =
        bringing(
            reference("1", null, embedded("application/pdf", "a.pdf", "JVBERi0xLjcg*not base64*")),
            reference("2", null, embedded("application/pdf", "b.pdf", "JVBERi0xLjc")),
            reference("3", null, embedded("text/csv", "c.csv", base64("x;y"))));
    List<String> contents = contents(sample);
    assertThat(contents.get(0)).startsWith("unreadable: it is not base64");
    assertThat(contents.get(2)).isEqualTo("x;y");
  }

  @Test
  void aNameLosesItsFoldersAndWhatIsNotSeen() {
    Sample sample =
        bringing(
            reference("1", null, embedded("text/csv", "../../etc/pass\u202Ewd.csv", PDF)),
            reference("2", null, embedded("text/csv", "C:\\temp\\x.csv", PDF)),
            reference("..", null, embedded("text/csv", "/", PDF)));
    assertThat(sample.document().attachments())
        .extracting(Attachment::name)
        .containsExactly("passwd.csv", "x.csv", "attachment");
  }

  @Test
  void ofTooManyTheFirstHundredAreKeptAndSoIsTheInvoice() {
    String[] many = new String[5_000];
    for (int i = 0; i < many.length; i++) {
      many[i] = reference("" + i, null, embedded("text/csv", i + ".csv", base64("x")));
    }
    List<CanonicalRecord> records = bringing(many).records();
    assertThat(records).hasSize(3);
    assertThat(bringing(many).document().attachments()).hasSize(100);
    Problem problem = (Problem) records.get(2);
    assertThat(problem.code()).isEqualTo("TOO_MANY_ATTACHMENTS");
    assertThat(contents(bringing(many))).hasSize(100);
  }

  @Test
  void aDocumentOfHalfAGigabyteIsNeverHeld() throws IOException {
    String text = bringing(reference("1", null, embedded("text/csv", "a.csv", "HERE"))).text();
    int cut = text.indexOf("HERE");
    long groups = 500L * 1024 * 1024 / 3 / 1000;
    byte[] thousand = "QUJD".repeat(1000).getBytes(UTF_8);
    InputStream stream =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    new ByteArrayInputStream(text.substring(0, cut).getBytes(UTF_8)),
                    new Repeated(thousand, groups),
                    new ByteArrayInputStream(text.substring(cut + 4).getBytes(UTF_8)))));
    AtomicLong bytes = new AtomicLong();
    new UblTranslator()
        .documents(stream, "huge.xml", (place, ordinal, content) -> bytes.set(count(content)));
    assertThat(bytes.get()).isEqualTo(groups * 3000);
  }

  private static long count(InputStream content) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long count = 0;
    for (int read = content.read(buffer); read > 0; read = content.read(buffer)) {
      count += read;
    }
    return count;
  }

  private Sample bringing(String... references) {
    return plain.with(
        "<cac:AccountingCustomerParty>",
        String.join("", references) + "<cac:AccountingCustomerParty>");
  }

  private static String reference(String id, @Nullable String description, String attachment) {
    String described =
        description == null
            ? ""
            : "<cbc:DocumentDescription>" + description + "</cbc:DocumentDescription>";
    return "<cac:AdditionalDocumentReference><cbc:ID>"
        + id
        + "</cbc:ID>"
        + described
        + "<cac:Attachment>"
        + attachment
        + "</cac:Attachment></cac:AdditionalDocumentReference>";
  }

  private static String embedded(String type, String name, String content) {
    return "<cbc:EmbeddedDocumentBinaryObject mimeCode=\"%s\" filename=\"%s\">%s</cbc:EmbeddedDocumentBinaryObject>"
        .formatted(type, name, content);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static List<String> contents(Sample sample) {
    List<String> contents = new ArrayList<>();
    try {
      new UblTranslator()
          .documents(
              new ByteArrayInputStream(sample.text().getBytes(UTF_8)),
              "sample.xml",
              (place, ordinal, content) -> {
                assertThat(ordinal).isEqualTo(contents.size());
                try {
                  contents.add(new String(content.readAllBytes(), UTF_8));
                } catch (UnreadableDocument e) {
                  contents.add("unreadable: " + e.getMessage());
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return contents;
  }

  /** The same bytes again and again. */
  private static final class Repeated extends InputStream {
    private final byte[] unit;
    private long left;
    private int position;

    Repeated(byte[] unit, long times) {
      this.unit = unit;
      this.left = times * unit.length;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (left == 0) {
        return -1;
      }
      int count = (int) Math.min(Math.min(length, unit.length - position), left);
      System.arraycopy(unit, position, target, offset, count);
      position = (position + count) % unit.length;
      left -= count;
      return count;
    }
  }
}
