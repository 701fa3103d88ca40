package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.console.Caller.json;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.dunlin.store.access.Scope;
import org.junit.jupiter.api.Test;

/** What a program asks again with the same key is carried out once. */
class AnsweredOnceTest {
  private final Scene scene = new Scene();
  private final Caller program =
      Caller.allowed(scene.id(), Scope.READ, Scope.WRITE, Scope.SETTINGS);
  private final String company = "/api/v1/companies/" + scene.id();
  private final UUID customer = scene.customer("Bakkerij Jansen");
  private final String key = UUID.randomUUID().toString();

  @Test
  void theSameRequestGetsTheFirstAnswerAgainAndIsCarriedOutOnce() {
    HttpResponse<String> first = note(program, key, "They pay on Friday.");
    HttpResponse<String> again = note(program, key, "They pay on Friday.");

    assertThat(first.statusCode()).as(first.body()).isBetween(200, 201);
    assertThat(again.statusCode()).isEqualTo(first.statusCode());
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Content-Type"))
        .isEqualTo(first.headers().firstValue("Content-Type"));
    assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(notes()).isEqualTo(1);
  }

  @Test
  void withoutAKeyOrWithAnotherItIsCarriedOutAnew() {
    note(program, key, "They called.");
    note(program, UUID.randomUUID().toString(), "They called.");
    program.send("POST", company + "/notes", said("They called."), "Content-Type", JSON);

    assertThat(notes()).isEqualTo(3);
  }

  @Test
  void anotherContentOrAddressUnderTheSameKeyIsRefused() {
    note(program, key, "They called.");

    assertProblem(note(program, key, "They wrote."), 422, "key-used");
    assertProblem(
        program.send("POST", company + "/connections/books/pause", "", "Idempotency-Key", key),
        422,
        "key-used");
    assertThat(notes()).isEqualTo(1);
  }

  @Test
  void aKeyIsTheCallersOwn() {
    Caller other = Caller.allowed(scene.id(), Scope.READ, Scope.WRITE);

    note(program, key, "They called.");
    HttpResponse<String> theirs = note(other, key, "Somebody else called.");

    assertThat(theirs.statusCode()).isBetween(200, 201);
    assertThat(theirs.headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(notes()).isEqualTo(2);
  }

  @Test
  void ofManyAtOneTimeOneIsCarriedOut() {
    List<CompletableFuture<HttpResponse<String>>> all =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> note(program, key, "Once.")))
            .limit(8)
            .toList();

    assertThat(all)
        .extracting(CompletableFuture::join)
        .allSatisfy(
            answer -> {
              if (answer.statusCode() == 409) {
                assertProblem(answer, 409, "still-running");
              } else {
                assertThat(answer.statusCode()).isBetween(200, 201);
              }
            });
    assertThat(notes()).isEqualTo(1);
  }

  @Test
  void whatIsWrongInTheRequestItselfIsAnsweredAgainToo() {
    HttpResponse<String> first = note(program, key, "");
    HttpResponse<String> again = note(program, key, "");

    assertThat(first.statusCode()).isIn(400, 422);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
  }

  @Test
  void whatWasRefusedAsThingsStoodMayBeAskedAgainWithTheSameKey() {
    scene.stores().connections().setPaused(scene.id(), "books", true);
    HttpResponse<String> refused = deliver("<Invoice/>");
    scene.stores().connections().setPaused(scene.id(), "books", false);
    HttpResponse<String> taken = deliver("<Invoice/>");

    assertProblem(refused, 409, "connection-paused");
    assertThat(taken.statusCode()).isEqualTo(202);
    assertThat(taken.headers().firstValue("Idempotency-Replayed")).isEmpty();
  }

  @Test
  void aFileIsKnownAgainByAllOfItsBytes() {
    String file = "x".repeat(900_000);
    HttpResponse<String> first = deliver(file);
    HttpResponse<String> again = deliver(file);

    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertProblem(deliver(file + "y"), 422, "key-used");
  }

  @Test
  void aKeyThatIsNoneIsRefusedAndReadingNeedsNone() {
    assertProblem(note(program, "two words", "They called."), 400, "wrong-key");
    assertProblem(note(program, "\"\"", "They called."), 400, "wrong-key");
    assertProblem(note(program, "k".repeat(256), "They called."), 400, "wrong-key");
    assertThat(program.get(company + "/notes", "Idempotency-Key", "two words").statusCode())
        .isEqualTo(200);
    assertThat(notes()).isZero();
  }

  @Test
  void quotesRoundAKeyAreNotPartOfIt() {
    note(program, "\"" + key + "\"", "They called.");

    assertThat(note(program, key, "They called.").headers().firstValue("Idempotency-Replayed"))
        .contains("true");
  }

  private static final String JSON = "application/json";

  private HttpResponse<String> deliver(String content) {
    return program.send(
        "POST",
        company + "/connections/books/deliveries?name=a.xml",
        content,
        "Idempotency-Key",
        key);
  }

  private HttpResponse<String> note(Caller caller, String under, String words) {
    return caller.send(
        "POST", company + "/notes", said(words), "Content-Type", JSON, "Idempotency-Key", under);
  }

  private String said(String words) {
    return "{\"customerId\":\"%s\",\"text\":\"%s\"}".formatted(customer, words);
  }

  private int notes() {
    return json(program.get(company + "/notes?customer=" + customer)).get("items").size();
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(json(answer).get("type").asText()).isEqualTo("urn:dunlin:problem:" + type);
  }
}
