package org.dunlin.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Dispatch.Attachment;
import org.dunlin.core.port.Dispatch.Picture;
import org.dunlin.core.port.Dispatch.PictureKind;
import org.dunlin.core.port.Enclosures;
import org.dunlin.core.port.NotSent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The parts of a message, as a mail server receives them. */
class MimeStructureTest {
  private static final Picture QR =
      new Picture("pay@dunlin", "image/png", PictureKind.QR_CODE, "BCD");
  private static final Picture LOGO =
      new Picture("logo@dunlin", "image/jpeg", PictureKind.LOGO, "abc");
  private static final Attachment INVOICE =
      new Attachment(new UUID(0, 1), "Rechnung Müller 2026-0042.pdf", "application/pdf", 300_000);
  private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, -1};
  private static final byte[] DOCUMENT = bytes(300_000);

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
          .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
  private final CamelContext camel = new DefaultCamelContext();
  private CamelOutlet outlet;

  @BeforeEach
  void open() throws Exception {
    server.start();
    SmtpSettings settings =
        new SmtpSettings(
            "127.0.0.1", server.getSmtp().getPort(), null, null, "hub@acme.example", false, false);
    camel.getRegistry().bind(OutwardRoutes.MAIL_SENDER, MailSenders.of(settings));
    camel.addRoutes(new OutwardRoutes());
    camel.start();
    outlet = new CamelOutlet(camel.createProducerTemplate(), settings);
  }

  @AfterEach
  void close() throws Exception {
    camel.close();
    server.stop();
  }

  @Test
  void picturesBelongToTheHtmlAndDocumentsStandBesideBothForms() throws Exception {
    MimeMessage mail = sent(List.of(LOGO, QR), List.of(INVOICE));

    assertThat(structure(mail))
        .isEqualTo(
            "multipart/mixed[multipart/alternative[text/plain, multipart/related[text/html,"
                + " image/jpeg, image/png]], application/pdf]");
  }

  @Test
  void aLevelThatWouldHoldOnePartIsLeftOut() throws Exception {
    assertThat(structure(sent(List.of(), List.of())))
        .isEqualTo("multipart/alternative[text/plain, text/html]");
    assertThat(structure(sent(List.of(), List.of(INVOICE))))
        .isEqualTo(
            "multipart/mixed[multipart/alternative[text/plain, text/html], application/pdf]");
  }

  @Test
  void aPictureIsInlineUnderTheContentIdThatTheHtmlNames() throws Exception {
    Part picture = leaves(sent(List.of(LOGO, QR), List.of())).get(3);

    assertThat(picture.getHeader("Content-ID")).containsExactly("<pay@dunlin>");
    assertThat(picture.getDisposition()).isEqualTo(Part.INLINE);
    assertThat(picture.getInputStream().readAllBytes()).isEqualTo(PICTURE);
  }

  @Test
  void aDocumentArrivesByteForByteUnderItsName() throws Exception {
    Part document = leaves(sent(List.of(), List.of(INVOICE))).getLast();

    assertThat(document.getDisposition()).isEqualTo(Part.ATTACHMENT);
    assertThat(jakarta.mail.internet.MimeUtility.decodeText(document.getFileName()))
        .isEqualTo("Rechnung Müller 2026-0042.pdf");
    assertThat(document.getInputStream().readAllBytes()).isEqualTo(DOCUMENT);
  }

  @Test
  void aDocumentThatIsThereNoMoreKeepsTheWholeMessageBack() {
    assertThatThrownBy(() -> outlet.send(email(List.of(), List.of(INVOICE)), Enclosures.NONE))
        .isInstanceOf(NotSent.class)
        .hasMessageContaining("Rechnung Müller 2026-0042.pdf is there no more");
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aDocumentThatBreaksOffKeepsTheWholeMessageBack() {
    Enclosures broken =
        enclosures(
            new InputStream() {
              @Override
              public int read() {
                throw new IllegalStateException("the database is gone");
              }
            });

    assertThatThrownBy(() -> outlet.send(email(List.of(), List.of(INVOICE)), broken))
        .isInstanceOf(NotSent.class)
        .hasMessageContaining("cannot be read");
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  private MimeMessage sent(List<Picture> pictures, List<Attachment> attachments) throws Exception {
    server.purgeEmailFromAllMailboxes();
    outlet.send(email(pictures, attachments), enclosures(new ByteArrayInputStream(DOCUMENT)));
    return server.getReceivedMessages()[0];
  }

  private static Enclosures enclosures(InputStream document) {
    return new Enclosures() {
      @Override
      public Optional<InputStream> open(Picture picture) {
        return Optional.of(new ByteArrayInputStream(PICTURE));
      }

      @Override
      public Optional<InputStream> open(Attachment attachment) {
        return Optional.of(document);
      }
    };
  }

  private static Dispatch.Email email(List<Picture> pictures, List<Attachment> attachments) {
    return new Dispatch.Email(
        "effect-1",
        "Acme",
        "ap@jansen.example",
        null,
        "Hello",
        "text",
        "<img src=\"cid:pay@dunlin\">",
        pictures,
        attachments);
  }

  private static String structure(Part part) throws Exception {
    String type = part.getContentType().split(";")[0].strip().toLowerCase(java.util.Locale.ROOT);
    if (!(part.getContent() instanceof Multipart parts)) {
      return type;
    }
    List<String> inner = new ArrayList<>();
    for (int i = 0; i < parts.getCount(); i++) {
      inner.add(structure(parts.getBodyPart(i)));
    }
    return type + inner;
  }

  private static List<Part> leaves(Part part) throws Exception {
    if (!(part.getContent() instanceof Multipart parts)) {
      return List.of(part);
    }
    List<Part> leaves = new ArrayList<>();
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart inner = parts.getBodyPart(i);
      leaves.addAll(leaves(inner));
    }
    return leaves;
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(42).nextBytes(bytes);
    return bytes;
  }
}
