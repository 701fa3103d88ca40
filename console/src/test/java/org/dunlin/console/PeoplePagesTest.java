package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Role;
import org.dunlin.store.people.HubEvents.HubEvent;
import org.dunlin.store.people.HubEvents.Kind;
import org.dunlin.store.people.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People are let in by a link, and out at once. */
class PeoplePagesTest {
  private static final Pattern LINK =
      Pattern.compile("http://[^<]*(/invitation/[A-Za-z0-9_-]{43})");
  private static final String CHOSEN = "seven wet ducklings";

  private final Scene scene = new Scene();
  private final Stores stores = scene.stores();
  private final Browser admin = Browser.signedIn();
  private final String name = "anna-" + UUID.randomUUID();

  private String invite(Role role) {
    admin.open("/people?company=" + scene.id());
    HttpResponse<String> page =
        admin.follow(
            admin.press(
                "/people",
                "company",
                scene.id(),
                "name",
                name,
                "role",
                role.name(),
                "where",
                scene.id()));
    Matcher link = LINK.matcher(page.body());
    assertThat(link.find()).as(page.body()).isTrue();
    return link.group(1);
  }

  private Browser joined(Role role) {
    String link = invite(role);
    Browser browser = Browser.stranger();
    browser.open(link);
    browser.press(link, "password", CHOSEN);
    browser.signIn(name, CHOSEN);
    assertThat(browser.open(scene.page()).statusCode()).isEqualTo(200);
    return browser;
  }

  private void press(String act, String... fields) {
    List<String> all = new java.util.ArrayList<>(List.of("company", scene.id()));
    all.addAll(List.of(fields));
    admin.press("/people/" + name + "/" + act, all.toArray(String[]::new));
  }

  private List<Kind> events() {
    return stores.signIn().events().about(name, 20).stream().map(HubEvent::kind).toList();
  }

  private static boolean isIn(Browser browser, String page) {
    return browser.open(page).statusCode() == 200;
  }

  @Test
  void whoIsInvitedChoosesAPasswordByALinkThatWorksOnceAndSignsIn() {
    String link = invite(Role.VIEWER);
    assertThat(person().state()).isEqualTo(Person.State.INVITED);
    Browser browser = Browser.stranger();
    assertThat(browser.open(link).body()).contains(name);
    HttpResponse<String> short11 = browser.press(link, "password", "eleven char");
    assertThat(short11.statusCode()).isEqualTo(422);
    assertThat(short11.body()).contains("at least twelve characters");
    HttpResponse<String> chosen = browser.press(link, "password", CHOSEN);
    assertThat(chosen.headers().firstValue("Location").orElseThrow()).endsWith("/login?chosen");

    browser.signIn(name, CHOSEN);
    assertThat(isIn(browser, scene.page())).isTrue();
    assertThat(person().state()).isEqualTo(Person.State.ACTIVE);
    assertThat(Browser.stranger().open(link).statusCode()).isEqualTo(404);
    assertThat(events())
        .containsExactly(
            Kind.SIGNED_IN,
            Kind.PASSWORD_CHANGED,
            Kind.INVITED,
            Kind.ROLE_GIVEN,
            Kind.PERSON_ADDED);
  }

  @Test
  void anotherLinkTakesThePlaceOfTheFirst() {
    String first = invite(Role.VIEWER);
    press("invite");
    assertThat(Browser.stranger().open(first).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"off,off,true", "sign-out,,", "role,role,CONTROLLER", "role,role,"})
  void whatChangesAPersonEndsTheirSessionsAtOnce(String act, String field, String value) {
    Browser browser = joined(Role.VIEWER);
    if (field == null) {
      press(act);
    } else if (value == null) {
      press(act, "where", scene.id());
    } else {
      press(act, field, value, "where", scene.id());
    }
    HttpResponse<String> next = browser.open(scene.page());
    assertThat(next.statusCode()).isEqualTo(302);
    assertThat(next.headers().firstValue("Location").orElseThrow()).endsWith("/login");
  }

  @Test
  void whoIsSwitchedOffCannotSignInNorCallTheApiUntilTheyAreSwitchedOnAgain() {
    Browser browser = joined(Role.VIEWER);
    Caller caller = Caller.person(name, CHOSEN);
    assertThat(caller.get("/api/v1/companies").statusCode()).isEqualTo(200);
    press("off", "off", "true");
    browser.signIn(name, CHOSEN);
    assertThat(isIn(browser, scene.page())).isFalse();
    assertThat(caller.get("/api/v1/companies").statusCode()).isEqualTo(401);
    Browser.signedIn();
    press("off", "off", "false");
    browser.signIn(name, CHOSEN);
    assertThat(isIn(browser, scene.page())).isTrue();
  }

  @Test
  void whoChangesTheirPasswordStaysSignedInHereAndNowhereElse() {
    Browser here = joined(Role.VIEWER);
    Browser elsewhere = Browser.stranger();
    elsewhere.signIn(name, CHOSEN);
    here.open("/account?company=" + scene.id());
    here.press(
        "/account/password",
        "company",
        scene.id(),
        "current",
        "not the one",
        "password",
        "another good password");
    assertThat(isIn(elsewhere, scene.page())).isTrue();
    here.open("/account?company=" + scene.id());
    here.press(
        "/account/password",
        "company",
        scene.id(),
        "current",
        CHOSEN,
        "password",
        "another good password");
    assertThat(isIn(elsewhere, scene.page())).isFalse();
    assertThat(isIn(here, scene.page())).isTrue();
    Browser again = Browser.stranger();
    again.signIn(name, "another good password");
    assertThat(isIn(again, scene.page())).isTrue();
  }

  @Test
  void whoSignsOutEverywhereElseStaysSignedInHere() {
    Browser here = joined(Role.VIEWER);
    Browser elsewhere = Browser.stranger();
    elsewhere.signIn(name, CHOSEN);
    here.open("/account?company=" + scene.id());
    here.press("/account/sign-out", "company", scene.id());
    assertThat(isIn(elsewhere, scene.page())).isFalse();
    assertThat(isIn(here, scene.page())).isTrue();
  }

  @Test
  void whoWasLockedOutIsLetInAgainByAnAdministrator() {
    joined(Role.VIEWER);
    for (int i = 0; i < 5; i++) {
      stores
          .signIn()
          .failures()
          .count("name " + name, java.time.Instant.now(), java.time.Duration.ofHours(1));
    }
    Browser browser = Browser.stranger();
    assertThat(browser.follow(browser.signIn(name, CHOSEN)).body()).contains("Too many wrong");
    press("unlock");
    browser.signIn(name, CHOSEN);
    assertThat(isIn(browser, scene.page())).isTrue();
    assertThat(events()).contains(Kind.UNLOCKED);
  }

  @Test
  void theLastAdministratorCanNeitherBeSwitchedOffNorLoseTheRole() {
    // were there another, the one of all tests would be switched off
    assertThat(stores.people().otherAdministrators("admin")).isZero();
    admin.open("/people?company=" + scene.id());
    for (String act : List.of("off", "role")) {
      admin.press("/people/admin/" + act, "company", scene.id(), "off", "true", "where", "");
      assertThat(admin.open("/people/admin?company=" + scene.id()).body())
          .contains("Nobody would be left");
    }
    assertThat(stores.people().find("admin").map(Person::everywhere)).contains(Role.ADMIN);
  }

  @Test
  void aNameThatIsTakenOrIsNoneIsRefusedWithTheReason() {
    invite(Role.VIEWER);
    for (String[] each :
        new String[][] {{name, "somebody of this name"}, {"a b", "A name begins"}}) {
      admin.open("/people?company=" + scene.id());
      HttpResponse<String> page =
          admin.follow(
              admin.press("/people", "company", scene.id(), "name", each[0], "role", "VIEWER"));
      assertThat(page.body()).contains(each[1]);
    }
  }

  private Person person() {
    return stores.people().find(name).orElseThrow();
  }
}
