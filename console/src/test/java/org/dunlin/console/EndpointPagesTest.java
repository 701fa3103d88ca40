package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.console.Caller.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.core.event.EventKind;
import org.dunlin.store.access.Role;
import org.dunlin.store.access.Scope;
import org.dunlin.store.event.EventEndpoint.Standing;
import org.dunlin.work.event.ChangeEndpoints;
import org.junit.jupiter.api.Test;

/** Where people and programs say who is told what happens, and see how that goes. */
class EndpointPagesTest {
  private static final Pattern SECRET = Pattern.compile("whsec_[A-Za-z0-9+/]{43}=");
  private static final String ADDRESS = "https://erp.example.com/dunlin";
  private static final String JSON = "application/json";

  private final Scene scene = new Scene();
  private final String page = "/endpoints?company=" + scene.id();
  private final String api = "/api/v1/companies/" + scene.id() + "/event-endpoints";
  private final ChangeEndpoints changes = new ChangeEndpoints(scene.stores(), false);

  @Test
  void itsSecretIsShownOnceAndANewOneTakesItsPlace() {
    Browser browser = Browser.signedIn();
    browser.open(page);
    HttpResponse<String> made =
        browser.follow(
            browser.press(
                "/endpoints",
                "company",
                scene.id(),
                "name",
                "ERP",
                "address",
                ADDRESS,
                "kind",
                "INVOICE_SETTLED"));
    String id = scene.stores().events().endpoints().of(scene.id()).getFirst().id().toString();
    String first = secret(made);

    assertThat(browser.open("/endpoints/" + id + "?company=" + scene.id()).body())
        .contains("ERP", ADDRESS)
        .doesNotContainPattern(SECRET);
    HttpResponse<String> rotated =
        browser.follow(
            browser.press("/endpoints/" + id + "/rotate", "company", scene.id(), "back", page));
    assertThat(rotated.statusCode()).isEqualTo(200);
    assertThat(browser.open(page).body()).contains("ERP").doesNotContainPattern(SECRET);
    assertThat(first).startsWith("whsec_");
  }

  @Test
  void anAddressThatMayNotBeIsRefusedInWords() {
    Browser browser = Browser.signedIn();
    browser.open(page);

    for (String address : List.of("http://erp.example.com", "https://10.0.0.1/", "nowhere")) {
      HttpResponse<String> refused =
          browser.follow(
              browser.press(
                  "/endpoints",
                  "company",
                  scene.id(),
                  "name",
                  "ERP",
                  "address",
                  address,
                  "kind",
                  "INVOICE_SETTLED",
                  "back",
                  page));
      assertThat(refused.body()).containsAnyOf("https://", "private network", "no address");
    }
    assertThat(scene.stores().events().endpoints().of(scene.id())).isEmpty();
  }

  @Test
  void aTestIsPutIntoTheOutboxAndStandsInTheLog() {
    UUID id = added();
    Browser browser = Browser.signedIn();
    browser.open("/endpoints/" + id + "?company=" + scene.id());
    browser.press("/endpoints/" + id + "/test", "company", scene.id(), "back", page);

    assertThat(browser.open("/endpoints/" + id + "?company=" + scene.id()).body())
        .contains("/outbox/", "Waiting");
  }

  @Test
  void whoOnlyLooksSeesNoButtonsAndAnotherCompanysIsNotThere() {
    UUID id = added();
    Scene other = new Scene();
    Browser viewer = Somebody.in(scene.id(), Role.VIEWER).signedIn();

    assertThat(viewer.open("/endpoints/" + id + "?company=" + scene.id()).body())
        .contains("ERP")
        .contains("https://erp.example.com")
        .doesNotContain("/rotate", "/remove", "/switch", "/test", ADDRESS);
    assertThat(viewer.open(page).body())
        .contains("https://erp.example.com")
        .doesNotContain(ADDRESS);
    assertThat(viewer.open("/journal?company=" + scene.id()).body()).doesNotContain(ADDRESS);
    assertThat(Browser.signedIn().open("/endpoints/" + id + "?company=" + other.id()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void whoMayNotChangeAnAddressIsToldItsHostAlone() {
    String one = api + "/" + added();
    Caller reads = Caller.allowed(scene.id(), Scope.READ);
    Caller sets = Caller.allowed(scene.id(), Scope.READ, Scope.SETTINGS);

    assertThat(json(reads.get(one)).get("address").asText()).isEqualTo("https://erp.example.com");
    assertThat(reads.get(api).body()).doesNotContain(ADDRESS);
    assertThat(json(sets.get(one)).get("address").asText()).isEqualTo(ADDRESS);
    assertThat(sets.get(api).body()).contains(ADDRESS);
  }

  @Test
  void programsAddChangeSteerAndEndThemToo() {
    Caller program = Caller.allowed(scene.id(), Scope.READ, Scope.SETTINGS);
    HttpResponse<String> made =
        program.send("POST", api, said("ERP", "invoice.settled"), "Content-Type", JSON);
    String one = made.headers().firstValue("Location").orElseThrow();

    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(json(made).get("secret").asText()).matches(SECRET);
    assertThat(json(program.get(one)).has("secret")).isFalse();
    JsonNode changed =
        json(program.send("PUT", one, said("Books", "payment.matched"), "Content-Type", JSON));
    assertThat(changed.get("name").asText()).isEqualTo("Books");
    assertThat(changed.at("/kinds/0").asText()).isEqualTo("payment.matched");
    assertThat(json(program.send("POST", one + "/pause", "")).get("state").asText())
        .isEqualTo("OFF");
    assertThat(json(program.send("POST", one + "/resume", "")).get("state").asText())
        .isEqualTo("ON");
    JsonNode rotated = json(program.send("POST", one + "/rotate", ""));
    assertThat(rotated.get("secret").asText())
        .matches(SECRET)
        .isNotEqualTo(json(made).get("secret").asText());
    assertThat(program.send("POST", one + "/test", "").statusCode()).isEqualTo(202);
    JsonNode told = json(program.get(one + "/events")).at("/items/0");
    assertThat(told.get("kind").asText()).isEqualTo("test");
    JsonNode event = json(program.get(one + "/events/" + told.get("id").asText()));
    assertThat(event.at("/body/type").asText()).isEqualTo("test");
    assertThat(program.send("DELETE", one, "").statusCode()).isEqualTo(204);
    assertThat(program.get(one).statusCode()).isEqualTo(404);
  }

  @Test
  void whatAProgramSaysWrongIsToldByItsField() {
    Caller program = Caller.allowed(scene.id(), Scope.READ, Scope.SETTINGS);

    HttpResponse<String> kind =
        program.send("POST", api, said("ERP", "invoice.lost"), "Content-Type", JSON);
    HttpResponse<String> address =
        program.send(
            "POST",
            api,
            said("ERP", "invoice.settled").replace("https:", "http:"),
            "Content-Type",
            JSON);

    assertThat(kind.statusCode()).isEqualTo(422);
    assertThat(json(kind).at("/errors/0/field").asText()).isEqualTo("kinds");
    assertThat(address.statusCode()).isEqualTo(422);
    assertThat(json(address).at("/errors/0/field").asText()).isEqualTo("address");
  }

  @Test
  void aProgramThatTookNothingForDaysStandsUnderTasksForWhoMaySwitchItOnAgain() {
    UUID id = added();
    String tasks = "/tasks?company=" + scene.id();
    assertThat(browserOf(Role.ADMIN).open(tasks).body()).doesNotContain("/endpoints/" + id);
    scene
        .stores()
        .events()
        .endpoints()
        .switchTo(scene.id(), id, Standing.FAILED, "It took nothing for three days.");

    assertThat(Text.of(browserOf(Role.ADMIN).open(tasks).body()))
        .contains("The program ERP is told nothing any more", "It took nothing for three days.")
        .doesNotContain("There is nothing to do.");
    assertThat(browserOf(Role.ADMIN).open(tasks).body()).contains("/endpoints/" + id);
    assertThat(browserOf(Role.VIEWER).open(tasks).body()).doesNotContain("/endpoints/" + id);
    Sight.isFine("tasks-endpoint", tasks);
    changes.switchOn(scene.id(), id, true, "anna");
    assertThat(browserOf(Role.ADMIN).open(tasks).body()).doesNotContain("/endpoints/" + id);
  }

  private Browser browserOf(Role role) {
    return Somebody.in(scene.id(), role).signedIn();
  }

  @Test
  void thePagesAreFine() {
    UUID id = added();
    changes.test(scene.id(), id);
    Sight.isFine("endpoints", page);
    Sight.isFine("endpoint", "/endpoints/" + id + "?company=" + scene.id());
  }

  private UUID added() {
    return changes
        .add(
            scene.id(),
            new ChangeEndpoints.Said("ERP", ADDRESS, List.of(EventKind.INVOICE_SETTLED)),
            "anna")
        .id();
  }

  private static String said(String name, String kind) {
    return "{\"name\":\"%s\",\"address\":\"%s\",\"kinds\":[\"%s\"]}".formatted(name, ADDRESS, kind);
  }

  private static String secret(HttpResponse<String> answer) {
    Matcher secret = SECRET.matcher(answer.body().replace("&#43;", "+").replace("&#x3D;", "="));
    assertThat(secret.find()).as(answer.body()).isTrue();
    return secret.group();
  }
}
