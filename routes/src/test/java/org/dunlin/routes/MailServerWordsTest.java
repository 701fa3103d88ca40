package org.dunlin.routes;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Enclosures;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the words of a mail server mean for a message (RFC 5321, 4.2). */
class MailServerWordsTest {
  private final ScriptedSmtp server;
  private final CamelContext camel = new DefaultCamelContext();

  MailServerWordsTest() throws IOException {
    server = new ScriptedSmtp();
  }

  @AfterEach
  void close() throws Exception {
    camel.close();
    server.close();
  }

  @Test
  void aServerThatTakesTheMessageIsBelieved() {
    assertThatCode(() -> send(false)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"RCPT,550 5.1.1 no such user", "RCPT,553 no", "DATA,554 no", "end,554 5.7.1 spam"})
  void aNoForGoodToRecipientOrMessageRefusesIt(String what, String answer) {
    server.on(what, answer);
    assertThatThrownBy(() -> send(false))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(answer.substring(0, 3));
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT,451 4.7.1 greylisted",
    "RCPT,450 mailbox busy",
    "RCPT,452 mailbox full",
    "DATA,451 later",
    "end,451 later",
    "MAIL,421 too busy"
  })
  void aNoForNowPutsTheMessageOff(String what, String answer) {
    server.on(what, answer);
    assertThatThrownBy(() -> send(false)).isInstanceOf(NotSent.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "530 5.7.0 authentication required",
        "550 5.7.1 sender not allowed",
        "553 sender address rejected",
        "501 bad sender"
      })
  void aNoToTheSenderIsAMatterOfTheSettingsAndOfNoCustomer(String answer) {
    server.on("MAIL", answer);
    assertThatThrownBy(() -> send(false))
        .isInstanceOf(NotSent.class)
        .hasMessageContaining("does not take messages of the hub");
  }

  @ParameterizedTest
  @CsvSource({"connect,554 go away", "connect,421 too busy", "EHLO,''", "connect,''"})
  void whileNoConversationHasBegunNothingCanHaveLeft(String what, String answer) {
    server.on(what, answer).on("HELO", answer.isEmpty() ? ScriptedSmtp.HANG_UP : "250 scripted");
    assertThatThrownBy(() -> send(false))
        .isInstanceOf(NotSent.class)
        .hasMessageContaining("cannot be reached");
  }

  @Test
  void aServerWithoutTheTlsThatIsRequiredGetsNothing() {
    assertThatThrownBy(() -> send(true))
        .isInstanceOf(NotSent.class)
        .hasMessageContaining("STARTTLS");
  }

  @Test
  void aServerThatHangsUpInPlaceOfItsWordLeavesItUnknown() {
    server.on("end", ScriptedSmtp.HANG_UP);
    assertThatThrownBy(() -> send(false)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void aServerThatHangsUpAfterItsWordHasTakenTheMessage() {
    server.on("QUIT", ScriptedSmtp.HANG_UP);
    assertThatCode(() -> send(false)).doesNotThrowAnyException();
  }

  private void send(boolean startTls) throws Exception {
    SmtpSettings settings =
        new SmtpSettings(
            "127.0.0.1", server.port(), null, null, "hub@acme.example", startTls, false);
    camel.getRegistry().bind(OutwardRoutes.MAIL_SENDER, MailSenders.of(settings));
    camel.addRoutes(new OutwardRoutes());
    camel.start();
    new CamelOutlet(camel.createProducerTemplate(), settings)
        .send(
            new Dispatch.Email(
                "effect-1",
                "Acme",
                "ap@jansen.example",
                null,
                "Hello",
                "text",
                "<p>html</p>",
                List.of(),
                List.of()),
            Enclosures.NONE);
  }
}
