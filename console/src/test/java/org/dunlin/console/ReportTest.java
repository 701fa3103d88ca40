package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.figure.StandingDay;
import org.dunlin.core.model.Decision;
import org.dunlin.store.access.Scope;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.report.Report;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTest {
  private final Scene scene = new Scene();
  private final Caller program = Caller.allowed(scene.id(), Scope.READ, Scope.SETTINGS);

  private String api(String report) {
    return "/api/v1/companies/" + scene.id() + "/reports/" + report;
  }

  private String page(String path) {
    return Text.of(
        Browser.signedIn().open(path + (path.contains("?") ? "&" : "?") + "company=" + scene.id()));
  }

  private void anInvoiceThatIsPaidInPart() {
    UUID customer = scene.customer("Bakkerij Jansen");
    UUID invoice = scene.invoice(customer, "2026-0042", Scene.TODAY.minusDays(40), "121.00");
    UUID payment = scene.payment("JANSEN", "2026-0042", "21.00");
    scene.allocation(payment, invoice, "21.00", Decision.AUTOMATIC, "its number stands there");
  }

  @ParameterizedTest
  @EnumSource
  void everyReportIsReadOnItsPageOverTheApiAndAsAFile(Report report) {
    anInvoiceThatIsPaidInPart();
    scene.email(
        scene.customer("Novak"),
        scene.invoice(scene.customer("Novak"), "2026-0043", Scene.TODAY, "10.00"),
        "please",
        EffectState.SHADOW);

    assertThat(page("/reports/" + report.path())).contains("CSV");
    assertThat(program.get(api(report.path())).statusCode()).isEqualTo(200);
    HttpResponse<String> file = program.get(api(report.path()) + "/file?form=CSV");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .contains(report.path());
    assertThat(program.get(api(report.path()) + "/file?form=XLSX").statusCode()).isEqualTo(200);
  }

  @Test
  void ageingSaysByHowLongWhatIsOwedIsOverdue() {
    anInvoiceThatIsPaidInPart();

    assertThat(program.get(api("ageing")).body())
        .contains(
            "\"customer\":\"Bakkerij Jansen\"", "\"upTo60\":\"100.00\"", "\"open\":\"100.00\"");
    assertThat(page("/reports/ageing"))
        .contains("Bakkerij Jansen EUR EUR 0.00 EUR 0.00 EUR 100.00");
    assertThat(program.get(api("payments")).body())
        .contains("\"payer\":\"JANSEN\"", "\"applied\":\"21.00\"", "\"unapplied\":\"0.00\"");
  }

  @Test
  void openItemsComeAPageAtATimeEachOnce() throws Exception {
    UUID customer = scene.customer("Bakkerij Jansen");
    for (int i = 0; i < 5; i++) {
      scene.invoice(customer, "2026-004" + i, Scene.TODAY.minusDays(i % 2), "10.00");
    }
    List<String> numbers = new ArrayList<>();
    String next = "";
    do {
      JsonNode answer =
          new JsonMapper().readTree(program.get(api("open-items") + "?limit=2" + next).body());
      answer.get("items").forEach(item -> numbers.add(item.get("number").asText()));
      next = answer.has("next") ? "&cursor=" + answer.get("next").asText() : "";
    } while (!next.isEmpty());

    assertThat(numbers)
        .containsExactlyInAnyOrder("2026-0040", "2026-0041", "2026-0042", "2026-0043", "2026-0044");
    assertThat(program.get(api("open-items") + "?cursor=nonsense").statusCode()).isEqualTo(400);
  }

  @Test
  void aNameThatLooksLikeAFormulaIsTextAndItIsNotedWhoTookTheReport() {
    scene.invoice(scene.customer("=HYPERLINK(\"http://x\")"), "2026-0042", Scene.TODAY, "10.00");

    assertThat(program.get(api("open-items") + "/file?form=CSV").body())
        .contains("\"'=HYPERLINK(\"\"http://x\"\")\"");
    assertThat(scene.stores().journal().about(scene.id(), "company", scene.id(), null, 5))
        .anyMatch(
            entry ->
                entry.event().equals("REPORT_TAKEN")
                    && String.valueOf(entry.reason()).startsWith("open-items"));
  }

  @Test
  void whatThereIsNotIsSaidToBeSo() {
    assertThat(program.get(api("nothing")).statusCode()).isEqualTo(404);
    assertThat(program.get(api("payments") + "?from=2026-11-20&to=2026-11-01").statusCode())
        .isEqualTo(400);
    assertThat(program.get(api("payments") + "?currency=nothing").statusCode()).isEqualTo(400);
    assertThat(program.get(api("payments") + "?limit=0").statusCode()).isEqualTo(400);
  }

  @Test
  void aReportIsNarrowedAndItsLinksAndFilesKeepThat() {
    anInvoiceThatIsPaidInPart();
    String page = "/reports/open-items?connection=books&country=nl&company=" + scene.id();

    assertThat(program.get(api("open-items") + "?connection=books").body()).contains("2026-0042");
    assertThat(program.get(api("open-items") + "?connection=other").body())
        .doesNotContain("2026-0042");
    assertThat(program.get(api("open-items") + "/file?form=CSV&connection=other").body())
        .doesNotContain("2026-0042");
    assertThat(Browser.signedIn().open(page).body())
        .contains("country=NL", "connection=books&amp;form=CSV", "value=\"NL\"");
    assertThat(program.get(api("payments") + "?country=NL").body())
        .contains("This report has no country; it has [connection].");
    assertThat(program.get(api("payments") + "?connection=").statusCode()).isEqualTo(400);
  }

  @Test
  void aCustomerHasDaysOfItsOwnForTheGoal() {
    UUID customer = scene.customer("Bakkerij Jansen");
    scene.invoice(customer, "2026-0042", Scene.TODAY.minusDays(40), "121.00");
    String goal = "/api/v1/companies/" + scene.id() + "/goal";
    String own = goal + "/customers/" + customer;

    assertThat(program.send("PUT", own + "?most=60", "").statusCode()).isEqualTo(409);
    program.send("PUT", goal + "?kind=DAYS_SINCE_ISSUE&most=45", "");
    assertThat(page("/goal"))
        .contains("nothing open longer than 45 days after its issue")
        .contains("EUR 121.00 does not")
        .contains("2026-0042");
    Browser browser = Browser.signedIn();
    browser.open("/goal?company=" + scene.id());
    browser.press(
        "/goal/own", "company", scene.id(), "back", "/goal", "number", "D1001", "most", "70");
    assertThat(page("/goal")).contains("Bakkerij Jansen D1001 70").contains("keeps to it");
    assertThat(program.get("/api/v1/companies/" + scene.id() + "/figures").body())
        .contains("\"customerId\":\"" + customer + "\",\"most\":70", "\"beyondGoal\":\"0.00\"");
    assertThat(program.send("DELETE", own, "").statusCode()).isEqualTo(204);
    assertThat(page("/goal")).contains("EUR 121.00 does not");
    assertThat(program.send("PUT", own + "?most=3651", "").statusCode()).isEqualTo(400);
    assertThat(
            program
                .send("PUT", goal + "/customers/" + UUID.randomUUID() + "?most=1", "")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void aGoalIsSetAndToldWithWhatDoesNotKeepToIt() {
    anInvoiceThatIsPaidInPart();
    String goal = "/api/v1/companies/" + scene.id() + "/goal";

    assertThat(program.send("PUT", goal + "?kind=OVERDUE_SHARE&most=101", "").statusCode())
        .isEqualTo(400);
    assertThat(program.send("PUT", goal + "?kind=DAYS_OVERDUE&most=30", "").body())
        .contains("\"most\":30");
    assertThat(program.get("/api/v1/companies/" + scene.id() + "/figures").body())
        .contains("\"beyondGoal\":\"100.00\"", "\"goalMetPercent\":\"0.0\"", "\"notBefore\"");
    assertThat(page("/goal"))
        .contains("nothing open longer than 30 days after the last day in time")
        .contains("EUR 100.00 does not")
        .contains("2026-0042");
    assertThat(page("/")).contains("Collection effectiveness Not known before");
    assertThat(program.send("DELETE", goal, "").statusCode()).isEqualTo(204);
    assertThat(page("/goal")).contains("No goal is set.");
  }

  @Test
  void whatIsExpectedIsToldByWeekAndOfAWeekByCustomer() {
    UUID customer = scene.customer("Bakkerij Jansen");
    scene.invoice(customer, "2026-0042", Scene.TODAY.plusDays(9), "121.00");
    scene.invoice(customer, "2026-0043", Scene.TODAY.minusDays(9), "10.00");

    assertThat(page("/expected"))
        .contains("27 Nov 2026 to 3 Dec 2026 – – – EUR 121.00 EUR 121.00")
        .contains("no day can be said EUR 10.00")
        .contains("All that is open EUR 131.00");
    assertThat(page("/expected/1")).contains("Bakkerij Jansen By habit not known EUR 121.00");
    assertThat(program.get("/api/v1/companies/" + scene.id() + "/expected-cash").body())
        .contains("\"HABIT\":\"121.00\"", "\"elsewhere\":{\"UNKNOWN\":\"10.00\"}");
  }

  /** 40 days, then 20. */
  @Test
  void howQuicklyTheCompanyIsPaidIsDrawnOnceTwoDaysAreKnown() {
    countedDay(2, "40.0");
    countedDay(1, "20.0");

    assertThat(Browser.signedIn().open("/reports/collection?company=" + scene.id()).body())
        .contains("<polyline class=\"first\" points=\"0.00,0.00 100.00,15.00\"/>");
    scene.invoice(scene.customer("Bakkerij Jansen"), "2026-0042", Scene.TODAY, "10.00");
    assertThat(page("/")).contains("The last 90 days");
  }

  private void countedDay(int daysAgo, String dso) {
    Money open = Money.parse("EUR 100.00");
    Money zero = Money.parse("EUR 0.00");
    scene
        .stores()
        .figures()
        .days()
        .add(
            scene.id(),
            new StandingDay(
                Scene.TODAY.minusDays(daysAgo),
                open,
                zero,
                zero,
                zero,
                zero,
                zero,
                1,
                1,
                new BigDecimal(dso),
                null,
                null,
                null,
                null));
  }
}
