package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.model.Problem;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.outbox.EffectState;
import org.junit.jupiter.api.Test;

/** Every text that comes from outside may be an attack; none of it may become markup. */
class HostileTextTest {
  private static final String SCRIPT = "<script>alert(1)</script>\" onload='x' {{x}}";

  /** Within a tag, and not within a value that stands there in quotes. */
  private static final String INSIDE_A_TAG = "<[a-z](?:[^>\"o]|\"[^\"]*\"|o(?!nload))*onload";

  private final Scene scene = new Scene(SCRIPT, "");
  private final Browser browser = Browser.signedIn();

  @Test
  void textFromOutsideStaysTextOnThePage() {
    UUID customer = scene.customer("customer " + SCRIPT);
    UUID invoice = scene.invoice(customer, "number " + SCRIPT, Scene.TODAY.minusDays(9), "10.00");
    String body = browser.open(scene.page()).body();
    assertThat(body).doesNotContain("<script>").doesNotContainPattern(INSIDE_A_TAG);
    for (String what : new String[] {"customer", "number"}) {
      assertThat(body).contains(what + " &lt;script&gt;");
    }
  }

  @Test
  void textFromOutsideStaysTextOnThePagesOfTheLedger() {
    UUID customer = scene.customer("customer " + SCRIPT);
    UUID invoice = scene.invoice(customer, "number " + SCRIPT, Scene.TODAY.minusDays(9), "10.00");
    UUID payment = scene.payment("payer " + SCRIPT, "remittance " + SCRIPT, "5.00");
    scene.allocation(payment, invoice, "5.00", Decision.AUTOMATIC, "evidence " + SCRIPT);
    UUID other = scene.payment("payer " + SCRIPT, "remittance " + SCRIPT, "5.00");
    scene.allocation(other, invoice, "5.00", Decision.CONFLICT, "evidence " + SCRIPT);
    scene.email(customer, invoice, "subject " + SCRIPT, EffectState.UNKNOWN);
    String search = "&search=" + URLEncoder.encode(SCRIPT, StandardCharsets.UTF_8);
    for (String path :
        new String[] {
          "/customers?show=all",
          "/customers?show=all" + search,
          "/customers/" + customer + "?",
          "/customers/" + customer + "/timeline?",
          "/customers/" + customer + "/erase?",
          "/invoices?show=ALL",
          "/invoices?show=ALL" + search,
          "/invoices?show=ALL&customer=" + customer,
          "/invoices/" + invoice + "?",
          "/payments?show=ALL",
          "/payments?show=ALL" + search,
          "/payments/" + payment + "?"
        }) {
      HttpResponse<String> answer = browser.open(path + "&company=" + scene.id());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.body().replaceAll("(value|href)=\"[^\"]*\"", "")) // no quote ends one
          .as(path)
          .contains("&lt;script&gt;")
          .doesNotContain("<script>")
          .doesNotContainPattern(INSIDE_A_TAG);
    }
  }

  @Test
  void textFromOutsideStaysTextInLists() {
    UUID customer = scene.customer(SCRIPT);
    UUID invoice = scene.invoice(customer, SCRIPT, Scene.TODAY.minusDays(9), "10.00");
    scene.email(customer, invoice, SCRIPT, EffectState.UNKNOWN);
    scene.held(customer, invoice, HoldReason.MANUAL);
    scene.deliver(SCRIPT, "content " + scene.id());
    scene.stores().flows().failed(scene.id(), SCRIPT, SCRIPT, SCRIPT);
    Hub.ROUTES.failing(scene.id(), SCRIPT, SCRIPT);
    scene
        .stores()
        .journal()
        .append(scene.id(), Happening.to(SCRIPT, SCRIPT, SCRIPT, SCRIPT, Scene.TODAY, SCRIPT));
    for (String list :
        new String[] {"/messages", "/messages/held", "/inbox", "/outbox", "/flows", "/journal"}) {
      assertThat(browser.open(list + "?company=" + scene.id()).body())
          .contains("&lt;script&gt;")
          .doesNotContain("<script>")
          .doesNotContainPattern(INSIDE_A_TAG);
    }
  }

  @Test
  void textFromOutsideStaysTextOnItsOwnPages() {
    UUID customer = scene.customer("Jansen");
    UUID invoice = scene.invoice(customer, "1", Scene.TODAY.minusDays(9), "10.00");
    UUID effect = scene.email(customer, invoice, SCRIPT, EffectState.SENT);
    UUID delivery = scene.deliver(SCRIPT, SCRIPT + scene.id());
    scene
        .stores()
        .problems()
        .add(scene.id(), delivery, new Problem(SCRIPT, SCRIPT, "CODE", SCRIPT));
    String query = "?company=" + scene.id();
    for (String path :
        new String[] {
          "/messages/" + effect,
          "/outbox/" + effect,
          "/deliveries/" + delivery,
          "/deliveries/" + delivery + "/raw",
          "/live"
        }) {
      assertThat(browser.open(path + query).body())
          .contains("&lt;script&gt;")
          .doesNotContain("<script>")
          .doesNotContainPattern(INSIDE_A_TAG);
    }
  }

  @Test
  void theAddressOfARequestIsNeverRepeatedAsItIs() {
    assertThat(browser.open("/%3Cscript%3Ealert(1)%3C/script%3E?company=%3Cscript%3E").body())
        .doesNotContain("<script>");
    assertThat(browser.open("/?company=%3Cscript%3E").body()).doesNotContain("<script>");
    assertThat(browser.open("/login?wrong=%3Cscript%3E").body()).doesNotContain("<script>");
  }
}
