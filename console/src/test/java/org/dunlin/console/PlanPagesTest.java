package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.console.Caller.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;
import org.dunlin.store.Ids;
import org.dunlin.store.access.Scope;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.junit.jupiter.api.Test;

/**
 * Plans are written, looked at before they count, and taken back; what they ask for is approved.
 */
class PlanPagesTest {
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
  private final UUID customer = scene.customer("Bakkerij Jansen");
  private final UUID invoice =
      scene.invoice(customer, "2026-0042", LocalDate.of(2026, 11, 10), "100.00");

  @Test
  void thePlanOfACompanyThatHasChosenNoneIsTheStandardPlan() {
    String page = browser.open(at("/plans")).body();

    assertThat(page).contains("Standard", "nl-business", "ch-consumer", "08:00", "20:00");
    assertThat(browser.open(at("/plans/plan") + "&plan=nl-consumer").body())
        .contains("consumers, and who may be one", "in Netherlands", "collection costs");
  }

  @Test
  void theEffectIsShownBeforeAnythingIsSaved() {
    browser.open(at("/plans/edit") + "&plan=standard&copy=true");
    String page = form("/plans/effect", MINE, "", "0").body();

    assertThat(page).contains("Effect from", "Bakkerij Jansen", "10 Dec 2026 one, by e-mail");
    assertThat(page).contains("20 Nov 2026 reminder-1, by e-mail");
    assertThat(scene.stores().plans().newest(scene.id())).isEmpty();
  }

  @Test
  void whatCannotBeTakenIsSaidAtItsLineAndTheTextStays() {
    browser.open(at("/plans"));
    String page = form("/plans/save", MINE.replace("EMAIL", "PIGEON"), "", "0").body();

    assertThat(page).contains("A value cannot be used", "line 5", "PIGEON", "For &lt;friends");
    assertThat(scene.stores().plans().newest(scene.id())).isEmpty();
  }

  @Test
  void aSavedPlanIsAVersionAndAnEarlierOneIsRestored() {
    browser.open(at("/plans"));
    assertThat(told(form("/plans/save", MINE, "", "0"))).contains("saved as version 1");
    String later = MINE.replace("+30d", "+40d");
    assertThat(told(form("/plans/save", later, "mine", "1"))).contains("saved as version 2");
    assertThat(form("/plans/save", MINE, "mine", "1").body()).contains("since you read it");

    String page = browser.open(at("/plans/plan") + "&plan=mine").body();
    assertThat(page).contains("For &lt;friends&gt;", "40 days after the due date", "version 1");
    assertThat(browser.open(at("/plans/plan") + "&plan=mine&version=1").body())
        .contains("version 2 is the newest", "30 days after the due date", "Restore this version");
    assertThat(browser.open(at("/plans/edit") + "&plan=mine&version=1").body())
        .contains("+30d", "name=\"version\" value=\"2\"");
    assertThat(told(form("/plans/save", MINE, "mine", "2"))).contains("saved as version 3");
    assertThat(browser.open(at("/plans/plan") + "&plan=gold").statusCode()).isEqualTo(404);
  }

  @Test
  void aPlanThatIsBroughtAlongIsPutInForceAfterItsEffectWasSeen() {
    String look = browser.open(at("/plans/choice") + "&plan=nl-business&act=IN").body();
    assertThat(look).contains("Effect from", "in this order", "nl-business");
    assertThat(scene.stores().plans().inForce(scene.id())).isEmpty();

    assertThat(told(choice("nl-business", "IN"))).contains("are changed");
    assertThat(told(choice("standard", "SHADOW"))).contains("are changed");
    assertThat(scene.stores().plans().inForce(scene.id()))
        .extracting(each -> each.planId() + each.version() + each.shadow())
        .containsExactly("nl-business1false", "standard1true");
    assertThat(told(choice("nl-business", "OUT"))).contains("are changed");
    assertThat(told(choice("standard", "OUT"))).contains("At least one plan");
  }

  @Test
  void howLongAStepMayWaitIsSaidBeforeTheDueDateToo() {
    browser.open(at("/plans"));
    String early = MINE.replace("\"+30d\"", "\"-9d\", until: \"-4d\"");
    assertThat(told(form("/plans/save", early, "", "0"))).contains("saved as version 1");
    assertThat(browser.open(at("/plans/plan") + "&plan=mine").body())
        .contains("until 4 days before it is due at most");
  }

  @Test
  void enterInTheReasonOfARefusalRefuses() {
    waiting("e-" + scene.id(), Scene.TODAY);
    String page = browser.open(at("/approvals")).body();
    String form = page.substring(page.indexOf("action=\"/approvals/approve\""));
    assertThat(form.substring(form.indexOf("<button"), form.indexOf("</button>")))
        .contains("formaction=\"/approvals/refuse\"");
    assertThat(told(decide("approve", "a\u0000b"))).contains("None was approved");
  }

  @Test
  void aCaseThatWaitsForApprovalIsRefusedWhereADayAndAReasonAreAskedFor() {
    String id = "f-" + scene.id();
    waiting(id, Scene.TODAY);
    UUID given = Ids.next();
    scene
        .stores()
        .outbox()
        .add(
            Effect.decided(
                scene.id(),
                given,
                "noord",
                "noord/" + customer,
                EffectKind.HANDOVER,
                id,
                "{\"to\":\"Noord\",\"subject\":\"case\"}",
                EffectState.AWAITING_APPROVAL,
                Scene.TODAY));

    assertThat(browser.open(at("/messages/" + given)).body())
        .contains("Do not hand it over</a>", "name=\"release\" value=\"true\"")
        .doesNotContain("name=\"release\" value=\"false\"");
  }

  @Test
  void whatIsAheadIsShownByDayAndASingleMessageIsStopped() {
    String page = browser.open(at("/ahead") + "&days=30").body();
    assertThat(page).contains("20 Nov 2026", "30 Nov 2026", "Bakkerij Jansen", "2026-0042");
    assertThat(page).contains("the company is in shadow mode");

    browser.press(
        "/customers/" + customer + "/talk/hold",
        "company",
        scene.id(),
        "back",
        at("/ahead"),
        "invoice",
        invoice.toString(),
        "until",
        "2026-11-24",
        "words",
        "They asked for time");
    assertThat(browser.open(at("/ahead") + "&days=30").body())
        .contains("25 Nov 2026", "a person holds it")
        .doesNotContain("30 Nov 2026");
  }

  @Test
  void whatHasToBeApprovedIsApprovedOrRefusedWithAReason() {
    waiting("a-" + scene.id(), LocalDate.of(2026, 11, 19));
    assertThat(browser.open(scene.page()).body()).contains("1 step to approve");
    assertThat(browser.open(at("/approvals")).body())
        .contains("Bakkerij Jansen", "Not approved on its day");

    String id = "a-" + scene.id();
    assertThat(told(decide("refuse", id, "until", "2026-11-25", "words", " "))).contains("Say why");
    assertThat(told(decide("refuse", id, "until", "2026-11-25", "words", "Called")))
        .contains("1 is refused");
    assertThat(browser.open(at("/approvals")).body()).contains("Nothing waits for approval");
    assertThat(browser.open(at("/holds")).body()).contains("2026-0042");
    assertThat(told(decide("approve", id))).contains("None was approved");
  }

  @Test
  void theHoursOfSendingAreChanged() {
    browser.open(at("/plans"));
    assertThat(told(hours("09:30", "17:00"))).contains("hours of sending are changed");
    assertThat(browser.open(at("/plans")).body()).contains("09:30", "17:00");
    assertThat(told(hours("17:00", "09:00"))).contains("the later one last");
  }

  @Test
  void programsDoTheSame() throws JsonProcessingException {
    Caller program = Caller.allowed(scene.id(), Scope.READ, Scope.WRITE, Scope.SETTINGS);
    String path = "/api/v1/companies/" + scene.id();
    assertThat(json(program.get(path + "/plans")).at("/plans/0/id").asText()).isEqualTo("standard");

    JsonNode effect =
        json(send(program, "POST", path + "/plans/mine/preview", Map.of("yaml", MINE)));
    assertThat(effect.at("/now/out").asInt()).isEqualTo(3);
    assertThat(effect.at("/then/out").asInt()).isEqualTo(1);
    assertThat(effect.at("/then/awaitingApproval").asInt()).isZero();

    Map<String, Object> wrong = Map.of("yaml", MINE.replace("+30d", "soon"));
    HttpResponse<String> refused = send(program, "PUT", path + "/plans/mine", wrong);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(json(refused).get("detail").asText()).contains("WRONG_VALUE", "line 5");

    Map<String, Object> said = Map.of("yaml", MINE, "version", 0, "choose", true);
    JsonNode saved = json(send(program, "PUT", path + "/plans/mine", said));
    assertThat(saved.get("inForce").asBoolean()).isTrue();
    assertThat(send(program, "PUT", path + "/plans/mine", said).statusCode()).isEqualTo(412);
    assertThat(json(program.get(path + "/plans/mine")).at("/versions/0/yaml").asText())
        .isEqualTo(MINE);

    Map<String, Object> chosen =
        Map.of("plans", List.of(Map.of("id", "standard", "shadow", true), Map.of("id", "mine")));
    assertThat(
            json(send(program, "PUT", path + "/plans", chosen)).at("/plans/0/shadow").asBoolean())
        .isTrue();
    assertThat(json(program.get(path + "/ahead?days=60")).at("/actions/0/state").asText())
        .isEqualTo("HELD");
    assertThat(json(program.get(path + "/ahead?days=60")).get("total").asInt()).isPositive();
    assertThat(program.get(path + "/ahead?days=1000").statusCode()).isEqualTo(400);

    String id = "b-" + scene.id();
    waiting(id, Scene.TODAY);
    assertThat(json(program.get(path + "/approvals")).at("/items/0/id").asText()).isEqualTo(id);
    assertThat(
            json(send(program, "POST", path + "/actions/" + id + "/approve", Map.of()))
                .get("state")
                .asText())
        .isEqualTo("DUE");
    assertThat(send(program, "POST", path + "/actions/" + id + "/approve", Map.of()).statusCode())
        .isEqualTo(409);
    assertThat(
            json(send(
                    program,
                    "PUT",
                    path + "/sending-hours",
                    Map.of("opens", "07:00", "closes", "19:00")))
                .get("opens")
                .asText())
        .isEqualTo("07:00");
    assertThat(
            json(send(program, "PUT", path + "/test-phone", Map.of("number", "06 12345678")))
                .get("number")
                .asText())
        .isEqualTo("+31612345678");
    assertThat(
            send(program, "PUT", path + "/test-phone", Map.of("number", "020 1234567"))
                .statusCode())
        .isEqualTo(422);
    assertThat(json(program.get(path + "/test-phone")).get("number").asText())
        .isEqualTo("+31612345678");
    assertThat(
            send(Caller.allowed(scene.id(), Scope.WRITE), "PUT", path + "/plans", chosen)
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void thePagesAreFine() {
    waiting("c-" + scene.id(), Scene.TODAY);
    browser.open(at("/plans"));
    form("/plans/save", MINE, "", "0");
    Sight.isFine("plans", at("/plans"));
    Sight.isFine("plan", at("/plans/plan") + "&plan=nl-consumer");
    Sight.isFine("plan-edit", at("/plans/edit") + "&plan=mine");
    Sight.isFine("plan-choice", at("/plans/choice") + "&plan=nl-business&act=IN");
    Sight.isFine("ahead", at("/ahead"));
    Sight.isFine("approvals", at("/approvals"));
  }

  private void waiting(String id, LocalDate on) {
    Action action =
        new Action(
            id,
            customer.toString(),
            "standard",
            "final",
            Channel.HANDOVER,
            on,
            ActionState.AWAITING_APPROVAL,
            List.of(
                new ActionItem(
                    invoice.toString(), LocalDate.of(2026, 11, 10), "final", Scene.euro("100.00"))),
            List.of());
    scene.stores().actions().add(scene.id(), action);
    scene.stores().approvals().ask(scene.id(), id, true);
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

  private HttpResponse<String> hours(String opens, String closes) {
    return browser.press(
        "/plans/hours",
        "company",
        scene.id(),
        "back",
        at("/plans"),
        "opens",
        opens,
        "closes",
        closes);
  }

  private HttpResponse<String> decide(String how, String id, String... more) {
    browser.open(at("/approvals"));
    String[] fields =
        Stream.concat(
                Stream.of("company", scene.id(), "back", at("/approvals"), "action", id),
                Stream.of(more))
            .toArray(String[]::new);
    return browser.press("/approvals/" + how, fields);
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
