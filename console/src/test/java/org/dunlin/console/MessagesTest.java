package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.dunning.GateCheck;
import org.dunlin.core.dunning.GateFinding;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.access.Scope;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.outbox.GateAskings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();
  private final UUID customer = scene.customer("Jansen");

  private UUID email(String subject, EffectState state) {
    UUID invoice = scene.invoice(customer, subject, Scene.TODAY.minusDays(10), "10.00");
    return scene.email(customer, invoice, subject, state);
  }

  private EffectState state(UUID effect) {
    return scene.stores().outbox().find(scene.id(), effect).orElseThrow().state();
  }

  private HttpResponse<String> press(String path) {
    String list = "/messages?company=" + scene.id();
    return browser.press(path, "company", scene.id(), "back", list);
  }

  @Test
  void whatWasFoundAsAMessageWasToLeaveStandsOnItsPageAndInTheApi() {
    UUID effect = email("Reminder", EffectState.SENT);
    String action =
        String.valueOf(scene.stores().outbox().find(scene.id(), effect).orElseThrow().actionId());
    assertThat(browser.open("/messages/" + effect + "?company=" + scene.id()).body())
        .doesNotContain("What was found as it was to leave");
    scene
        .stores()
        .gateAskings()
        .put(
            scene.id(),
            effect,
            action,
            customer,
            GateAskings.Answer.GO,
            List.of(
                new GateFinding(
                    GateCheck.ACCOUNTS,
                    GateFinding.Found.PASSED,
                    Map.of("account", "NL44RABO0123456789", "coveredTo", "2026-11-23")),
                new GateFinding(
                    GateCheck.AMOUNTS,
                    GateFinding.Found.PASSED,
                    Map.of("invoice", "2026-0042", "open", "EUR 10.00", "said", "EUR 10.00")),
                new GateFinding(GateCheck.CONTACT, GateFinding.Found.PASSED, Map.of())));

    assertThat(Text.of(browser.open("/messages/" + effect + "?company=" + scene.id()).body()))
        .contains("What was found as it was to leave", ", and left.")
        .contains("NL44RABO0123456789, covered by statements to 23 Nov 2026")
        .contains(
            "2026-0042: EUR\u00a010.00 is open, the message says EUR\u00a010.00"
                .replace('\u00a0', ' '))
        .contains("none before");
    Caller program = Caller.allowed(scene.id(), Scope.READ);
    String base = "/api/v1/companies/" + scene.id();
    assertThat(
            Caller.json(program.get(base + "/messages/" + effect + "/gate")).at("/answer").asText())
        .isEqualTo("GO");
    assertThat(
            Caller.json(program.get(base + "/actions/" + action + "/gate"))
                .at("/items/0/findings/0/of/coveredTo")
                .asText())
        .isEqualTo("2026-11-23");
    assertThat(program.get(base + "/messages/" + UUID.randomUUID() + "/gate").statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"true, SENT, has left", "false, CANCELLED, has not left"})
  void aPersonSaysWhetherAnUnknownMessageHasLeft(boolean left, EffectState end, String sentence) {
    UUID effect = email("Reminder", EffectState.UNKNOWN);
    assertThat(browser.open("/messages/" + effect + "?company=" + scene.id()).body())
        .contains("It left", "It did not leave", "never sends it twice", "The line broke off.");
    HttpResponse<String> answer =
        browser.press(
            "/messages/" + effect + "/resolve",
            "company",
            scene.id(),
            "left",
            String.valueOf(left),
            "back",
            "/messages/" + effect + "?company=" + scene.id());
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .endsWith("/messages/" + effect + "?company=" + scene.id());
    assertThat(state(effect)).isEqualTo(end);
    assertThat(browser.follow(answer).body()).contains(sentence);
  }

  @Test
  void aMessageInTestModeSaysThatItGoesToTheTestMailbox() {
    browser.open(scene.page());
    browser.press("/mode", "company", scene.id(), "mode", "TEST");
    UUID waits = email("2026-0061", EffectState.PENDING);
    UUID left = email("2026-0062", EffectState.SENT);

    assertThat(page(waits))
        .contains("ap@customer.example It goes to the test mailbox ")
        .contains(", and not to the customer.");
    assertThat(page(left))
        .contains("ap@customer.example It went to the test mailbox, and not to the customer.");
  }

  @Test
  void aMessageThatGoesToTheCustomerSaysNothingOfTheTestMailbox() {
    assertThat(page(email("2026-0063", EffectState.SENT))).doesNotContain("test mailbox");
  }

  private String page(UUID message) {
    return Text.of(browser.open("/messages/" + message + "?company=" + scene.id()));
  }

  @Test
  void whatIsKnownIsNotResolvedTwice() {
    UUID effect = email("Reminder", EffectState.SENT);
    HttpResponse<String> answer =
        browser.press(
            "/messages/" + effect + "/resolve",
            "company",
            scene.id(),
            "left",
            "false",
            "back",
            "/messages?company=" + scene.id());
    assertThat(state(effect)).isEqualTo(EffectState.SENT);
    assertThat(browser.follow(answer).body()).contains("is known already");
  }

  @Test
  void waitingMessagesAreReleasedTogether() {
    UUID one = email("one", EffectState.AWAITING_APPROVAL);
    UUID two = email("two", EffectState.AWAITING_APPROVAL);
    assertThat(browser.open("/messages?company=" + scene.id()).body())
        .contains("2 messages wait for you", "Release 2");
    HttpResponse<String> answer = press("/messages/release");
    assertThat(state(one)).isEqualTo(EffectState.PENDING);
    assertThat(state(two)).isEqualTo(EffectState.PENDING);
    assertThat(browser.follow(answer).body()).contains("2 messages are released.");
  }

  @Test
  void waitingMessagesAreDroppedTogether() {
    UUID one = email("one", EffectState.AWAITING_APPROVAL);
    browser.press("/messages/drop", "company", scene.id());
    assertThat(state(one)).isEqualTo(EffectState.CANCELLED);
  }

  @Test
  void theMailIsFramedUnderRulesOfItsOwn() {
    UUID effect = email("Reminder", EffectState.SENT);
    HttpResponse<String> page = browser.open("/messages/" + effect + "?company=" + scene.id());
    assertThat(page.body()).contains("sandbox", "Please pay Reminder").doesNotContain("<script>");
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .get()
        .asString()
        .contains("default-src 'none'", "frame-src 'self'", "frame-ancestors 'none'");
    HttpResponse<String> mail = browser.open("/messages/" + effect + "/html?company=" + scene.id());
    assertThat(mail.body()).contains("<p style=\"color:#333\">");
    assertThat(mail.headers().allValues("Content-Security-Policy"))
        .hasSize(1)
        .first()
        .asString()
        .contains("sandbox;", "default-src 'none'", "style-src 'unsafe-inline'")
        .doesNotContain("script-src", "allow-scripts");
    assertThat(mail.headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
  }

  @Test
  void theMailShowsItsPicturesWithoutLoadingThem() {
    UUID effect = email("Reminder", EffectState.SENT);
    String mail = browser.open("/messages/" + effect + "/html?company=" + scene.id()).body();
    assertThat(mail)
        .contains("<img src=\"data:image/png;base64,iVBORw0KGgo")
        .doesNotContain("cid:");
  }

  @Test
  void attachedDocumentsAreListedAndCanBeFetched() throws Exception {
    UUID invoice = scene.invoice(customer, "2026-0042", Scene.TODAY.minusDays(10), "10.00");
    UUID document = scene.document(customer, invoice, "Invoice & Co.pdf", "%PDF-1.7 invoice");
    UUID effect =
        scene.email(
            customer,
            invoice,
            "Reminder",
            EffectState.PENDING,
            List.of(
                new Dispatch.Attachment(document, "Invoice - Co.pdf", "application/pdf", 16),
                new Dispatch.Attachment(new UUID(0, 1), "gone.pdf", "application/pdf", 16)));
    String query = "?company=" + scene.id();
    assertThat(browser.open("/messages/" + effect + query).body())
        .contains("Enclosed documents", "Invoice - Co.pdf</a>", "gone.pdf <span")
        .contains("replaced since by a newer version");
    HttpResponse<String> fetched =
        browser.open("/messages/" + effect + "/attachments/" + document + query);
    assertThat(fetched.body()).isEqualTo("%PDF-1.7 invoice");
    assertThat(fetched.headers().firstValue("Content-Disposition"))
        .get()
        .asString()
        .startsWith("attachment;");
    assertThat(fetched.headers().firstValue("Content-Type")).contains("application/pdf");
  }

  @Test
  void aDocumentThatTheMessageDoesNotAttachIsNotFound() throws Exception {
    UUID invoice = scene.invoice(customer, "2026-0042", Scene.TODAY.minusDays(10), "10.00");
    UUID other = scene.document(customer, invoice, "other.pdf", "%PDF-1.7 other");
    UUID effect = scene.email(customer, invoice, "Reminder", EffectState.PENDING);
    assertThat(
            browser
                .open("/messages/" + effect + "/attachments/" + other + "?company=" + scene.id())
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void anUnknownMessageIsNotFound() {
    UUID nothing = UUID.randomUUID();
    String query = "?company=" + scene.id();
    assertThat(browser.open("/messages/" + nothing + query).statusCode()).isEqualTo(404);
    assertThat(browser.open("/messages/" + nothing + "/html" + query).statusCode()).isEqualTo(404);
    assertThat(
            browser
                .press("/messages/" + nothing + "/resolve", "company", scene.id(), "left", "true")
                .statusCode())
        .isEqualTo(404);
  }
}
