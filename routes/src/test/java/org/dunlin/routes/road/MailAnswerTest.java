package org.dunlin.routes.road;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.dunlin.work.dialogue.Answer;
import org.junit.jupiter.api.Test;

/** Whom a mail answers, and who answers: a person, a mailbox or a server. */
class MailAnswerTest {
  private static final UUID EFFECT = UUID.fromString("019dbc4e-3c4d-7e5f-8a6b-7c8d9e0f1a2b");
  private static final String REPORT =
      """
      From: MAILER-DAEMON@example.nl
      Auto-Submitted: auto-replied
      Content-Type: multipart/report; report-type=delivery-status; boundary=b

      --b
      Content-Type: text/plain

      It could not be delivered.
      --b
      Content-Type: message/delivery-status

      Reporting-MTA: dns; mx.example.nl

      Final-Recipient: rfc822; ap@example.nl
      Action: %s
      Status: %s
      --b
      Content-Type: text/rfc822-headers

      From: ar@acme.example
      Message-ID: <%s@acme.example>
      Subject: Reminder
      --b--
      """;

  @Test
  void anAnswerOfAPersonNamesTheMessageThatItAnswers() throws Exception {
    Answer answer =
        read("""
                From: ap@example.nl
                In-Reply-To: <%s@acme.example>
                Content-Type: text/plain; charset=utf-8

                We pay on Friday.
                """
                .formatted(EFFECT))
            .orElseThrow();
    assertThat(answer.effects()).containsExactly(EFFECT);
    assertThat(answer.kind()).isEqualTo(Answer.Kind.PERSON);
    assertThat(answer.text()).isEqualTo("We pay on Friday.");
  }

  @Test
  void oneOfAMailboxSaysSo() throws Exception {
    assertThat(kind("Auto-Submitted: auto-replied")).isEqualTo(Answer.Kind.AUTOMATIC);
    assertThat(kind("Precedence: bulk")).isEqualTo(Answer.Kind.AUTOMATIC);
    assertThat(kind("Auto-Submitted: no")).isEqualTo(Answer.Kind.PERSON);
  }

  @Test
  void aReportOfFailureForGoodIsABounce() throws Exception {
    assertThat(report("failed", "5.1.1").effects()).containsExactly(EFFECT);
    assertThat(report("failed", "5.1.1").kind()).isEqualTo(Answer.Kind.BOUNCED);
    assertThat(report("failed", "5.1.1").failed()).containsExactly("ap@example.nl");
  }

  @Test
  void aReportThatBringsNoMessageOfTheHubBackIsNoBounce() throws Exception {
    String forged =
        REPORT.formatted("failed", "5.1.1", EFFECT).replace("Message-ID:", "References:");
    assertThat(read(forged)).isEmpty();
    assertThat(read("In-Reply-To: <%s@acme.example>\n".formatted(EFFECT) + forged).orElseThrow())
        .extracting(Answer::kind, Answer::failed)
        .containsExactly(Answer.Kind.REPORTED, List.of());
  }

  @Test
  void aReportIsAboutTheMessageThatItBringsBackAndNoOtherThatItNames() throws Exception {
    UUID other = UUID.fromString("019dbc4e-3c4d-7e5f-8a6b-000000000001");
    Answer answer =
        read("In-Reply-To: <%s@acme.example>\n".formatted(other)
                + REPORT.formatted("failed", "5.1.1", EFFECT))
            .orElseThrow();
    assertThat(answer.effects()).containsExactly(EFFECT);
  }

  @Test
  void theFailureOfOneRecipientIsNotThatOfAnother() throws Exception {
    String two =
        REPORT
            .formatted("delivered", "2.0.0", EFFECT)
            .replace(
                "Status: 2.0.0\n",
                """
                Status: 2.0.0

                Final-Recipient: rfc822; other@example.nl
                Action: failed
                Status: 5.1.1
                """);
    assertThat(read(two).orElseThrow().failed()).containsExactly("other@example.nl");
    String mixed = two.replace("Action: failed\nStatus: 5.1.1", "Action: failed\nStatus: 4.4.1");
    assertThat(read(mixed.replace("Status: 2.0.0\n", "Status: 5.1.1\n")).orElseThrow().kind())
        .isEqualTo(Answer.Kind.REPORTED);
  }

  @Test
  void aReportOfAnotherKindIsNoBounce() throws Exception {
    String report = REPORT.formatted("failed", "5.1.1", EFFECT);
    String read = report.replace("report-type=delivery-status", "report-type=disposition");
    assertThat(read(read).orElseThrow().kind()).isEqualTo(Answer.Kind.REPORTED);
  }

  @Test
  void aDelayOrAFailureThatMayPassIsNone() throws Exception {
    assertThat(report("delayed", "4.4.1").kind()).isEqualTo(Answer.Kind.REPORTED);
    assertThat(report("failed", "4.4.1").kind()).isEqualTo(Answer.Kind.REPORTED);
    assertThat(report("delivered", "2.0.0").kind()).isEqualTo(Answer.Kind.REPORTED);
  }

  @Test
  void aMailThatAnswersNothingOfTheHubIsNoAnswer() throws Exception {
    assertThat(
            read(
                """
                From: ap@example.nl
                In-Reply-To: <20261120.1234@example.nl>
                Content-Type: text/plain

                Hello <%s@acme.example>
                """
                    .formatted(EFFECT)))
        .isEmpty();
  }

  @Test
  void anUnknownEncodingIsReadNevertheless() throws Exception {
    Answer answer =
        read("""
                References: <a@b> <%s@acme.example>
                Content-Type: text/plain; charset=x-nobody-knows

                Hello
                """
                .formatted(EFFECT))
            .orElseThrow();
    assertThat(answer.text()).isEqualTo("Hello");
  }

  @Test
  void aPartThatCannotBeReadIsOneWithoutWords() throws Exception {
    for (String broken : List.of("base64\n\nSGVsb\n", "x-nobody-knows\n\nHello\n")) {
      Answer answer =
          read("""
                  In-Reply-To: <%s@acme.example>
                  Content-Type: text/plain; charset=utf-8
                  Content-Transfer-Encoding: %s"""
                  .formatted(EFFECT, broken))
              .orElseThrow();
      assertThat(answer.effects()).containsExactly(EFFECT);
      assertThat(answer.text()).isNull();
    }
  }

  @Test
  void aMailIsReadNoFurtherThanIsOfUse() throws Exception {
    StringBuilder named = new StringBuilder("<%s@acme.example>".formatted(EFFECT));
    for (int i = 0; i < 500; i++) {
      named.append("\n <").append(UUID.randomUUID()).append("@acme.example>");
    }
    Answer answer =
        read("In-Reply-To: %s\nContent-Type: text/plain\n\n%s"
                .formatted(named, "Hello ".repeat(100_000)))
            .orElseThrow();
    assertThat(answer.effects()).hasSize(20).startsWith(EFFECT);
    assertThat(answer.text()).startsWith("Hello").hasSizeLessThanOrEqualTo(64 * 1024);
  }

  @Test
  void ofAMailWithoutEndOnlyTheFirstPartsAreLookedAt() throws Exception {
    String part = "--b\nContent-Type: application/octet-stream\n\nx\n";
    Answer answer =
        read("""
                In-Reply-To: <%s@acme.example>
                Content-Type: multipart/mixed; boundary=b

                %s--b
                Content-Type: text/plain

                Behind them all
                --b--
                """
                .formatted(EFFECT, part.repeat(200)))
            .orElseThrow();
    assertThat(answer.text()).isNull();
  }

  @Test
  void whatIsOnlySaidInHtmlIsReadWithoutItsMarks() throws Exception {
    String html =
        """
        In-Reply-To: <%s@acme.example>
        Content-Type: text/html; charset=utf-8

        <html><head><style>p { color: red }</style></head><body><!-- no --><p>We pay &#8364;&nbsp;5
        &lt; 6</p><script>alert(1)</script><p>on <b>Friday</b>.<br>Jan &amp; Piet</p></body></html>
        """
            .formatted(EFFECT);
    assertThat(read(html).orElseThrow().text())
        .isEqualTo("We pay € 5 < 6\n\non Friday.\nJan & Piet");
    String unfinished = html.replaceAll("(?s)<html>.*", "Yes & <b>no</b> &#0;<style>x < 3 <");
    assertThat(read(unfinished).orElseThrow().text()).isEqualTo("Yes & no");
  }

  @Test
  void theSameMailHasTheSameNameAndAnotherHasAnother() throws Exception {
    String mail = "Message-ID: <%s>\nDate: %s\nIn-Reply-To: <" + EFFECT + "@acme.example>\n\nOk";
    UUID first = read(mail.formatted("1@example.nl", "x")).orElseThrow().mail();
    assertThat(read(mail.formatted("1@example.nl", "x")).orElseThrow().mail()).isEqualTo(first);
    assertThat(read(mail.formatted("2@example.nl", "x")).orElseThrow().mail()).isNotEqualTo(first);
    assertThat(read(mail.formatted("1@example.nl", "y")).orElseThrow().mail()).isNotEqualTo(first);
  }

  private static Answer.Kind kind(String header) throws MessagingException, IOException {
    return read("""
            From: ap@example.nl
            References: <%s@acme.example>
            %s
            Content-Type: text/plain

            Hello
            """
            .formatted(EFFECT, header))
        .orElseThrow()
        .kind();
  }

  private static Answer report(String action, String status)
      throws MessagingException, IOException {
    return read(REPORT.formatted(action, status, EFFECT)).orElseThrow();
  }

  private static Optional<Answer> read(String mail) throws MessagingException, IOException {
    return MailAnswer.of(
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
  }
}
