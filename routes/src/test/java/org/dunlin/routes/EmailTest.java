package org.dunlin.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Enclosures;
import org.dunlin.core.port.Hearing;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Refused;
import org.dunlin.sandbox.mailbox.Mail;
import org.dunlin.sandbox.mailbox.Mailbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An e-mail arrives as it was written, or it is said what became of it. */
class EmailTest {
  private static final String SENDER = "dunlin@acme.example";
  private static final String CUSTOMER = "ap@jansen.example";

  private Mailbox mailbox;
  private CamelContext camel;
  private CamelOutlet outlet;

  @BeforeEach
  void open() throws Exception {
    mailbox = Mailbox.open();
    SmtpSettings settings =
        new SmtpSettings(mailbox.host(), mailbox.port(), null, null, SENDER, false, false);
    camel = new DefaultCamelContext();
    camel.getRegistry().bind(OutwardRoutes.MAIL_SENDER, MailSenders.of(settings));
    camel.addRoutes(new OutwardRoutes());
    camel.start();
    outlet = new CamelOutlet(camel.createProducerTemplate(), settings);
  }

  @AfterEach
  void close() throws Exception {
    camel.close();
    mailbox.close();
  }

  @Test
  void itArrivesWithAllThatWasWritten() throws Exception {
    outlet.send(email(CUSTOMER), Enclosures.NONE);

    Mail mail = only();
    assertThat(mail.to()).isEqualTo(CUSTOMER);
    assertThat(mail.subject()).isEqualTo("Herinnering: factuur 42 – € 10");
    assertThat(mail.text()).contains("Geachte heer Jänsen,");
    assertThat(mail.html()).contains("<p>Geachte heer J\u00e4nsen,</p>");
    assertThat(header(mail, "From")).containsExactly("Müller & Zn <" + SENDER + ">");
    assertThat(header(mail, "Reply-To")).containsExactly("ar@acme.example");
    assertThat(header(mail, MimeMail.EFFECT)).containsExactly("effect-1");
    assertThat(header(mail, "Auto-Submitted")).containsExactly("auto-generated");
  }

  @Test
  void whoeverHandsItOverHearsWhichServerWasAskedAndWhatItSaid() throws Exception {
    List<String> heard = new ArrayList<>();
    outlet.send(
        email(CUSTOMER),
        Enclosures.NONE,
        new Hearing() {
          @Override
          public void asks(String server) {
            heard.add(server);
          }

          @Override
          public void answers(String reply) {
            heard.add(reply);
          }
        });

    assertThat(heard).hasSize(2);
    assertThat(heard.getFirst()).isEqualTo("smtp://" + mailbox.host() + ":" + mailbox.port());
    assertThat(heard.getLast()).startsWith("250 ");
  }

  @Test
  void itHasNoHeaderOfThePlumbing() throws Exception {
    outlet.send(email(CUSTOMER), Enclosures.NONE);

    assertThat(only().headers())
        .extracting(field -> field.name().toLowerCase(java.util.Locale.ROOT))
        .isNotEmpty()
        .noneMatch(name -> name.startsWith("camel") || name.equals("contenttype"));
  }

  @Test
  void withoutAReplyAddressAnswersGoToTheSender() throws Exception {
    outlet.send(plain("Acme", null, "Hello"), Enclosures.NONE);

    assertThat(header(only(), "Reply-To")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\nBcc: thief@example.org",
        "\nBcc: thief@example.org",
        "\rBcc: thief@example.org",
        "\r\n\r\n<p>other body</p>"
      })
  void nothingInANameOrSubjectBecomesAHeaderOrAnotherRecipient(String attack) throws Exception {
    try {
      outlet.send(plain("Acme" + attack, "ar@acme.example", "Hello" + attack), Enclosures.NONE);
    } catch (Refused refused) {
      assertThat(mailbox.messages()).isEmpty();
      return;
    }

    assertThat(mailbox.messages()).extracting(Mail::to).containsExactly(CUSTOMER);
    assertThat(header(only(), "Bcc")).isEmpty();
    assertThat(only().html()).contains("html").doesNotContain("other body");
    assertThat(header(only(), MimeMail.EFFECT)).containsExactly("effect-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@jansen.example, b@jansen.example",
        "a@jansen.example b@jansen.example",
        "a@jansen.example;b@jansen.example",
        "group: a@jansen.example, b@jansen.example;",
        "a@jansen.example\r\nBcc: thief@example.org",
        "no address",
        "@jansen.example",
        ""
      })
  void whatIsNotExactlyOneAddressIsRefused(String address) {
    assertThatThrownBy(() -> outlet.send(email(address), Enclosures.NONE))
        .isInstanceOf(Refused.class);
    assertThat(mailbox.messages()).isEmpty();
  }

  @Test
  void aRecipientThatTheServerRefusesIsRefusedForGood() {
    mailbox.refuseRecipient(CUSTOMER);

    assertThatThrownBy(() -> outlet.send(email(CUSTOMER), Enclosures.NONE))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("550");
    assertThat(mailbox.messages()).isEmpty();
  }

  @Test
  void whenTheServerCannotBeReachedNothingWasSentAndALaterTryMaySucceed() throws Exception {
    mailbox.refuseConnections();
    assertThatThrownBy(() -> outlet.send(email(CUSTOMER), Enclosures.NONE))
        .isInstanceOf(NotSent.class)
        .hasMessageContaining("cannot be reached");
    mailbox.acceptConnections();
    outlet.send(email(CUSTOMER), Enclosures.NONE);

    assertThat(mailbox.messages()).hasSize(1);
  }

  @Test
  void aServerThatDoesNotAnswerSeveralTimesIsLeftAloneForAWhile() throws Exception {
    mailbox.refuseConnections();
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> outlet.send(email(CUSTOMER), Enclosures.NONE))
          .hasMessageContaining("cannot be reached");
    }
    mailbox.acceptConnections();

    assertThatThrownBy(() -> outlet.send(email(CUSTOMER), Enclosures.NONE))
        .isInstanceOf(NotSent.class)
        .hasMessageContaining("did not answer several times");
    assertThat(mailbox.messages()).as("nobody tried").isEmpty();
  }

  @Test
  void refusedRecipientsDoNotMakeTheServerLookDead() throws Exception {
    mailbox.refuseRecipient("gone@jansen.example");
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> outlet.send(email("gone@jansen.example"), Enclosures.NONE))
          .isInstanceOf(Refused.class);
    }
    outlet.send(email(CUSTOMER), Enclosures.NONE);

    assertThat(mailbox.messages()).hasSize(1);
  }

  @Test
  void whenTheConnectionBreaksAfterTheMessageNobodyKnows() {
    mailbox.hangUpAfterData(1);

    assertThatThrownBy(() -> outlet.send(email(CUSTOMER), Enclosures.NONE))
        .isInstanceOf(RuntimeException.class);
    assertThat(mailbox.messages()).as("it did arrive").hasSize(1);
  }

  @Test
  void withoutAServerNothingLeavesAndTheReasonSaysWhatToSet() {
    SmtpSettings none = new SmtpSettings(null, 25, null, null, SENDER, false, false);
    CamelOutlet unset = new CamelOutlet(camel.createProducerTemplate(), none);

    assertThatThrownBy(() -> unset.send(email(CUSTOMER), Enclosures.NONE))
        .isInstanceOf(NotSent.class)
        .hasMessageContaining("dunlin.smtp.host");
  }

  @Test
  void aSenderThatIsNoAddressIsAFaultOfTheSettingsAndOfNoCustomer() {
    SmtpSettings wrong =
        new SmtpSettings(mailbox.host(), mailbox.port(), null, null, "dunlin", false, false);
    CamelOutlet outletOfWrong = new CamelOutlet(camel.createProducerTemplate(), wrong);

    assertThatThrownBy(() -> outletOfWrong.send(email(CUSTOMER), Enclosures.NONE))
        .isInstanceOf(NotSent.class)
        .hasMessageContaining("dunlin.smtp.from");
  }

  @Test
  void aReplyAddressThatIsNoneIsAFaultOfTheSettingsAndOfNoCustomer() {
    assertThatThrownBy(() -> outlet.send(plain("Acme", "", "Hello"), Enclosures.NONE))
        .isInstanceOf(NotSent.class)
        .hasMessageContaining("replyTo");
  }

  @Test
  void thePasswordOfTheServerIsNeverShown() {
    SmtpSettings secret =
        new SmtpSettings("mail.example", 25, "user", "tomato", SENDER, false, false);

    assertThat(secret.toString()).doesNotContain("tomato");
    assertThat(camel.getEndpoints()).noneMatch(e -> e.getEndpointUri().contains("tomato"));
  }

  private static Dispatch.Email email(@Nullable String to) {
    return new Dispatch.Email(
        "effect-1",
        "Müller & Zn",
        String.valueOf(to),
        "ar@acme.example",
        "Herinnering: factuur 42 – € 10",
        "Geachte heer Jänsen,",
        "<p>Geachte heer J\u00e4nsen,</p>",
        List.of(),
        List.of());
  }

  private static Dispatch.Email plain(String fromName, @Nullable String replyTo, String subject) {
    return new Dispatch.Email(
        "effect-1",
        fromName,
        CUSTOMER,
        replyTo,
        subject,
        "text",
        "<p>html</p>",
        List.of(),
        List.of());
  }

  private Mail only() {
    assertThat(mailbox.messages()).hasSize(1);
    return mailbox.messages().getFirst();
  }

  private static List<String> header(Mail mail, String name) {
    return mail.headers().stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Mail.Header::value)
        .toList();
  }
}
