package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.console.Caller.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.message.Language;
import org.dunlin.core.message.Reminders;
import org.dunlin.store.access.Scope;
import org.junit.jupiter.api.Test;

/**
 * People change the words of messages, see what becomes of them, and cannot leave out the law's.
 */
class TemplatePagesTest {
  private static final String PATH = "/templates/final/nl";
  private static final String OWN =
      "Laatste bericht\n\nGeachte {{customer}} <i>\n\n{{> letter}}\n\n{{> asked}}\n\n{{> claims}}\n\n"
          + "{{> pay}}";

  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();
  private final UUID customer = scene.customer("Bakkerij Jansen");

  TemplatePagesTest() {
    scene.invoice(customer, "2026-0042", LocalDate.of(2026, 5, 1), "1000.00");
  }

  @Test
  void ownWordsAreKeptAndEarlierOnesComeBack() {
    assertThat(browser.open(at("/templates")).body()).contains("Words of the hub");
    assertThat(followed(saved(OWN, 0))).contains("The new version counts", "Laatste bericht");
    assertThat(followed(saved(OWN.replace("Laatste", "Allerlaatste"), 1))).contains("version 2");
    assertThat(browser.open(at("/templates")).body()).contains("Your words, version 2");
    assertThat(followed(pressed(PATH + "/restore", "version", "2", "earlier", "1")))
        .contains("That version counts again", "version 3");
    assertThat(followed(pressed(PATH + "/reset", "version", "3")))
        .contains("The words of the hub count again", "Laatste aanmaning");
    assertThat(browser.open(at("/journal")).body()).contains("Template changed", "Template reset");
  }

  @Test
  void whatLacksAStatutorySentenceIsRefusedAndTheDraftStays() {
    HttpResponse<String> answer = saved(OWN.replace("{{> letter}}", "Betaal nu, mijn tekst"), 0);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("from the day after its receipt", "exact amount", "mijn tekst");
    assertThat(scene.stores().wordings().newest(scene.id())).isEmpty();
    assertThat(saved(OWN.replace("{{> pay}}", "{{{pay}}}"), 0).body())
        .contains("none of the marks");
    assertThat(saved("x".repeat(20_001), 0).body()).contains("at most");
  }

  @Test
  void wordsThatDoNotCountAnyMoreAreToldOnThePagesAndAsATask() {
    String lacking = OWN.replace("{{> letter}}", "Betaal nu") + "\n";
    scene
        .stores()
        .transactions()
        .run(() -> scene.stores().wordings().add(scene.id(), "final", "nl", 1, lacking, "anna"));

    assertThat(browser.open(at("/templates")).body())
        .contains("does not count", "the words of the hub go out in their place");
    assertThat(browser.open(at(PATH)).body())
        .contains("the words of the hub go out in their place", "exact amount", "Betaal nu");
    assertThat(browser.open(at("/dashboard")).body() + browser.open(at("/")).body())
        .contains("Words of your own for 1 message do not count");
    saved(OWN, 1);
    assertThat(browser.open(at("/templates")).body()).doesNotContain("does not count");
  }

  @Test
  void whoSavesOverSomebodyElsesVersionIsTold() {
    saved(OWN, 0);
    assertThat(saved(OWN.replace("Geachte", "Beste"), 0).body()).contains("meanwhile", "Beste");
  }

  @Test
  void thePreviewIsOfARealCustomerAndCanDoNothing() {
    browser.open(at(PATH));
    HttpResponse<String> preview =
        pressed(PATH + "/preview", "words", OWN, "version", "0", "customer", customer.toString());
    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.body())
        .contains("Geachte Bakkerij Jansen &lt;i&gt;", "2026-0042", "150,00", "NL BW 6:96");
    assertThat(preview.headers().firstValue("Content-Security-Policy"))
        .get()
        .asString()
        .contains("sandbox");
    assertThat(pressed(PATH + "/preview", "words", "Only", "customer", customer.toString()).body())
        .contains("begins with the subject");
    UUID stranger = new Scene().customer("Stranger");
    assertThat(pressed(PATH + "/preview", "words", OWN, "customer", stranger.toString()).body())
        .contains("Nobody owes anything")
        .doesNotContain("Stranger");
  }

  @Test
  void theShortWordsOfATextAreChangedLikeOthersAndTheirPartsAreCounted() {
    String path = "/templates/text-reminder-1/nl";
    String words = "{{company}} {{number}} {{total}} {{account}} {{reference}} Graag!";
    browser.open(at(path));
    assertThat(pressed(path + "/preview", "words", words, "customer", customer.toString()).body())
        .contains("2026-0042", "1.000,00", "Graag!", "1 part", "in the alphabet of text messages");
    assertThat(
            pressed(path + "/preview", "words", words + " ê", "customer", customer.toString())
                .body())
        .contains("with characters that take more room");
    assertThat(
            pressed(path + "/preview", "words", "{{company}}", "customer", customer.toString())
                .body())
        .contains("account is missing");
    browser.open(at(path));
    pressed(path, "words", words, "version", "0");
    assertThat(browser.open(at(path)).body()).contains("Graag!");
  }

  @Test
  void programsReadChangeAndResetWithTheScopeOfSettings() {
    Caller program = Caller.allowed(scene.id(), Scope.READ, Scope.SETTINGS);
    String path = "/api/v1/companies/" + scene.id() + PATH;
    JsonNode all = json(program.get("/api/v1/companies/" + scene.id() + "/templates"));
    assertThat(all.get("items")).hasSize(32);
    assertThat(json(program.get(path)).get("words").asText())
        .isEqualTo(Reminders.source(Language.NL, "final"));

    JsonNode changed = json(put(program, path, OWN, 0));
    assertThat(changed.get("own").asBoolean()).isTrue();
    assertThat(changed.at("/versions/0/version").asInt()).isEqualTo(1);
    assertThat(put(program, path, OWN, 0).statusCode()).isEqualTo(412);
    HttpResponse<String> refused = put(program, path, OWN.replace("{{> asked}}", "-"), 1);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("which invoices it asks for");
    assertThat(put(Caller.allowed(scene.id(), Scope.WRITE), path, OWN, 1).statusCode())
        .isEqualTo(403);
    assertThat(json(program.send("DELETE", path + "?version=1", "")).get("own").asBoolean())
        .isFalse();
    assertThat(program.get(path.replace("final", "nothing")).statusCode()).isEqualTo(404);
  }

  @Test
  void thePagesAreFine() {
    saved(OWN, 0);
    Sight.isFine("templates", at("/templates"));
    Sight.isFine("template", at(PATH));
  }

  private HttpResponse<String> saved(String words, int version) {
    browser.open(at(PATH));
    return pressed(PATH, "words", words, "version", Integer.toString(version));
  }

  private HttpResponse<String> pressed(String path, String... fields) {
    String[] all = new String[fields.length + 4];
    System.arraycopy(fields, 0, all, 4, fields.length);
    all[0] = "company";
    all[1] = scene.id();
    all[2] = "back";
    all[3] = at(PATH);
    return browser.press(path, all);
  }

  private String followed(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return browser.follow(answer).body();
  }

  private static HttpResponse<String> put(Caller program, String path, String words, int version) {
    String body =
        new JsonMapper().valueToTree(Map.of("words", words, "version", version)).toString();
    return program.send("PUT", path, body, "Content-Type", "application/json");
  }

  private String at(String path) {
    return path + "?company=" + scene.id();
  }
}
