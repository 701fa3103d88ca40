package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.console.Caller.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.dunlin.store.access.Scope;
import org.dunlin.store.dunning.PlanBook.InForce;
import org.junit.jupiter.api.Test;

/** A plan that cannot be read any more is named and mended, and never comes into force. */
class UnreadablePlanTest {
  private static final String MINE =
      """
      plans:
        - id: mine
          name: For <friends>
          steps:
            - {id: one, due: "+30d", channel: EMAIL, template: reminder-1, claim: [INTEREST]}
            - {id: two, due: "previous +10d", channel: EMAIL, template: final, approve: true}
      """;

  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();

  @Test
  void aPlanInForceThatCannotBeReadIsNamedWhereverItStopsSomething() {
    unreadable();
    scene.stores().plans().putInForce(scene.id(), List.of(new InForce("broken", 1, "", false)));

    String stopped = "The plan broken is in force and its text cannot be read any more";
    assertThat(browser.open(at("/ahead")).body()).contains(stopped);
    assertThat(browser.open(at("/plans/choice") + "&plan=nl-business&act=IN").body())
        .contains(stopped);
    String mended = MINE.replace("id: mine", "id: broken");
    assertThat(form("/plans/effect", mended, "broken", "1").body())
        .contains(stopped, "For &lt;friends");
    Caller program = Caller.allowed(scene.id(), Scope.READ);
    HttpResponse<String> ahead = program.get("/api/v1/companies/" + scene.id() + "/ahead");
    assertThat(ahead.statusCode()).isEqualTo(409);
    assertThat(json(ahead).get("detail").asText()).contains("plan broken", "Mend the plan");

    assertThat(told(form("/plans/save", mended, "broken", "1"))).contains("saved as version 2");
    assertThat(browser.open(at("/ahead")).body()).doesNotContain(stopped);
  }

  @Test
  void aPlanThatCannotBeReadDoesNotComeIntoForce() throws JsonProcessingException {
    unreadable();
    assertThat(browser.open(at("/plans/choice") + "&plan=broken&act=IN").body())
        .contains("cannot be read any more", "/plans/edit")
        .doesNotContain("name=\"act\"");
    assertThat(told(choice("broken", "IN"))).contains("Line 3 of the plan broken cannot be read");
    HttpResponse<String> refused =
        send(
            Caller.allowed(scene.id(), Scope.SETTINGS),
            "PUT",
            "/api/v1/companies/" + scene.id() + "/plans",
            Map.of("plans", List.of(Map.of("id", "broken"))));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(json(refused).get("detail").asText()).contains("line 3");
    assertThat(scene.stores().plans().inForce(scene.id())).isEmpty();
  }

  /** As a plan may be after the hub learned to read plans otherwise. */
  private void unreadable() {
    var unused =
        scene
            .stores()
            .plans()
            .add(scene.id(), "broken", "plans:\n  - id: broken\n    steps: 7\n", "x", Scene.TODAY);
  }

  private HttpResponse<String> form(String path, String yaml, String plan, String version) {
    return browser.press(
        path,
        "company",
        scene.id(),
        "back",
        at("/plans"),
        "plan",
        plan,
        "version",
        version,
        "yaml",
        yaml,
        "choose",
        "true");
  }

  private HttpResponse<String> choice(String plan, String act) {
    return browser.press("/plans/choice", "company", scene.id(), "plan", plan, "act", act);
  }

  private static HttpResponse<String> send(
      Caller program, String method, String path, Map<String, ?> body)
      throws JsonProcessingException {
    return program.send(
        method,
        path,
        new JsonMapper().writeValueAsString(body),
        "Content-Type",
        "application/json");
  }

  private String at(String path) {
    return path + "?company=" + scene.id();
  }

  private String told(HttpResponse<String> redirect) {
    return browser.follow(redirect).body();
  }
}
