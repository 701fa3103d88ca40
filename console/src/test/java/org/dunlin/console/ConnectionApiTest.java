package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Set;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Scope;
import org.dunlin.work.profile.FixedConnection;
import org.dunlin.work.profile.SaidCompany.Said;
import org.junit.jupiter.api.Test;

/** Connections over the API: added, steered and ended, and no secret comes out. */
class ConnectionApiTest {
  private static final String SECRET = "the-secret-key";

  private final Scene scene = new Scene();
  private final Stores stores = scene.stores();
  private final Caller admin = Caller.allowed(scene.id(), Scope.READ, Scope.SETTINGS);
  private final String path = "/api/v1/companies/" + scene.id() + "/connections";

  @Test
  void programsAreListedWithWhatTheyAskFor() {
    JsonNode program = Caller.json(admin.get("/api/v1/programs/cloud-books"));
    assertThat(program.path("name").asText()).isEqualTo("Cloud Books");
    assertThat(program.path("asksPerson").asBoolean()).isTrue();
    assertThat(program.path("droppedIn").asBoolean()).isTrue();
    assertThat(program.path("settings").findValuesAsText("name"))
        .containsExactly("address", "tenant", "region", "hookKey", "clientId", "clientSecret");
    assertThat(Caller.json(admin.get("/api/v1/programs")).path("items").findValuesAsText("id"))
        .contains("cloud-books", "office-books", "sftp", "ftps", "mailbox", "upload", "folder")
        .doesNotContain("broken-books");
    JsonNode problems = Caller.json(admin.get("/api/v1/programs")).path("problems");
    assertThat(problems.findValuesAsText("folder")).containsOnly("broken-books");
    assertThat(problems.findValuesAsText("message"))
        .anyMatch(each -> each.contains("read.invoices"));
    assertThat(admin.get("/api/v1/programs/nothing").statusCode()).isEqualTo(404);
    JsonNode road = Caller.json(admin.get("/api/v1/programs/sftp"));
    assertThat(road.path("kind").asText()).isEqualTo("road");
    assertThat(road.path("settings").findValuesAsText("name")).contains("host", "hostKey");
  }

  @Test
  void aParameterThatIsWrongIsAParameterThatIsNamed() {
    put("office", office(Vendor.address()));
    HttpResponse<String> answer = send("POST", "/office/sync?anew=maybe", "");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Caller.json(answer).path("type").asText())
        .isEqualTo("urn:dunlin:problem:wrong-parameter");
    assertThat(Caller.json(answer).at("/errors/0/parameter").asText()).isEqualTo("anew");
    assertThat(answer.body()).contains("anew must be true or false.").doesNotContain("customer");
  }

  @Test
  void anAddressThatTheServerCannotReadIsAProblemBelowTheApiAndAPlainPageElsewhere() {
    HttpResponse<String> problem = put("..%2f..", office(Vendor.address()));
    assertThat(problem.statusCode()).isEqualTo(400);
    assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(Caller.json(problem).path("type").asText())
        .isEqualTo("urn:dunlin:problem:not-understood");
    HttpResponse<String> page = admin.get("/connections/..%2f..");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body())
        .contains("cannot be read", "To the first page")
        .doesNotContainIgnoringCase("tomcat");
  }

  @Test
  void whatIsPausedOrNotAuthorisedIsSaidInPlaceOfASyncThatNeverComes() {
    put("office", office(Vendor.address()));
    send("POST", "/office/pause", "");
    HttpResponse<String> paused = send("POST", "/office/sync", "");
    assertThat(paused.statusCode()).isEqualTo(409);
    assertThat(Caller.json(paused).path("type").asText())
        .isEqualTo("urn:dunlin:problem:connection-paused");
    put(
        "cloud",
        """
        {"program":"cloud-books","settings":{"address":"%s","clientId":"app-1","clientSecret":"%s"}}\
        """
            .formatted(Vendor.address(), SECRET));
    HttpResponse<String> closed = send("POST", "/cloud/sync", "");
    assertThat(closed.statusCode()).isEqualTo(409);
    assertThat(Caller.json(closed).path("type").asText())
        .isEqualTo("urn:dunlin:problem:not-authorised");
    assertThat(closed.body()).contains("authorise");
  }

  @Test
  void newSecretsThatAreNoneAreRefused() {
    put("office", office(Vendor.address()));
    for (String nothing : new String[] {"{}", "{\"key\":\" \"}"}) {
      assertThat(send("PUT", "/office/secrets", nothing).statusCode()).as(nothing).isEqualTo(400);
    }
    assertThat(stores.programs().secrets().of(scene.id(), "office")).containsEntry("key", SECRET);
  }

  @Test
  void whereNobodyLooksThereIsNothingToTest() {
    put("by-hand", "{\"program\":\"upload\",\"settings\":{}}");
    HttpResponse<String> answer = send("POST", "/by-hand/test", "");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(Caller.json(answer).path("type").asText())
        .isEqualTo("urn:dunlin:problem:no-program");
  }

  @Test
  void aConnectionIsAddedReadChangedAndEnded() {
    HttpResponse<String> added = put("office", office(Vendor.address()));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    assertThat(added.headers().firstValue("Location")).hasValue(path + "/office");
    JsonNode connection = Caller.json(admin.get(path + "/office"));
    assertThat(connection.path("state").asText()).isEqualTo("AUTHORISED");
    assertThat(connection.at("/settings/address").asText()).isEqualTo(Vendor.address());
    assertThat(connection.path("secrets").get(0).asText()).isEqualTo("key");
    assertThat(connection.path("streams").findValuesAsText("name")).contains("customers");

    String changed =
        "{\"program\":\"office-books\",\"settings\":{\"address\":\"https://o.example\"}}";
    HttpResponse<String> elsewhere = put("office", changed);
    assertThat(elsewhere.statusCode()).as("a secret goes to no other place").isEqualTo(422);
    assertThat(Caller.json(elsewhere).path("errors").findValuesAsText("field")).containsOnly("key");
    assertThat(put("office", office("https://o.example")).statusCode()).isEqualTo(200);
    assertThat(stores.programs().secrets().of(scene.id(), "office")).containsEntry("key", SECRET);
    assertThat(send("PUT", "/office/secrets", "{\"key\":\"new\"}").statusCode()).isEqualTo(204);
    assertThat(stores.programs().secrets().of(scene.id(), "office")).containsEntry("key", "new");

    assertThat(send("DELETE", "/office", "").statusCode()).as("data must be said").isEqualTo(400);
    assertThat(send("DELETE", "/office?data=keep", "").statusCode()).isEqualTo(204);
    assertThat(admin.get(path + "/office").statusCode()).isEqualTo(404);
  }

  @Test
  void noAnswerHoldsASecret() {
    put("office", office(Vendor.address()));
    for (String each : new String[] {"", "/office"}) {
      assertThat(admin.get(path + each).body()).doesNotContain(SECRET);
    }
    assertThat(put("office", office("no address")).body()).doesNotContain(SECRET);
  }

  @Test
  void whatIsWrongIsNamedByItsSetting() {
    HttpResponse<String> answer =
        put(
            "cloud",
            """
            {"program":"cloud-books","settings":{"address":"ftp://x","region":"fr","other":"1"}}\
            """);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Caller.json(answer).path("errors").findValuesAsText("field"))
        .contains("address", "region", "other", "clientId", "clientSecret");
    assertThat(put("x", "{\"program\":\"nothing\"}").statusCode()).isEqualTo(422);
    assertThat(put("x", "{\"settings\":{}}").statusCode()).isEqualTo(422);
    assertThat(put("x", "[]").statusCode()).isEqualTo(400);
    assertThat(send("PUT", "/office/secrets", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void itIsTestedReadPausedAndResumed() {
    Vendor.agrees("[]");
    put("office", office(Vendor.address()));
    JsonNode tested = Caller.json(send("POST", "/office/test", ""));
    assertThat(tested.path("holds").asBoolean()).as(tested.toString()).isTrue();
    assertThat(send("POST", "/office/sync", "").statusCode()).isEqualTo(202);
    assertThat(Caller.json(send("POST", "/office/pause", "")).path("state").asText())
        .isEqualTo("PAUSED");
    assertThat(Caller.json(send("POST", "/office/resume", "")).path("paused").asBoolean())
        .isFalse();
  }

  @Test
  void theAddressToAuthoriseIsGivenAndLeadsBackToTheConsole() {
    put(
        "cloud",
        """
        {"program":"cloud-books","settings":{"address":"%s","clientId":"app-1","clientSecret":"%s"}}\
        """
            .formatted(Vendor.address(), SECRET));
    String address = Caller.json(send("POST", "/cloud/authorise", "")).path("address").asText();
    assertThat(address).startsWith(Vendor.address() + "/authorise?").doesNotContain(SECRET);
    assertThat(Vendor.fields(address.substring(address.indexOf('?') + 1)))
        .containsEntry("redirect_uri", Hub.SHARED.address() + "/authorised");
    put("office", office(Vendor.address()));
    assertThat(send("POST", "/office/authorise", "").statusCode()).isEqualTo(409);
  }

  @Test
  void aFolderIsNoProgram() {
    for (String each : new String[] {"test", "sync", "authorise"}) {
      HttpResponse<String> answer = send("POST", "/books/" + each, "");
      assertThat(answer.statusCode()).as(each).isEqualTo(409);
      assertThat(Caller.json(answer).path("type").asText())
          .isEqualTo("urn:dunlin:problem:no-program");
    }
    assertThat(put("books", office(Vendor.address())).statusCode()).isEqualTo(409);
    assertThat(Caller.json(send("POST", "/books/pause", "")).path("paused").asBoolean()).isTrue();
  }

  @Test
  void whatTheFileSaysIsAConflictThatNamesThePlace() {
    put("office", office(Vendor.address()));
    stores
        .transactions()
        .run(
            () ->
                FixedConnection.note(
                    stores,
                    scene.id(),
                    "office",
                    new Said("office-books", "dunlin.yaml, line 12"),
                    Set.of("address")));
    HttpResponse<String> answer = put("office", office("https://other.example"));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("dunlin.yaml, line 12").doesNotContain(SECRET);
    assertThat(send("DELETE", "/office?data=keep", "").statusCode()).isEqualTo(409);
    assertThat(Caller.json(admin.get(path + "/office")).path("setIn").asText())
        .isEqualTo("dunlin.yaml, line 12");
  }

  @Test
  void aTokenNeedsTheScopeOfSettingsAndTheCompany() {
    Caller reader = Caller.allowed(scene.id(), Scope.READ, Scope.WRITE);
    String[] json = {"Content-Type", "application/json"};
    HttpResponse<String> refused =
        reader.send("PUT", path + "/office", office(Vendor.address()), json);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("settings");
    Caller other = Caller.allowed(new Scene().id(), Scope.READ, Scope.SETTINGS);
    assertThat(other.send("POST", path + "/books/pause", "", json).statusCode()).isEqualTo(404);
    assertThat(stores.connections().find(scene.id(), "office")).isEmpty();
  }

  private static String office(String address) {
    return """
    {"program":"office-books","settings":{"address":"%s","key":"%s"}}\
    """
        .formatted(address, SECRET);
  }

  private HttpResponse<String> put(String id, String body) {
    return send("PUT", "/" + id, body);
  }

  private HttpResponse<String> send(String method, String rest, String body) {
    return admin.send(method, path + rest, body, "Content-Type", "application/json");
  }
}
