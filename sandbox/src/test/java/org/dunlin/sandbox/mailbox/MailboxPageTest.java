package org.dunlin.sandbox.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page that shows the mailbox; what stands in a mail is hostile. */
class MailboxPageTest {
  private static final String HOSTILE = "<script>alert(1)</script><img src=x onerror='alert(2)'>\"";

  private final HttpClient browser = HttpClient.newHttpClient();
  private Mailbox mailbox;
  private MailboxPage page;

  @BeforeEach
  void open() throws IOException {
    mailbox = Mailbox.open();
    page = MailboxPage.of(mailbox, 0);
  }

  @AfterEach
  void close() throws IOException {
    page.close();
    mailbox.close();
    browser.close();
  }

  @Test
  void listsMailsNewestFirst() throws Exception {
    Sender sender = new Sender(mailbox);
    sender.text("First", "text", "a@x.example");
    sender.text("Second", "text", "b@x.example");
    assertThat(show("").body()).containsSubsequence("Second", "b@x.example", "First");
  }

  @Test
  void anEmptyMailboxSaysSo() throws Exception {
    assertThat(show("").body()).contains("No mail has arrived yet");
  }

  @Test
  void showsHeadersAndTextOfOneMailWithItsLinksToClick() throws Exception {
    new Sender(mailbox).text("Betaal", "Zie http://127.0.0.1:8080/pay/a?b=1&c=2 !", "a@x.example");
    String body = show("mail/1").body();
    assertThat(body)
        .contains("<h1>Betaal</h1>")
        .contains("<dt>Message-ID</dt>")
        .contains("href=\"http://127.0.0.1:8080/pay/a?b=1&amp;c=2\"")
        .contains("rel=\"noopener noreferrer\"");
  }

  @Test
  void nothingInAMailBecomesMarkupOfThePage() throws Exception {
    new Sender(mailbox).both(HOSTILE, HOSTILE, HOSTILE, "a@x.example");
    for (String body : new String[] {show("").body(), show("mail/1").body()}) {
      assertThat(body)
          .doesNotContain("<script")
          .doesNotContain("<img")
          .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }
  }

  @Test
  void theHtmlOfAMailStandsInAFrameWithoutScriptsFormsOrOrigin() throws Exception {
    new Sender(mailbox).both("Html", "text", "<p onclick='x'>\"quoted\"</p>", "a@x.example");
    String body = show("mail/1").body();
    assertThat(body)
        .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
        .contains("&lt;p onclick=&#39;x&#39;&gt;&quot;quoted&quot;&lt;/p&gt;\"></iframe>");
  }

  @Test
  void thePolicyForbidsScriptsAndWhatIsElsewhere() throws Exception {
    HttpResponse<String> response = show("");
    assertThat(response.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy).startsWith("default-src 'none'").doesNotContain("script-src"));
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(show("style.css").headers().firstValue("Content-Type").orElse("")).contains("css");
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    assertThat(show("mail/99").statusCode()).isEqualTo(404);
    assertThat(show("other").statusCode()).isEqualTo(404);
  }

  @Test
  void itCanOnlyBeLookedAt() throws Exception {
    HttpRequest post =
        HttpRequest.newBuilder(page.address())
            .POST(HttpRequest.BodyPublishers.ofString("x"))
            .build();
    assertThat(browser.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
  }

  @Test
  void anotherNameThatPointsHereIsNotServed() throws Exception {
    try (Socket socket = new Socket(page.address().getHost(), page.address().getPort())) {
      String request = "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 421");
    }
  }

  private HttpResponse<String> show(String path) throws Exception {
    HttpRequest get = HttpRequest.newBuilder(page.address().resolve(path)).build();
    return browser.send(get, BodyHandlers.ofString());
  }
}
