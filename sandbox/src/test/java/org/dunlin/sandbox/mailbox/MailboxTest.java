package org.dunlin.sandbox.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mailbox over real SMTP, well-behaved and not. */
class MailboxTest {
  private Mailbox mailbox;
  private Sender sender;

  @BeforeEach
  void open() throws IOException {
    mailbox = Mailbox.open();
    sender = new Sender(mailbox);
  }

  @AfterEach
  void close() throws IOException {
    mailbox.close();
  }

  @Test
  void keepsWhatWasSentToAnybody() throws Exception {
    sender.both("Herinnering één", "Tekst €", "<p>Tekst</p>", "Klant@Voorbeeld.example");
    assertThat(mailbox.messages())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.id()).isEqualTo(1);
              assertThat(mail.to()).isEqualTo("klant@voorbeeld.example");
              assertThat(mail.from()).isEqualTo("debiteuren@voorbeeldhandel.example");
              assertThat(mail.subject()).isEqualTo("Herinnering één");
              assertThat(mail.text()).isEqualTo("Tekst €");
              assertThat(mail.html()).isEqualTo("<p>Tekst</p>");
              assertThat(mail.headers()).anyMatch(header -> header.name().equals("Message-ID"));
            });
  }

  @Test
  void aLineThatBeginsWithADotArrivesAsItWas() throws Exception {
    sender.text("Dots", "one\r\n.two\r\n..three", "a@x.example");
    assertThat(mailbox.messages().getFirst().text()).contains("\n.two").contains("\n..three");
  }

  @Test
  void eachRecipientHasACopy() throws Exception {
    sender.text("For two", "text", "a@x.example", "b@x.example");
    assertThat(mailbox.messages())
        .extracting(Mail::to)
        .containsExactlyInAnyOrder("a@x.example", "b@x.example");
  }

  @Test
  void newMessagesAreHandedOutOnce() throws Exception {
    sender.text("One", "text", "a@x.example");
    assertThat(mailbox.newMessages()).extracting(Mail::subject).containsExactly("One");
    assertThat(mailbox.newMessages()).isEmpty();
    sender.text("Two", "text", "a@x.example");
    assertThat(mailbox.newMessages()).extracting(Mail::subject).containsExactly("Two");
    assertThat(mailbox.messages()).extracting(Mail::subject).containsExactly("One", "Two");
  }

  @Test
  void refusesConnectionsForAWhileAndAcceptsThemAgainAtTheSamePort() throws Exception {
    int port = mailbox.port();
    mailbox.refuseConnections();
    assertThatThrownBy(() -> sender.text("Lost", "text", "a@x.example"))
        .isInstanceOf(MessagingException.class)
        .hasRootCauseInstanceOf(java.net.ConnectException.class);
    mailbox.acceptConnections();
    assertThat(mailbox.port()).isEqualTo(port);
    sender.text("Found", "text", "a@x.example");
    assertThat(mailbox.messages()).extracting(Mail::subject).containsExactly("Found");
  }

  @Test
  void refusesOneRecipientAndTakesTheOthers() throws Exception {
    mailbox.refuseRecipient("Gone@x.example");
    assertThatThrownBy(() -> sender.text("To one", "text", "gone@x.example"))
        .isInstanceOf(SendFailedException.class)
        .rootCause()
        .hasMessageContaining("550");
    sender.text("To another", "text", "here@x.example");
    assertThat(mailbox.messages()).extracting(Mail::to).containsExactly("here@x.example");
  }

  @Test
  void hangsUpAfterTheDataAndHasTheMailAllTheSame() throws Exception {
    mailbox.hangUpAfterData(1);
    assertThatThrownBy(() -> sender.text("Did it arrive?", "text", "a@x.example"))
        .isInstanceOf(MessagingException.class);
    assertThat(mailbox.messages()).extracting(Mail::subject).containsExactly("Did it arrive?");
    sender.text("This did", "text", "a@x.example");
    assertThat(mailbox.messages()).hasSize(2);
  }

  @Test
  void answersSlowlyWhenTold() throws Exception {
    mailbox.answerAfter(Duration.ofMillis(40));
    Instant before = Instant.now();
    sender.text("Slow", "text", "a@x.example");
    // Greeting, EHLO, MAIL, RCPT, DATA, end of data: six answers at least.
    assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofMillis(240));
    assertThat(mailbox.messages()).hasSize(1);
  }

  @Test
  void behavesAgainWhenTold() throws Exception {
    mailbox.refuseRecipient("a@x.example");
    mailbox.hangUpAfterData(5);
    mailbox.refuseConnections();
    mailbox.behave();
    sender.text("Fine", "text", "a@x.example");
    assertThat(mailbox.messages()).hasSize(1);
  }
}
