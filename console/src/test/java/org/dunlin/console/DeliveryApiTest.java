package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.console.Caller.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.dunlin.store.access.Scope;
import org.junit.jupiter.api.Test;

/** How programs bring files in. */
class DeliveryApiTest {
  private final Scene scene = new Scene();
  private final Caller program = Caller.allowed(scene.id(), Scope.READ, Scope.WRITE);

  @Test
  void aFileIsTakenInAsItIsWhateverItsTypeSays() throws Exception {
    String content = "a=1&name=other&" + UUID.randomUUID();

    HttpResponse<String> answer =
        program.send(
            "POST",
            path("books", "name=invoice%202026.xml"),
            content,
            "Content-Type",
            "application/x-www-form-urlencoded");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    JsonNode delivery = json(answer);
    assertThat(delivery.get("name").asText()).isEqualTo("invoice 2026.xml");
    assertThat(delivery.get("bytes").asInt()).isEqualTo(content.length());
    assertThat(delivery.get("connection").asText()).isEqualTo("books");
    String location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(json(program.get(location)).get("id")).isEqualTo(delivery.get("id"));
  }

  @Test
  void theSameBytesAgainAreTheSameDelivery() {
    String content = "twice " + UUID.randomUUID();

    HttpResponse<String> first = program.send("POST", path("books", "name=a.xml"), content);
    HttpResponse<String> again = program.send("POST", path("books", "name=b.xml"), content);

    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(json(again).get("id")).isEqualTo(json(first).get("id"));
  }

  @Test
  void whatATokenOfOneCompanyBringsReachesNoOther() {
    UUID ofOne = brought(program, "ours");
    UUID ofAll = brought(Caller.allowed(null, Scope.WRITE), "all");
    UUID ofAdministrator = brought(Caller.administrator(Hub.PASSWORD), "administrator");

    assertThat(mayHandOver(ofOne)).isFalse();
    assertThat(mayHandOver(ofAll)).isTrue();
    assertThat(mayHandOver(ofAdministrator)).isTrue();
  }

  private UUID brought(Caller caller, String content) {
    HttpResponse<String> answer = caller.send("POST", path("books", "name=a"), content);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return UUID.fromString(json(answer).get("id").asText());
  }

  private boolean mayHandOver(UUID delivery) {
    return scene
        .stores()
        .views()
        .deliveries()
        .find(scene.id(), delivery)
        .orElseThrow()
        .delivery()
        .mayHandOver();
  }

  @Test
  void aTokenThatMayDeliverDoesThatAndNothingElse() {
    Caller deliverer = Caller.allowed(scene.id(), Scope.DELIVER);

    UUID delivery = brought(deliverer, "delivered " + UUID.randomUUID());

    String company = "/api/v1/companies/" + scene.id();
    assertProblem(
        deliverer.get(company + "/deliveries/" + delivery), 403, "missing-scope", "scope read");
    assertProblem(
        deliverer.send("POST", company + "/questions/" + delivery + "/same", ""),
        403,
        "missing-scope",
        "scope write");
    assertProblem(
        Caller.allowed(scene.id(), Scope.READ).send("POST", path("books", "name=a"), "x"),
        403,
        "missing-scope",
        "scope deliver");
  }

  @Test
  void whatIsLargerThanTheHubTakesIsRefused() {
    assertProblem(
        program.send("POST", path("books", "name=a"), "x".repeat(Hub.LARGEST_FILE + 1)),
        413,
        "too-large",
        "split it");
  }

  @Test
  void whatIsNoFileIsRefusedWithWhatWouldBe() {
    assertProblem(program.send("POST", path("books", "name=a"), ""), 400, "empty-content", "body");
    assertProblem(program.send("POST", path("books", ""), "x"), 400, "wrong-parameter", "name");
    assertProblem(
        program.send(
            "POST",
            path("books", "name=a"),
            "--b\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\nx\r\n--b--\r\n",
            "Content-Type",
            "multipart/form-data; boundary=b"),
        415,
        "unknown-content",
        "--data-binary");
  }

  @Test
  void aConnectionThatIsNotThereOrPausedTakesNothing() {
    assertProblem(
        program.send("POST", path("nothing", "name=a"), "x"), 404, "not-found", "no connection");
    scene.stores().connections().setPaused(scene.id(), Scene.FOLDER, true);

    assertProblem(
        program.send("POST", path("books", "name=a"), "x"), 409, "connection-paused", "resumes");
  }

  private static void assertProblem(
      HttpResponse<String> answer, int status, String type, String detail) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(json(answer).get("type").asText()).isEqualTo("urn:dunlin:problem:" + type);
    assertThat(json(answer).get("detail").asText()).contains(detail);
  }

  private String path(String connection, String query) {
    return "/api/v1/companies/"
        + scene.id()
        + "/connections/"
        + connection
        + "/deliveries?"
        + query;
  }
}
