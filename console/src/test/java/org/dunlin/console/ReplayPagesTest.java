package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.console.Caller.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.dunlin.core.model.Problem;
import org.dunlin.store.access.Role;
import org.dunlin.store.access.Scope;
import org.dunlin.store.inbox.DeliveryState;
import org.junit.jupiter.api.Test;

/** Many deliveries are read again: those that are ticked, or all that failed alike. */
class ReplayPagesTest {
  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();
  private final UUID one = scene.deliver("one.bin", "nothing known, one of " + scene.id());
  private final UUID two = scene.deliver("two.bin", "nothing known, two of " + scene.id());

  private String inbox(String show) {
    return "/inbox?company=" + scene.id() + "&show=" + show;
  }

  private String api(String path) {
    return "/api/v1/companies/" + scene.id() + "/replays" + path;
  }

  private DeliveryState state(UUID delivery) {
    return scene
        .stores()
        .views()
        .deliveries()
        .find(scene.id(), delivery)
        .orElseThrow()
        .delivery()
        .state();
  }

  @Test
  void theOnesThatAreTickedAreReadAgainAndNoOther() {
    assertThat(browser.open(inbox("QUARANTINED")).body())
        .contains("value=\"" + one + "\" aria-label=\"Tick one.bin\"");
    HttpResponse<String> answer =
        browser.press(
            "/replays",
            "company",
            scene.id(),
            "of",
            "DELIVERY",
            "show",
            "QUARANTINED",
            "ticked",
            "true",
            "id",
            two.toString());
    assertThat(Text.of(browser.follow(answer)))
        .contains("It has begun.", "At its end", "chosen one by one", "1 of 1", "admin");
    assertThat(state(one)).isEqualTo(DeliveryState.QUARANTINED);
    assertThat(state(two)).isEqualTo(DeliveryState.NEW);
    scene.translate();
  }

  @Test
  void tickingNoneIsNotMeantToBeAll() {
    HttpResponse<String> answer =
        browser.press(
            "/replays",
            "company",
            scene.id(),
            "of",
            "DELIVERY",
            "show",
            "QUARANTINED",
            "ticked",
            "true",
            "back",
            inbox("QUARANTINED"));
    assertThat(browser.follow(answer).body()).contains("Tick at least one first.");
    assertThat(state(one)).isEqualTo(DeliveryState.QUARANTINED);
  }

  @Test
  void howManyFailedAlikeIsSaidBeforeTheyAreReadAgain() {
    assertThat(Text.of(browser.open(inbox("QUARANTINED"))))
        .contains("What failed alike", "UNKNOWN_FORMAT", "Replay all 2 …");
    String query = "&of=DELIVERY&show=QUARANTINED&reason=UNKNOWN_FORMAT&connection=books";
    assertThat(Text.of(browser.open("/replays/new?company=" + scene.id() + query)))
        .contains("2 deliveries are read again.", "UNKNOWN_FORMAT", "books");
    assertThat(Text.of(browser.open("/replays/new?company=" + scene.id() + query + "x")))
        .contains("No delivery is left that fits.");
    HttpResponse<String> answer =
        browser.press(
            "/replays",
            "company",
            scene.id(),
            "of",
            "DELIVERY",
            "show",
            "QUARANTINED",
            "reason",
            "UNKNOWN_FORMAT");
    assertThat(Text.of(browser.follow(answer))).contains("2 of 2");
    assertThat(state(one)).isEqualTo(DeliveryState.NEW);
    assertThat(Text.of(browser.open("/replays?company=" + scene.id())))
        .contains("Quarantined · UNKNOWN_FORMAT", "2 of 2");
    scene.translate();
  }

  @Test
  void aListCanBeNarrowedToOneReasonAlsoThatOfSingleRecords() {
    assertThat(browser.open(inbox("QUARANTINED") + "&reason=UNKNOWN_FORMAT").body())
        .contains("one.bin");
    assertThat(browser.open(inbox("QUARANTINED") + "&reason=OTHER").body())
        .doesNotContain("one.bin");
    UUID partly = scene.deliver("part.xml", Papers.invoices(1, "Hotel " + scene.id()));
    scene
        .stores()
        .problems()
        .add(scene.id(), partly, new Problem("part.xml", "line 1", "AMOUNT_MISSING", "no amount"));
    assertThat(Text.of(browser.open(inbox("PARTLY") + "&reason=AMOUNT_MISSING")))
        .contains("part.xml", "AMOUNT_MISSING", "Replay this one …");
    assertThat(browser.open(inbox("PARTLY") + "&reason=UNKNOWN_FORMAT").body())
        .doesNotContain("part.xml");
  }

  @Test
  void whoMayNotOperateSeesNeitherBoxesNorButtons() {
    Browser viewer = Somebody.in(scene.id(), Role.VIEWER).signedIn();
    assertThat(viewer.open(inbox("QUARANTINED")).body())
        .contains("one.bin")
        .doesNotContain("type=\"checkbox\"", "/replays/new");
  }

  @Test
  void deliveriesWithWhichNothingIsWrongHaveNoBoxes() {
    assertThat(browser.open(inbox("ALL")).body()).doesNotContain("type=\"checkbox\"");
    assertThat(
            browser
                .open("/replays/new?company=" + scene.id() + "&of=DELIVERY&show=APPLIED")
                .statusCode())
        .isEqualTo(404);
    assertThat(browser.open("/replays/new?company=" + scene.id()).statusCode())
        .as("an address that was cut")
        .isEqualTo(404);
  }

  @Test
  void aProgramHasThemReadAgainAndFollowsHowFarItHasCome() {
    Caller program = Caller.allowed(scene.id(), Scope.READ, Scope.SETTINGS);
    HttpResponse<String> answer =
        post(program, "{\"of\":\"DELIVERIES\",\"state\":\"QUARANTINED\",\"connection\":\"books\"}");
    assertThat(answer.statusCode()).isEqualTo(202);
    JsonNode begun = json(answer);
    assertThat(begun.get("total").asInt()).isEqualTo(2);
    assertThat(answer.headers().firstValue("Location"))
        .hasValue(api("/" + begun.get("id").asText()));
    JsonNode one = json(program.get(api("/" + begun.get("id").asText())));
    assertThat(one.get("done").asInt()).isEqualTo(2);
    assertThat(one.get("state").asText()).isEqualTo("QUARANTINED");
    assertThat(json(program.get(api(""))).at("/items/0/id")).isEqualTo(begun.get("id"));
    assertThat(program.send("POST", api("/" + begun.get("id").asText() + "/stop"), "").statusCode())
        .as("it is at its end")
        .isEqualTo(409);
    scene.translate();
  }

  @Test
  void aProgramIsToldWhatIsWrongWithWhatItAsksFor() {
    Caller program = Caller.allowed(scene.id(), Scope.READ, Scope.SETTINGS);
    assertThat(post(program, "{\"of\":\"DELIVERIES\"}").statusCode()).isEqualTo(422);
    assertThat(post(program, "{\"of\":\"DELIVERIES\",\"state\":\"APPLIED\"}").statusCode())
        .isEqualTo(422);
    assertThat(post(program, "{\"of\":\"MESSAGES\"}").statusCode()).isEqualTo(409);
    assertThat(program.get(api("/" + UUID.randomUUID())).statusCode()).isEqualTo(404);
    assertThat(program.get(api("?cursor=x")).statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> post(Caller program, String body) {
    return program.send("POST", api(""), body, "Content-Type", "application/json");
  }
}
