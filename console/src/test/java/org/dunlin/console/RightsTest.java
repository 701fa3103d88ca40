package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
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
    assertThat(RightRow.lines(ROWS)).containsExactlyElementsOf(RightRow.answered());
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void aPersonWithARoleInOneCompanyMayThereWhatTheRoleAllowsAndNothingElsewhere(Role role) {
    Somebody somebody = Somebody.in(mine.id(), role);
    Browser browser = somebody.signedIn();
    Caller caller = somebody.caller();
    for (RightRow row : ROWS) {
      if (row.right() == null) {
        continue;
      }
      boolean allowed = role.rights().contains(row.right()) && !row.hub();
      int here = ask(row, browser, caller, row.address(mine.id())).statusCode();
      if (allowed) {
        assertThat(here).as("%s of %s", row, role).isNotIn(401, 403);
      } else {
        assertThat(here).as("%s of %s", row, role).isEqualTo(403);
      }
      if (!row.ofApi() || row.path().contains("{company}")) {
        assertThat(ask(row, browser, caller, row.address(other.id())).statusCode())
            .as("%s of %s elsewhere", row, role)
            .isEqualTo(404);
      }
    }
    assertThat(browser.open("/?company=" + mine.id()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void aTokenOfOneCompanyMayThereWhatItsScopeAllowsAndNothingElsewhere(Scope scope) {
    Caller program = Caller.allowed(mine.id(), scope);
    for (RightRow row : ROWS) {
      if (!row.ofApi() || row.right() == null) {
        continue;
      }
      int here = call(row, program, row.address(mine.id())).statusCode();
      if (scope.rights().contains(row.right())) {
        assertThat(here).as("%s of %s", row, scope).isNotIn(401, 403);
      } else {
        assertThat(here).as("%s of %s", row, scope).isEqualTo(403);
      }
      if (row.path().contains("{company}")) {
        assertThat(call(row, program, row.address(other.id())).statusCode())
            .as("%s of %s elsewhere", row, scope)
            .isEqualTo(404);
      }
    }
  }

  @Test
  void whatIsOfTheHubIsForThoseAloneWhoHaveTheirRoleInAllCompanies() {
    Browser ofHub = Browser.signedIn();
    for (RightRow row : ROWS) {
      if (row.hub() && row.method().equals("GET")) {
        assertThat(ofHub.open(row.address(mine.id())).statusCode()).as(row.path()).isEqualTo(200);
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
    Browser browser = Somebody.with(null, java.util.Map.of()).signedIn();
    assertThat(browser.open("/").body()).contains("You have no role").doesNotContain("companies/");
    assertThat(browser.open("/companies/new").statusCode()).isEqualTo(403);
    assertThat(browser.open("/customers?company=" + mine.id()).statusCode()).isEqualTo(404);
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
