package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.console.Caller.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.access.Scope;
import org.dunlin.work.dun.ChangePlans;
import org.dunlin.work.dun.ChangePlans.Chosen;
import org.dunlin.work.person.Decisions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of a company that is live for a group, the roll-out is asked before further plans send. */
class FurtherPlansTest {
  private static final String SILVER =
      """
      plans:
        - id: silver
          for: {segments: [silver]}
          steps: [{id: one, due: "+30d", channel: EMAIL, template: reminder-1}]
      """;

  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();
  private final String choice = "/plans/choice?company=" + scene.id() + "&plan=standard&act=SEND";

  @BeforeEach
  void liveForAGroup() {
    scene.invoice(
        scene.customer("Bakkerij Jansen"), "2026-0042", LocalDate.of(2026, 11, 10), "100.00");
    new ChangePlans(scene.stores())
        .choose(
            scene.id(),
            List.of(new Chosen("nl-business", false), new Chosen("standard", true)),
            "ann");
    new Decisions(scene.stores(), Abilities.NONE).switchTo(scene.id(), DunningMode.LIVE, "ann", "");
  }

  @Test
  void thePageNamesWhatIsOpenAndNothingIsChangedWithoutAReason() {
    String page = Text.of(browser.open(choice).body());
    assertThat(page)
        .contains("3 points are open", "Bank read to the last banking day")
        .contains("the journal keeps it with your name", "Do it all the same");

    assertThat(told(press(""))).contains("Further customers are not reminded yet");
    assertThat(inForce()).containsExactly("nl-business", "standard shadow");
  }

  @Test
  void aReasonLetsItSendAndStandsInTheJournal() {
    browser.open(choice);
    assertThat(told(press("The bank is late."))).contains("The plans in force are changed");

    assertThat(inForce()).containsExactly("nl-business", "standard");
    assertThat(scene.stores().journal().newest(scene.id(), 1))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.event()).isEqualTo("PLANS_SEND_ANYWAY");
              assertThat(entry.actor()).isEqualTo(FirstAdministrator.NAME);
              assertThat(entry.reason()).contains("The bank is late.", "BANK_READ");
            });
    assertThat(Text.of(browser.open("/journal?company=" + scene.id()).body()))
        .contains("Further customers reminded whatever is open");
  }

  @Test
  void onceAllIsSeenToThereIsNothingToInsistOn() {
    RolledOut.seeTo(scene);
    assertThat(browser.open(choice).body()).doesNotContain("name=\"anyway\"");
    assertThat(told(press(""))).contains("The plans in force are changed");
  }

  @Test
  void aPlanThatIsSavedAsksOnItsPageAndKeepsItsText() {
    browser.open("/plans?company=" + scene.id());
    String page = save("").body();
    assertThat(page).contains("id: silver", "name=\"anyway\"");
    assertThat(Text.of(page)).contains("Further customers are not reminded yet");
    assertThat(scene.stores().plans().newest(scene.id(), "silver")).isEmpty();

    assertThat(told(save("The bank is late."))).contains("saved as version 1");
    assertThat(inForce()).containsExactly("silver", "nl-business", "standard shadow");
  }

  @Test
  void programsAreAskedTheSame() throws Exception {
    Caller program = Caller.allowed(scene.id(), Scope.READ, Scope.SETTINGS);
    String plans = "/api/v1/companies/" + scene.id() + "/plans";
    String all = "{\"plans\":[{\"id\":\"nl-business\"},{\"id\":\"standard\"}]%s}";

    JsonNode refused = json(put(program, plans, all.formatted(""), 409));
    assertThat(refused.path("type").asText()).isEqualTo("urn:dunlin:problem:not-ready");
    assertThat(refused.path("open").toString()).contains("BANK_READ", "TEST_MESSAGE_RECEIVED");
    assertThat(refused.path("detail").asText())
        .contains("reminds no further customers", "goLiveAnyway");
    put(program, plans, all.formatted(",\"goLiveAnyway\":\"" + "x".repeat(501) + "\""), 422);
    String silver = SILVER.replace("\n", "\\n").replace("\"", "\\\"");
    put(program, plans + "/silver", "{\"yaml\":\"" + silver + "\",\"choose\":true}", 409);
    assertThat(inForce()).containsExactly("nl-business", "standard shadow");

    String why = ",\"goLiveAnyway\":\"the bank is late\"";
    put(
        program,
        plans + "/silver",
        "{\"yaml\":\"" + silver + "\",\"choose\":true" + why + "}",
        200);
    put(program, plans, all.formatted(why), 200);
    assertThat(inForce()).containsExactly("nl-business", "standard");
  }

  @Test
  void thePagesThatAskAreFine() {
    Sight.isFine("plan-choice-open", choice);
  }

  private static HttpResponse<String> put(Caller program, String path, String body, int status) {
    HttpResponse<String> answer =
        program.send("PUT", path, body, "Content-Type", "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return answer;
  }

  private HttpResponse<String> press(String anyway) {
    return browser.press(
        "/plans/choice",
        "company",
        scene.id(),
        "plan",
        "standard",
        "act",
        "SEND",
        "back",
        choice,
        "anyway",
        anyway);
  }

  private HttpResponse<String> save(String anyway) {
    return browser.press(
        "/plans/save",
        "company",
        scene.id(),
        "back",
        "/plans?company=" + scene.id(),
        "version",
        "0",
        "yaml",
        SILVER,
        "choose",
        "true",
        "anyway",
        anyway);
  }

  private List<String> inForce() {
    return scene.stores().plans().inForce(scene.id()).stream()
        .map(each -> each.planId() + (each.shadow() ? " shadow" : ""))
        .toList();
  }

  private String told(HttpResponse<String> redirect) {
    return Text.of(browser.follow(redirect).body());
  }
}
