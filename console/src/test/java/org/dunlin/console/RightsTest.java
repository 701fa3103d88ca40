package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.dunlin.store.access.Role;
import org.dunlin.store.access.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every endpoint and who may use it, as {@code rights.csv} says. */
class RightsTest {
  private static final List<RightRow> ROWS = RightRow.all();

  private final Scene mine = new Scene();
  private final Scene other = new Scene();

  @Test
  void theTableNamesEveryEndpointWithTheRightThatItNeedsAndNoOther() {
    assertThat(RightRow.lines(ROWS)).containsExactlyInAnyOrderElementsOf(RightRow.answered());
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void aPersonWithARoleInACompanyMayThereWhatTheRoleAllowsAndNothingElse(Role role) {
    Somebody somebody = Somebody.in(mine.id(), role);
    Browser browser = somebody.signedIn();
    Caller caller = somebody.caller();
    for (RightRow row : ROWS) {
      if (row.right() != null) {
        int status = ask(row, browser, caller, row.address(mine.id())).statusCode();
        held(row, status, role.rights().contains(row.right()) && !row.hub(), role);
      }
    }
    assertThat(browser.open("/?company=" + mine.id()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void aTokenOfACompanyMayThereWhatItsScopeAllowsAndNothingElse(Scope scope) {
    Caller program = Caller.allowed(mine.id(), scope);
    for (RightRow row : ROWS) {
      if (row.ofApi() && row.right() != null) {
        int status = call(row, program, row.address(mine.id())).statusCode();
        held(row, status, scope.rights().contains(row.right()) && !row.hub(), scope);
      }
    }
  }

  @Test
  void anotherCompanyIsNotThereForWhoeverMayDoEverythingInTheirOwn() {
    Browser browser = Somebody.in(mine.id(), Role.ADMIN).signedIn();
    Caller program = Caller.allowed(mine.id(), Scope.values());
    for (RightRow row : ROWS) {
      boolean names = !row.ofApi() || row.path().contains("{company}");
      if (row.right() != null && names) {
        assertThat(ask(row, browser, program, row.address(other.id())).statusCode())
            .as(row.line())
            .isEqualTo(404);
      }
    }
  }

  @Test
  void aProgramOrPersonOfAnotherCompanyGetsTheAnswerOfOneThatIsNotThere() {
    for (Caller caller :
        List.of(
            Caller.allowed(mine.id(), Scope.READ), Somebody.in(mine.id(), Role.VIEWER).caller())) {
      String there = caller.get("/api/v1/companies/" + other.id() + "/customers").body();
      String nowhere = caller.get("/api/v1/companies/nobody/customers").body();
      assertThat(there.replace(other.id(), "nobody")).isEqualTo(nowhere).contains("no company");
    }
  }

  @Test
  void whatIsOfTheHubIsForThoseAloneWhoHaveTheirRoleInAllCompanies() {
    Browser ofHub = Browser.signedIn();
    Caller caller = Caller.administrator(Hub.PASSWORD);
    for (RightRow row : ROWS) {
      if (row.hub() && row.method().equals("GET") && !row.path().contains("{")) {
        HttpResponse<String> answer = ask(row, ofHub, caller, row.address(mine.id()));
        assertThat(answer.statusCode()).as(row.path()).isEqualTo(200);
      }
    }
  }

  @Test
  void noNameOfACompanyCanBeHiddenBehindAnother() {
    Browser browser = Somebody.in(mine.id(), Role.ADMIN).signedIn();
    String both = "company=" + mine.id() + "&company=" + other.id();
    assertThat(browser.open("/customers?" + both).statusCode()).isEqualTo(404);
    assertThat(
            browser
                .press("/mode?company=" + mine.id(), "company", other.id(), "mode", "TEST")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void aPersonSeesTheirOwnCompaniesAndLandsOnOneOfThem() {
    Somebody somebody = Somebody.in(mine.id(), Role.VIEWER);
    Browser browser = somebody.signedIn();
    assertThat(browser.open("/").body()).contains(mine.id()).doesNotContain(other.id());
    assertThat(somebody.caller().get("/api/v1/companies").body())
        .contains(mine.id())
        .doesNotContain(other.id());
  }

  @Test
  void whoHasNoRoleIsToldSo() {
    Browser browser = Somebody.with(null, Map.of()).signedIn();
    assertThat(browser.open("/").body()).contains("You have no role").doesNotContain("companies/");
    assertThat(browser.open(mine.page()).statusCode()).isEqualTo(404);
    assertThat(browser.open("/companies/new").statusCode()).isEqualTo(403);
    assertThat(browser.open("/customers?company=" + mine.id()).statusCode()).isEqualTo(404);
  }

  private static void held(RightRow row, int status, boolean allowed, Object who) {
    if (allowed) {
      assertThat(status).as("%s of %s", row.line(), who).isNotIn(401, 403);
    } else {
      assertThat(status).as("%s of %s", row.line(), who).isEqualTo(403);
    }
  }

  private static HttpResponse<String> ask(
      RightRow row, Browser browser, Caller caller, String address) {
    if (row.ofApi()) {
      return call(row, caller, address);
    }
    return row.method().equals("GET") ? browser.open(address) : browser.press(address);
  }

  private static HttpResponse<String> call(RightRow row, Caller caller, String address) {
    return row.method().equals("GET")
        ? caller.get(address)
        : caller.send(row.method(), address, "{}", "Content-Type", "application/json");
  }
}
