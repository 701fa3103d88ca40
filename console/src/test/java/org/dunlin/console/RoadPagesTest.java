package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import org.dunlin.console.words.Words;
import org.dunlin.core.message.Language;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.access.Role;
import org.dunlin.store.access.Scope;
import org.dunlin.work.road.RoadLog;
import org.dunlin.work.road.RoadSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Roads on which files come, as people and programs add and see them. */
class RoadPagesTest {
  private static final String PRINT = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  private static final String SECRET = "s3cret-of-the-bank";

  private final Scene scene = new Scene();
  private final Browser browser = Somebody.in(scene.id(), Role.ADMIN).signedIn();
  private final String query = "?company=" + scene.id();

  private HttpResponse<String> connect(String host) {
    browser.open("/programs/sftp" + query);
    return browser.press(
        "/programs/sftp",
        "company",
        scene.id(),
        "id",
        "bank",
        "setting.host",
        host,
        "setting.user",
        "acme",
        "setting.password",
        SECRET,
        "setting.hostKey",
        PRINT);
  }

  @Test
  void thePagesAreFine() {
    connect("sftp.bank.example");
    Sight.isFine("road", "/connections/bank" + query);
    Sight.isFine("road-settings", "/connections/bank/settings" + query);
    Sight.isFine("mailbox", "/programs/mailbox" + query);
  }

  @Test
  void aRoadIsAddedPausedAndRemovedAndItsSecretIsShownToNobody() {
    HttpResponse<String> answer = connect("sftp.bank.example");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);

    String page = browser.follow(answer).body();
    assertThat(Text.of(page))
        .contains("Connection bank is added.", "SFTP server", "sftp.bank.example", PRINT)
        .contains("the first look is about to begin");
    for (String path : new String[] {"", "/settings", "/secrets"}) {
      assertThat(browser.open("/connections/bank" + path + query).body()).doesNotContain(SECRET);
    }
    browser.press("/connections/bank/pause", "company", scene.id(), "paused", "true");
    assertThat(Text.of(browser.open("/connections/bank" + query).body())).contains("It is paused");
    browser.press("/connections/bank/remove", "company", scene.id(), "data", "KEEP");
    assertThat(browser.open("/connections/bank" + query).statusCode()).isEqualTo(404);
    assertThat(scene.stores().programs().secrets().of(scene.id(), "bank")).isEmpty();
  }

  @Test
  void aServerThatShowsAnotherKeyLaterIsSaidInTheReadersLanguageAndTheNewKeyIsEnteredOnPurpose() {
    browser.follow(connect("sftp.bank.example"));
    String other = "SHA256:BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB";
    scene
        .stores()
        .flows()
        .failed(
            scene.id(),
            "bank",
            RoadLog.FLOW,
            "The server sftp.bank.example:22 shows the host key "
                + other
                + ", and "
                + PRINT
                + " is expected. Nothing was sent to it. Ask whoever keeps the server whether its"
                + " key has changed; if it has, enter the new one as host key.");
    browser.press("/appearance", "language", "de", "back", "/connections/bank" + query);

    assertThat(Text.of(browser.open("/connections/bank" + query).body()))
        .contains("zeigt den Host-Schlüssel " + other, "An ihn wurde nichts gesendet", PRINT);
    browser.press(
        "/connections/bank/settings",
        "company",
        scene.id(),
        "setting.host",
        "sftp.bank.example",
        "setting.hostKey",
        other);
    assertThat(scene.stores().connections().find(scene.id(), "bank").orElseThrow().settings())
        .containsEntry("hostKey", other);
  }

  @Test
  void allThatIsWrongWithAFormIsSaidInTheReadersLanguage() {
    browser.press("/appearance", "language", "fr", "back", "/programs/sftp" + query);
    browser.open("/programs/sftp" + query);
    HttpResponse<String> answer =
        browser.press(
            "/programs/sftp",
            "company",
            scene.id(),
            "id",
            "No Name",
            "setting.port",
            "70000",
            "setting.hostKey",
            "none");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Text.of(answer.body()))
        .contains(
            "Le nom d’une connexion compte 1 à 40 lettres",
            "Hôte manque",
            "Port doit être un nombre entier de 1 à 65535",
            "Il manque un mot de passe ou une clé privée",
            "Ce n’est pas une clé d’hôte");
  }

  @Test
  void aTestSaysWhatIsWrong() {
    browser.follow(connect("sftp.bank.example"));
    HttpResponse<String> answer = browser.press("/connections/bank/test", "company", scene.id());
    assertThat(Text.of(browser.follow(answer).body()))
        .contains("The server sftp.bank.example:22 does not answer.");
  }

  @Test
  void aLookThatFailedIsSaidOnThePageAndAmongTheFlows() {
    connect("sftp.bank.example");
    scene
        .stores()
        .flows()
        .failed(scene.id(), "bank", RoadLog.FLOW, "The server shows another key.");

    assertThat(Text.of(browser.open("/connections/bank" + query).body()))
        .contains("Failing", "The server shows another key.");
    assertThat(Text.of(browser.open("/flows" + query).body()))
        .contains("SFTP server", "Looking", "The server shows another key.");
  }

  @Test
  void whatIsMissingStandsBesideItsField() {
    browser.open("/programs/sftp" + query);
    HttpResponse<String> answer =
        browser.press(
            "/programs/sftp",
            "company",
            scene.id(),
            "id",
            "bank",
            "setting.host",
            "sftp.bank.example",
            "setting.user",
            "acme",
            "setting.hostKey",
            "the key of the bank");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Text.of(answer.body()))
        .contains("This is no host key", "A password or a private key is missing");
  }

  @Test
  void anotherServerNeedsTheSecretsAgain() {
    connect("sftp.bank.example");
    browser.open("/connections/bank/settings" + query);
    HttpResponse<String> answer =
        browser.press(
            "/connections/bank/settings",
            "company",
            scene.id(),
            "setting.host",
            "sftp.elsewhere.example");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Text.of(answer.body())).contains("must be entered again");
  }

  @Test
  void aProgramAddsARoadOverTheApi() {
    Caller program = Caller.allowed(null, Scope.READ, Scope.SETTINGS);
    String address = "/api/v1/companies/" + scene.id() + "/connections/box";
    HttpResponse<String> answer =
        program.send(
            "PUT",
            address,
            "{\"program\":\"mailbox\",\"settings\":{\"host\":\"imap.example\",\"user\":\"in\",\"password\":\""
                + SECRET
                + "\"}}",
            "Content-Type",
            "application/json");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    JsonNode road = Caller.json(program.get(address));
    assertThat(road.get("state").asText()).isEqualTo("SYNCING");
    assertThat(road.get("settings").get("host").asText()).isEqualTo("imap.example");
    assertThat(road.get("secrets")).hasSize(1);
    assertThat(road.toString()).doesNotContain(SECRET);
    assertThat(Caller.json(program.send("POST", address + "/test", "")).get("holds").asBoolean())
        .isFalse();
    assertThat(program.send("POST", address + "/pause", "").statusCode()).isEqualTo(200);
    assertThat(program.send("DELETE", address + "?data=keep", "").statusCode()).isEqualTo(204);
  }

  @ParameterizedTest
  @EnumSource(RoadKind.class)
  void everySettingHasItsWordsInEveryLanguage(RoadKind kind) {
    for (Language language : Language.values()) {
      Words words = new Words(language, ZoneOffset.UTC, Instant.EPOCH);
      assertThat(words.find("flows.program." + kind.program())).isPresent();
      RoadSettings.of(kind)
          .forEach(
              each -> {
                assertThat(words.find("road." + each.name() + ".label")).isPresent();
                String meant = each.name().equals("security") ? "." + each.choices().getLast() : "";
                assertThat(words.find("road." + each.name() + meant + ".help")).isPresent();
              });
    }
  }
}
