package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dunlin.console.login.Fresh;
import org.dunlin.core.onetime.TimeCode;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Role;
import org.dunlin.store.people.HubEvents.HubEvent;
import org.dunlin.store.people.HubEvents.Kind;
import org.dunlin.work.access.SecondFactor;
import org.dunlin.work.access.SecondFactorDuty;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Signing in by two steps, as a browser and a telephone do it. */
class SecondFactorTest {
  private static final Pattern SECRET = Pattern.compile("<code class=\"long\">([A-Z2-7 ]+)</code>");
  private static final Pattern CODE = Pattern.compile("<code>([a-z2-7-]{29})</code>");

  private final Scene scene = new Scene();
  private final Stores stores = scene.stores();
  private final SecondFactor factor = new SecondFactor(stores, Clock.systemUTC());
  private final Somebody somebody = Somebody.in(scene.id(), Role.VIEWER);
  private final String name = somebody.name();

  /** The code of a step so many after this one, of what the app was told last. */
  private String code(int aside) {
    byte[] secret =
        stores
            .signIn()
            .secondFactors()
            .find(name)
            .or(() -> stores.signIn().secondFactors().begun(name))
            .orElseThrow()
            .secret();
    return TimeCode.of(secret, TimeCode.step(Instant.now()) + aside);
  }

  /** Has it switched on, and the code of the step before this one used. */
  private List<String> switchedOn() {
    factor.begin(name);
    return factor.confirm(name, code(-1)).orElseThrow();
  }

  private Browser afterThePassword() {
    Browser browser = Browser.stranger();
    browser.open("/login");
    HttpResponse<String> answer =
        browser.press("/login", "username", name, "password", Hub.PASSWORD);
    assertThat(where(answer)).endsWith("/login/code");
    browser.open("/login/code");
    return browser;
  }

  private boolean isIn(Browser browser) {
    return browser.open(scene.page()).statusCode() == 200;
  }

  private static String where(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private List<Kind> events() {
    return stores.signIn().events().about(name, 20).stream().map(HubEvent::kind).toList();
  }

  @Test
  void itIsSwitchedOnByAFirstCodeAndShowsTenRecoveryCodesOnce() {
    Browser browser = somebody.signedIn();
    Browser elsewhere = somebody.signedIn();
    HttpResponse<String> page = browser.open("/account/second-factor?company=" + scene.id());
    assertThat(page.body()).contains("src=\"data:image/png;base64,");
    String typed = SECRET.matcher(page.body()).results().findFirst().orElseThrow().group(1);
    assertThat(typed.replace(" ", "")).hasSize(32);

    HttpResponse<String> wrong =
        browser.press("/account/second-factor", "company", scene.id(), "code", "abcdef");
    assertThat(browser.follow(wrong).body()).contains("This code is not right", typed);
    assertThat(factor.has(name)).isFalse();

    HttpResponse<String> right =
        browser.press("/account/second-factor", "company", scene.id(), "code", code(0));
    String shown = browser.follow(right).body();
    assertThat(CODE.matcher(shown).results().map(MatchResult::group))
        .hasSize(10)
        .doesNotHaveDuplicates();
    assertThat(browser.open("/account?company=" + scene.id()).body())
        .doesNotContainPattern(CODE)
        .contains("Recovery codes left: 10");
    assertThat(isIn(elsewhere)).isFalse();
    assertThat(events()).contains(Kind.SECOND_FACTOR_ON, Kind.RECOVERY_CODES_MADE);
  }

  @Test
  void afterThePasswordNobodyIsInUntilTheyHaveSaidACode() {
    switchedOn();
    Browser browser = afterThePassword();
    for (String page : List.of("/", scene.page(), "/account?company=" + scene.id())) {
      assertThat(where(browser.open(page))).as(page).endsWith("/login");
    }
    browser.open("/login/code");
    assertThat(events()).doesNotContain(Kind.SIGNED_IN);

    HttpResponse<String> entered = browser.press("/login/code", "code", code(0));
    assertThat(entered.statusCode()).isEqualTo(302);
    assertThat(isIn(browser)).isTrue();
    assertThat(events()).contains(Kind.SIGNED_IN);
  }

  @Test
  void theSessionThatIsSignedInHasAnotherIdThanAnyBeforeIt() {
    switchedOn();
    Browser browser = afterThePassword();
    String before = session(browser);
    browser.press("/login/code", "code", code(0));
    assertThat(session(browser)).isNotEqualTo(before);
  }

  private static String session(Browser browser) {
    return browser.cookies().getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("dunlin"))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  @Test
  void whoSaidNoPasswordIsAskedForNoCode() {
    switchedOn();
    Browser stranger = Browser.stranger();
    stranger.open("/login");
    assertThat(where(stranger.open("/login/code"))).endsWith("/login");
    assertThat(where(stranger.press("/login/code", "code", code(0)))).endsWith("/login");
    assertThat(isIn(stranger)).isFalse();
  }

  @Test
  void aCodeThatWasUsedOpensNothingASecondTime() {
    switchedOn();
    String code = code(0);
    afterThePassword().press("/login/code", "code", code);
    Browser browser = afterThePassword();
    HttpResponse<String> again = browser.press("/login/code", "code", code);
    assertThat(browser.follow(again).body())
        .contains("This code is not right, or was used already");
    assertThat(isIn(browser)).isFalse();
    browser.press("/login/code", "code", code(1));
    assertThat(isIn(browser)).isTrue();
  }

  @Test
  void aRecoveryCodeOpensOnceHoweverItIsTyped() {
    String code = switchedOn().getFirst();
    Browser browser = afterThePassword();
    browser.press("/login/code", "code", " " + code.toUpperCase(Locale.ROOT).replace("-", " "));
    assertThat(isIn(browser)).isTrue();
    assertThat(factor.codesLeft(name)).isEqualTo(9);
    assertThat(events()).contains(Kind.RECOVERY_CODE_USED);

    Browser again = afterThePassword();
    again.press("/login/code", "code", code);
    assertThat(isIn(again)).isFalse();
  }

  @Test
  void afterFiveWrongCodesTheRightOneMustWaitAndTheRightPasswordMakesForgetNone() {
    switchedOn();
    for (int i = 0; i < 5; i++) {
      afterThePassword().press("/login/code", "code", "00000" + i + "x");
    }
    Browser browser = afterThePassword();
    HttpResponse<String> early = browser.press("/login/code", "code", code(0));
    assertThat(browser.follow(early).body()).contains("Too many wrong codes");
    assertThat(isIn(browser)).isFalse();
    assertThat(events()).contains(Kind.SIGN_IN_FAILED);

    forgetThisAddress();
    Browser admin = Browser.signedIn();
    admin.press("/people/" + name + "/unlock", "company", scene.id());
    Browser unlocked = afterThePassword();
    unlocked.press("/login/code", "code", code(0));
    assertThat(isIn(unlocked)).isTrue();
  }

  /** All tests come from one address. */
  private void forgetThisAddress() {
    stores.signIn().failures().forget(List.of("address code from 127.0.0.1"));
  }

  @Test
  void theApiTakesNoPasswordOfWhoeverHasASecondFactor() {
    assertThat(somebody.caller().get("/api/v1/companies").statusCode()).isEqualTo(200);
    switchedOn();
    HttpResponse<String> answer = somebody.caller().get("/api/v1/companies");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("calls with a token");
  }

  @Test
  void anAdministratorResetsItWhichEndsTheSessions() {
    switchedOn();
    Browser browser = afterThePassword();
    browser.press("/login/code", "code", code(0));
    Browser admin = Browser.signedIn();
    assertThat(admin.open("/people/" + name + "?company=" + scene.id()).body())
        .contains("Reset two-step sign-in");
    admin.press("/people/" + name + "/second-factor", "company", scene.id());
    assertThat(isIn(browser)).isFalse();
    assertThat(factor.has(name)).isFalse();
    assertThat(factor.codesLeft(name)).isZero();
    assertThat(isIn(somebody.signedIn())).isTrue();
    assertThat(events()).contains(Kind.SECOND_FACTOR_OFF);
  }

  @Test
  void anotherTelephoneTakesThePlaceOfTheFirstOnceItHasShownACode() {
    switchedOn();
    Browser browser = afterThePassword();
    browser.press("/login/code", "code", code(0));
    browser.open("/account/second-factor?company=" + scene.id());
    assertThat(factor.has(name)).isTrue();
    byte[] second = stores.signIn().secondFactors().begun(name).orElseThrow().secret();
    browser.press(
        "/account/second-factor",
        "company",
        scene.id(),
        "code",
        TimeCode.of(second, TimeCode.step(Instant.now())));
    assertThat(stores.signIn().secondFactors().find(name).orElseThrow().secret()).isEqualTo(second);
    assertThat(isIn(browser)).isTrue();
  }

  @Test
  void itIsSwitchedOffAgainByItsOwnerUnlessItIsADuty() {
    switchedOn();
    Browser browser = afterThePassword();
    browser.press("/login/code", "code", code(0));
    browser.open("/account?company=" + scene.id());
    Hub.RULES.during(
        SecondFactorDuty.EVERYBODY,
        () -> browser.press("/account/second-factor/off", "company", scene.id()));
    assertThat(factor.has(name)).isTrue();
    browser.press("/account/second-factor/off", "company", scene.id());
    assertThat(factor.has(name)).isFalse();
    assertThat(isIn(browser)).isTrue();
  }

  @Test
  void whereItIsADutyWhoHasNoneSetsItUpBeforeAnythingElse() {
    Hub.RULES.during(
        SecondFactorDuty.EVERYBODY,
        () -> {
          assertThat(somebody.caller().get("/api/v1/companies").statusCode()).isEqualTo(401);
          Browser browser = afterThePassword();
          assertThat(browser.open("/login/code").body())
              .contains("Set up two-step sign-in", "data:image/png;base64,");
          assertThat(isIn(browser)).isFalse();
          browser.open("/login/code");
          browser.press("/login/code", "code", "abcdef");
          assertThat(isIn(browser)).isFalse();
          browser.open("/login/code");
          HttpResponse<String> done = browser.press("/login/code", "code", code(0));
          assertThat(CODE.matcher(done.body()).results()).hasSize(10);
          assertThat(isIn(browser)).isTrue();
        });
  }

  @Test
  void whereItIsADutyOfAdministratorsOthersSignInAsBefore() {
    Somebody administrator = Somebody.in(scene.id(), Role.ADMIN);
    Hub.RULES.during(
        SecondFactorDuty.ADMINISTRATORS,
        () -> {
          assertThat(isIn(somebody.signedIn())).isTrue();
          assertThat(isIn(administrator.signedIn())).isFalse();
        });
  }

  @Test
  void whoIsAskedAgainSaysACodeAndNotThePassword() {
    switchedOn();
    Browser browser = afterThePassword();
    browser.press("/login/code", "code", code(0));
    String back = "/tokens?company=" + scene.id();
    assertThat(browser.open("/account/again?company=" + scene.id() + "&back=/").body())
        .contains("The six digits");
    HttpResponse<String> refused =
        browser.press("/account/again", "company", scene.id(), "said", Hub.PASSWORD, "back", back);
    assertThat(where(refused)).contains("/account/again?");
    assertThat(isIn(browser)).isTrue();
    browser.open("/account/again?company=" + scene.id() + "&back=/");
    HttpResponse<String> done =
        browser.press("/account/again", "company", scene.id(), "said", code(1), "back", back);
    assertThat(where(done)).endsWith(back);
    forgetThisAddress();
  }

  @Test
  void whatLetsOthersInOrChangesHowOneSignsInNeedsAFreshPassword() {
    List<String> needing = new ArrayList<>();
    Hub.SHARED
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              if (handler.hasMethodAnnotation(Fresh.class)) {
                mapping
                    .getPatternValues()
                    .forEach(path -> needing.add(mapping.getMethodsCondition() + " " + path));
              }
            });
    assertThat(needing)
        .containsExactlyInAnyOrder(
            "[POST] /account/email",
            "[GET] /account/second-factor",
            "[POST] /account/second-factor",
            "[POST] /account/second-factor/codes",
            "[POST] /account/second-factor/off",
            "[POST] /account/sessions/{id}/end",
            "[POST] /account/sign-out",
            "[POST] /endpoints",
            "[POST] /endpoints/{id}",
            "[POST] /endpoints/{id}/remove",
            "[POST] /endpoints/{id}/rotate",
            "[POST] /endpoints/{id}/switch",
            "[POST] /people",
            "[POST] /people/{name}/invite",
            "[POST] /people/{name}/off",
            "[POST] /people/{name}/role",
            "[POST] /people/{name}/second-factor",
            "[POST] /people/{name}/sign-out",
            "[POST] /people/{name}/unlock",
            "[POST] /settings",
            "[POST] /settings/reset",
            "[POST] /tokens",
            "[POST] /tokens/hooks",
            "[POST] /tokens/hooks/remove",
            "[POST] /tokens/{id}/revoke");
  }
}
