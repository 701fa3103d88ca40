package org.dunlin.routes.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.activation.DataHandler;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import org.dunlin.core.port.Checkpoint.Step;
import org.dunlin.core.port.TryRoad.Tried;
import org.dunlin.core.road.RoadKind;
import org.dunlin.routes.Eventually;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attachments come in from a mailbox, and mails are filed and never lost. */
class MailboxTest {
  private static final String BOX = "invoices";
  private static final String ADDRESS = "invoices@acme.example";
  private static final String PASSWORD = "s3cret of the box";
  private static final byte[] INVOICE =
      ("<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"><a/></Invoice>")
          .getBytes(UTF_8);

  @TempDir private static Path keys;
  private static Path certificate;

  private final GreenMail server =
      new GreenMail(
          ServerSetup.verbose(
              new ServerSetup[] {on(ServerSetup.PROTOCOL_IMAPS), on(ServerSetup.PROTOCOL_IMAP)}));
  private final RoadHub hub = new RoadHub();
  private GreenMailUser user;

  private static ServerSetup on(String protocol) {
    return new ServerSetup(0, "127.0.0.1", protocol);
  }

  /** GreenMail takes its key from there. */
  @BeforeAll
  static void make() {
    certificate = Certificates.store(keys, "mail", "DNS:localhost");
    System.setProperty("greenmail.tls.keystore.file", certificate.toString());
    System.setProperty("greenmail.tls.keystore.password", Certificates.PASSWORD);
    System.setProperty("greenmail.tls.key.password", Certificates.PASSWORD);
  }

  @AfterAll
  static void forget() {
    System.clearProperty("greenmail.tls.keystore.file");
    System.clearProperty("greenmail.tls.keystore.password");
    System.clearProperty("greenmail.tls.key.password");
  }

  @BeforeEach
  void open() {
    server.start();
    user = server.setUser(ADDRESS, ADDRESS, PASSWORD);
  }

  @AfterEach
  void close() throws Exception {
    hub.close();
    server.stop();
  }

  private void road() {
    road(server.getImaps().getPort(), "tls");
  }

  private void road(int port, String security) {
    Map<String, String> settings = new HashMap<>();
    settings.put("host", "localhost");
    settings.put("port", String.valueOf(port));
    settings.put("user", ADDRESS);
    settings.put("security", security);
    settings.put("certificate", Certificates.pem(certificate));
    settings.put("folder", "INBOX");
    settings.put("taken", "Dunlin");
    settings.put("unread", "Dunlin unread");
    hub.road(BOX, RoadKind.MAILBOX, settings, Map.of("password", PASSWORD));
  }

  /** A mail with files as attachments, by name and bytes. */
  private String send(Map<String, byte[]> files) throws MessagingException {
    MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
    mail.setFrom("billing@supplier.example");
    mail.setRecipients(RecipientType.TO, ADDRESS);
    mail.setSubject("Your invoice");
    mail.setHeader("copyTo", "Elsewhere");
    mail.setHeader("moveTo", "Elsewhere");
    mail.setHeader("delete", "true");
    MimeMultipart parts = new MimeMultipart();
    MimeBodyPart text = new MimeBodyPart();
    text.setText("Please find enclosed.");
    parts.addBodyPart(text);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      MimeBodyPart part = new MimeBodyPart();
      part.setDataHandler(
          new DataHandler(new ByteArrayDataSource(file.getValue(), "application/octet-stream")));
      part.setFileName(file.getKey());
      parts.addBodyPart(part);
    }
    mail.setContent(parts);
    mail.saveChanges();
    user.deliver(mail);
    return mail.getMessageID();
  }

  private List<StoredMessage> in(String folder) {
    MailFolder found = server.getManagers().getImapHostManager().getFolder(user, folder);
    return found == null ? List.of() : found.getMessages();
  }

  @Test
  void attachmentsAreTakenAndTheMailIsFiled() throws MessagingException {
    String id = send(Map.of("invoice 1.xml", INVOICE, "logo.png", new byte[] {(byte) 0x89, 'P'}));
    road();

    Eventually.holds("it is filed", () -> in("Dunlin").size() == 1 && in("INBOX").isEmpty());

    assertThat(hub.deliveries()).containsExactly("invoices invoice 1.xml " + INVOICE.length);
    assertThat(hub.origins()).containsExactly(id);
    assertThat(in("Elsewhere")).as("what the sender wants").isEmpty();
    assertThat(hub.noted("ATTACHMENT_LEFT_OUT")).singleElement().asString().contains("logo.png");
    Eventually.holds("looks go well", () -> hub.well(BOX));
  }

  @Test
  void anAnswerToAReminderLandsInTheDialogueAndIsFiledAsTaken() throws MessagingException {
    MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
    mail.setFrom("ap@example.nl");
    mail.setRecipients(RecipientType.TO, ADDRESS);
    mail.setSubject("Re: Reminder");
    mail.setHeader("In-Reply-To", "<" + hub.reminded() + "@acme.example>");
    mail.setText("We pay on Friday.");
    mail.saveChanges();
    user.deliver(mail);
    road();

    Eventually.holds("it is filed", () -> in("Dunlin").size() == 1 && in("INBOX").isEmpty());

    assertThat(hub.said()).containsExactly("ANSWER We pay on Friday.");
    assertThat(hub.noted("MAIL_WITHOUT_FILE")).isEmpty();
  }

  /** With a file, as one that a mailbox writes by itself where this is a header that says so. */
  private void answer(String messageId, String encoding, Map<String, String> more)
      throws MessagingException {
    StringBuilder head = new StringBuilder();
    more.forEach((name, value) -> head.append(name).append(": ").append(value).append('\n'));
    String mail =
        """
        From: ap@example.nl
        To: %s
        Message-ID: <%s@example.nl>
        In-Reply-To: <%s@acme.example>
        %sMIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: %s

        SGVsb
        --b
        Content-Type: application/xml; name=invoice.xml
        Content-Disposition: attachment; filename=invoice.xml

        %s
        --b--
        """
            .formatted(
                ADDRESS, UUID.randomUUID(), messageId, head, encoding, new String(INVOICE, UTF_8));
    user.deliver(
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(UTF_8))));
  }

  @Test
  void wordsThatCannotBeReadKeepNoFile() throws MessagingException {
    answer(hub.reminded().toString(), "base64", Map.of());
    road();

    Eventually.holds("it is filed", () -> in("Dunlin").size() == 1 && in("INBOX").isEmpty());

    assertThat(hub.deliveries()).containsExactly("invoices invoice.xml " + INVOICE.length);
    assertThat(hub.said()).containsExactly("ANSWER null");
  }

  @Test
  void anAutomaticMailBringsItsFilesUnlessItAnswersAReminder() throws MessagingException {
    answer(hub.reminded().toString(), "7bit", Map.of("Auto-Submitted", "auto-replied"));
    road();
    Eventually.holds("it is filed", () -> in("Dunlin").size() == 1 && in("INBOX").isEmpty());
    assertThat(hub.deliveries()).isEmpty();
    assertThat(hub.said()).containsExactly("AUTO_ANSWER SGVsb");

    answer(UUID.randomUUID().toString(), "7bit", Map.of("Auto-Submitted", "auto-generated"));
    Eventually.holds("the other is filed", () -> in("Dunlin").size() == 2);
    assertThat(hub.deliveries()).containsExactly("invoices invoice.xml " + INVOICE.length);
    assertThat(hub.said()).hasSize(1);
  }

  @Test
  void aMailThatBringsNothingToReadIsFiledElsewhereAndSaid() throws MessagingException {
    String id = send(Map.of("holiday.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}));
    road();

    Eventually.holds("it is filed", () -> in("Dunlin unread").size() == 1 && in("INBOX").isEmpty());

    assertThat(hub.deliveries()).isEmpty();
    assertThat(hub.noted("MAIL_WITHOUT_FILE"))
        .singleElement()
        .asString()
        .contains(id, "holiday.jpg", "Dunlin unread");
  }

  @Test
  void aMailOfWhichTheProcessDiedIsTakenOnceAndFiled() throws MessagingException {
    hub.dieAt(Step.INTAKE_COMMITTED);
    send(Map.of("invoice.xml", INVOICE));
    road();

    Eventually.holds("it is filed", () -> in("Dunlin").size() == 1 && in("INBOX").isEmpty());

    assertThat(hub.deliveries()).hasSize(1);
    assertThat(hub.noted("FILE_CAME_AGAIN")).hasSize(1);
  }

  @Test
  void aCutConnectionLosesNothingAndLeavesNoHalfFile() throws Exception {
    String noise =
        new Random(11)
            .ints(1_500_000, 'a', 'z')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    byte[] large = (new String(INVOICE, UTF_8) + "<!--" + noise + "-->").getBytes(UTF_8);
    send(Map.of("large.xml", large));
    try (CuttingProxy line = new CuttingProxy(server.getImaps().getPort())) {
      line.cutAfter(1_000_000);
      road(line.port(), "tls");

      Eventually.holds("it is filed", () -> in("Dunlin").size() == 1 && in("INBOX").isEmpty());

      assertThat(line.cuts()).isEqualTo(1);
      assertThat(hub.deliveries()).containsExactly("invoices large.xml " + large.length);
    }
  }

  @Test
  void aMailboxOnTheUsualPortIsReadOnceTlsHasBegunAndNotBefore() throws Exception {
    send(Map.of("invoice.xml", INVOICE));
    try (StartTlsImap line = new StartTlsImap(server.getImap().getPort(), certificate, true)) {
      road(line.port(), "starttls");

      Eventually.holds("it is filed", () -> in("Dunlin").size() == 1 && in("INBOX").isEmpty());

      assertThat(hub.deliveries()).containsExactly("invoices invoice.xml " + INVOICE.length);
      assertThat(line.saidInPlainText())
          .contains("STARTTLS")
          .containsOnly("CAPABILITY", "STARTTLS");
    }
  }

  @Test
  void aServerThatOffersNoTlsIsToldNeitherNameNorPassword() throws Exception {
    send(Map.of("invoice.xml", INVOICE));
    try (StartTlsImap line = new StartTlsImap(server.getImap().getPort(), certificate, false)) {
      road(line.port(), "starttls");

      Tried tried = hub.look(BOX);
      assertThat(tried.holds()).isFalse();
      assertThat(tried.sentence()).contains("STARTTLS", "neither user nor password");

      assertThat(line.saidInPlainText())
          .isNotEmpty()
          .noneMatch(said -> said.contains(PASSWORD) || said.contains(ADDRESS));
      assertThat(in("INBOX")).hasSize(1);
    }
  }

  @Test
  void aMailThatSomebodyElseMarkedForDeletionIsLeftToThem()
      throws MessagingException, FolderException {
    send(Map.of("old.xml", "<Invoice/>".getBytes(UTF_8)));
    in("INBOX").getFirst().setFlag(Flag.DELETED, true);
    send(Map.of("invoice.xml", INVOICE));
    road();

    Eventually.holds("the other is filed", () -> in("Dunlin").size() == 1);
    Eventually.holds("looks go on", () -> hub.well(BOX));
    hub.pause(BOX, true);

    assertThat(in("INBOX")).hasSize(1);
    assertThat(GreenMailUtil.getWholeMessage(in("INBOX").getFirst().getMimeMessage()))
        .contains("old.xml");
  }

  @Test
  void aTestSaysHowManyMailsThereAreAndTakesNothing() throws MessagingException {
    send(Map.of("invoice.xml", INVOICE));
    road();
    Eventually.holds("it is filed", () -> in("INBOX").isEmpty());
    hub.pause(BOX, true);
    send(Map.of("next.xml", INVOICE));

    assertThat(hub.look(BOX).sentence()).contains("1 mails in the folder INBOX");
    assertThat(in("INBOX")).hasSize(1);
  }
}
