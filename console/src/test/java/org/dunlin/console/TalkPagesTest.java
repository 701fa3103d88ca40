package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.console.Caller.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;
import org.dunlin.store.access.Scope;
import org.dunlin.store.dialogue.Standstill;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What is said with a customer is shown and noted; what there is to do is never forgotten. */
class TalkPagesTest {
  private static final LocalDate DUE = LocalDate.of(2026, 10, 1);

  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();
  private final UUID customer = scene.customer("Bakkerij Jansen");
  private final UUID invoice = scene.invoice(customer, "2026-0042", DUE, "100.00");

  @Test
  void aPromiseStandsOnTheCustomersPageAndItsStageSaysSo() {
    assertThat(said("promise", "on", day(5), "words", "By Friday")).contains("is recorded");
    assertThat(page()).contains("Promised", "By Friday", "100.00");
    assertThat(browser.open(at("/customers") + "&show=all").body()).contains("Promised");
    assertThat(browser.open(at("/promises")).body()).contains("2026-0042", "Bakkerij Jansen");
    assertThat(act("WITHDRAW", "")).contains("reminders go on");
    assertThat(browser.open(at("/promises")).body()).contains("None stands now");
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsKept() {
    assertThat(said("promise", "on", day(-1))).contains("That day is past");
    assertThat(said("promise", "on", "soon")).contains("That is no day");
    assertThat(said("promise", "on", day(2), "amount", "1,000,00")).contains("That is no amount");
    assertThat(said("promise", "on", day(2), "amount", "100,01")).contains("more than is open");
    assertThat(said("hold", "until", day(2), "words", " ")).contains("Say why");
    assertThat(standing()).isEmpty();
  }

  @Test
  void aDisputeIsATaskUntilItIsDecided() {
    assertThat(
            said(
                "dispute",
                "invoice",
                invoice.toString(),
                "amount",
                "30,00",
                "reason",
                "PRICE",
                "owner",
                "anna"))
        .contains("is open");
    assertThat(browser.open(at("/tasks")).body()).contains("A dispute is open", "30.00");
    assertThat(act("ACCEPT", "")).contains("Say why");
    assertThat(act("ACCEPT", "Wrong price")).contains("is accepted");
    assertThat(browser.open(at("/tasks")).body()).contains("A credit is owed");
    assertThat(act("CREDITED", "")).contains("it is credited");
    assertThat(browser.open(at("/tasks")).body()).contains("There is nothing to do");
  }

  @Test
  void anArrangementIsProposedAndAgreedWithinTheRules() {
    assertThat(said("arrangement", "count", "3", "every", "MONTH", "first", day(5)))
        .contains("is proposed");
    assertThat(standing().getFirst().amount()).isEqualTo(Money.of(CurrencyUnit.EUR, 100));
    browser.open(at("/arrangements"));
    assertThat(
            told(
                browser.press(
                    "/arrangements/rules",
                    "company",
                    scene.id(),
                    "back",
                    at("/arrangements"),
                    "instalments",
                    "2",
                    "days",
                    "90",
                    "least",
                    "10")))
        .contains("The rules are changed");
    assertThat(act("AGREE", "")).contains("more instalments than the company agrees to");
    assertThat(act("REFUSE", "Too many")).contains("is refused");
    assertThat(said("arrangement", "count", "2", "every", "MONTH", "first", day(5)))
        .contains("is proposed");
    assertThat(act("AGREE", "")).contains("is agreed");
    assertThat(page()).contains("Arranged");
  }

  @Test
  void aNoteIsInTheDialogueAndATagInItIsText() {
    assertThat(said("note", "words", "<b>They moved</b>")).contains("is saved");
    assertThat(page()).contains("&lt;b&gt;They moved&lt;/b&gt;").doesNotContain("<b>They moved");
  }

  @Test
  void aCallIsNotedWithItsOutcome() {
    call();
    assertThat(browser.open(at("/tasks")).body()).contains("Call the customer");
    browser.open(at("/tasks/call/a-1"));
    assertThat(
            told(
                browser.press(
                    "/tasks/call/a-1",
                    "company",
                    scene.id(),
                    "back",
                    at("/tasks"),
                    "outcome",
                    "PROMISE",
                    "on",
                    day(3),
                    "words",
                    "Pays then")))
        .contains("wait for the day promised");
    assertThat(standing()).hasSize(1);
    assertThat(browser.open(at("/tasks")).body()).contains("There is nothing to do");
  }

  @Test
  void aTaskIsTakenAndIsMine() {
    call();
    browser.open(at("/tasks"));
    assertThat(browser.open(at("/tasks") + "&mine=true").body()).contains("nothing to do");
    browser.press(
        "/tasks/CALL/a-1/assign", "company", scene.id(), "back", at("/tasks"), "assignee", "admin");
    assertThat(browser.open(at("/tasks") + "&mine=true").body()).contains("Call the customer");
  }

  @Test
  void programsDoTheSame() {
    Caller program = Caller.allowed(scene.id(), Scope.READ, Scope.WRITE);
    String path = "/api/v1/companies/" + scene.id();
    String promise = "{\"customerId\":\"" + customer + "\",\"on\":\"" + day(5) + "\"}";
    JsonNode made = json(post(program, path + "/promises", promise));
    assertThat(made.get("amount").asText()).isEqualTo("100.00");
    String id = made.get("id").asText();
    assertThat(json(program.get(path + "/promises?state=OPEN")).at("/items/0/id").asText())
        .isEqualTo(id);
    assertThat(
            json(post(program, path + "/promises/" + id + "/withdraw", "")).get("x-state").asText())
        .isEqualTo("WITHDRAWN");
    assertThat(post(program, path + "/promises/" + id + "/withdraw", "").statusCode())
        .isEqualTo(409);
    assertThat(post(program, path + "/promises", "{}").statusCode()).isEqualTo(422);
    String dispute =
        "{\"invoiceId\":\"" + invoice + "\",\"reason\":\"PRICE\",\"amount\":\"30.00\"}";
    String disputed = json(post(program, path + "/disputes", dispute)).get("id").asText();
    assertThat(json(program.get(path + "/tasks")).at("/items/0/subjectId").asText())
        .isEqualTo(disputed);
    assertThat(program.get(path + "/tasks?wrong=1").statusCode()).isEqualTo(400);
    assertThat(
            post(
                    program,
                    path + "/notes",
                    "{\"customerId\":\"" + customer + "\",\"text\":\"Hello\"}")
                .statusCode())
        .isEqualTo(200);
    assertThat(json(program.get(path + "/notes")).at("/items/0/text").asText()).isEqualTo("Hello");
    String hold =
        "{\"customerId\":\"%s\",\"until\":\"%s\",\"words\":\"Wait\"}".formatted(customer, day(2));
    String held = json(post(program, path + "/holds", hold)).get("x-id").asText();
    assertThat(program.get(path + "/holds/" + held).statusCode()).isEqualTo(200);
    assertThat(
            Caller.allowed(scene.id(), Scope.READ)
                .send("POST", path + "/holds", hold, "Content-Type", "application/json")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void anotherCompanysIsNotHere() {
    said("promise", "on", day(5));
    UUID id = standing().getFirst().id();
    Scene other = new Scene();
    assertThat(browser.open("/standstills/" + id + "?company=" + other.id()).statusCode())
        .isEqualTo(404);
    assertThat(
            told(
                browser.press(
                    "/customers/" + customer + "/talk/note",
                    "company",
                    other.id(),
                    "back",
                    other.page(),
                    "words",
                    "Hello")))
        .contains("no such customer");
  }

  @Test
  void thePagesAreFine() {
    said("promise", "on", day(5), "words", "By Friday");
    UUID promise = standing().getFirst().id();
    said("dispute", "invoice", invoice.toString(), "amount", "30,00", "reason", "QUALITY");
    said("note", "words", "They moved to another street.");
    call();
    Sight.isFine("talk-customer", at("/customers/" + customer));
    Sight.isFine("talk-invoice", at("/invoices/" + invoice));
    Sight.isFine("talk-promises", at("/promises"));
    Sight.isFine("talk-arrangements", at("/arrangements"));
    Sight.isFine("talk-promise", at("/standstills/" + promise));
    Sight.isFine("talk-tasks", at("/tasks"));
    Sight.isFine("talk-call", at("/tasks/call/a-1"));
  }

  private void call() {
    scene
        .stores()
        .actions()
        .add(
            scene.id(),
            new Action(
                "a-1",
                customer.toString(),
                "standard",
                "call",
                Channel.CALL,
                Scene.TODAY,
                ActionState.DUE,
                List.of(
                    new ActionItem(
                        invoice.toString(), DUE, "call", Money.of(CurrencyUnit.EUR, 100))),
                List.of()));
  }

  private List<Standstill> standing() {
    return scene.stores().talk().standstills().standing(scene.id());
  }

  private static String day(int fromToday) {
    return Scene.TODAY.plusDays(fromToday).toString();
  }

  private String act(String act, String words) {
    String path = "/standstills/" + standing().getLast().id();
    browser.open(at(path));
    return told(
        browser.press(path, "company", scene.id(), "back", at(path), "act", act, "words", words));
  }

  private String said(String form, String... fields) {
    String path = "/customers/" + customer;
    browser.open(at(path));
    String[] all = new String[fields.length + 4];
    System.arraycopy(fields, 0, all, 4, fields.length);
    all[0] = "company";
    all[1] = scene.id();
    all[2] = "back";
    all[3] = at(path);
    return told(browser.press(path + "/talk/" + form, all));
  }

  private String told(HttpResponse<String> answer) {
    return browser.follow(answer).body();
  }

  private String page() {
    return browser.open(at("/customers/" + customer)).body();
  }

  private String at(String path) {
    return path + "?company=" + scene.id();
  }

  private static HttpResponse<String> post(Caller caller, String path, String body) {
    return caller.send("POST", path, body, "Content-Type", "application/json");
  }
}
