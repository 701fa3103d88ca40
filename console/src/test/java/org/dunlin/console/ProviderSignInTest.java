package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.dunlin.console.login.Provider;
import org.dunlin.console.login.ProviderConfiguration;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Role;
import org.dunlin.store.people.Person;
import org.dunlin.store.warning.Warns;
import org.dunlin.work.access.AdmitPerson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Signing in at a provider of identities: the whole exchange, as a browser makes it. */
@Warns("Signing in at the provider did not work: ")
class ProviderSignInTest {
  private static final PlayedProvider PROVIDER = new PlayedProvider();
  private static final Hub HUB = new Hub(WithProvider.class);

  private final Stores stores = HUB.stores();
  private final Browser browser = Browser.strangerAt(HUB);
  private final String name = "anna-" + UUID.randomUUID() + "@example.com";
  private final Map<String, Object> claims =
      new HashMap<>(Map.of("sub", name, "email", name, "email_verified", true));

  @Import(ProviderConfiguration.class)
  static class WithProvider {
    @Bean
    Provider provider() {
      return new Provider(
          URI.create(PROVIDER.issuer()),
          PlayedProvider.CLIENT,
          "the secret of the client",
          Set.of("openid", "email"),
          "email",
          "groups",
          new AdmitPerson.Rules(
              false, List.of(new AdmitPerson.Grant("supporters", Role.SUPPORTER, null))));
    }
  }

  @AfterAll
  static void close() {
    HUB.close();
    PROVIDER.close();
  }

  /** Goes to the provider; what the hub asks it for. */
  private Map<String, String> sentThere() {
    HttpResponse<String> start = browser.follow(browser.open("/login/provider"));
    assertThat(start.statusCode()).isEqualTo(302);
    URI there = URI.create(where(start));
    assertThat(there.toString()).startsWith(PROVIDER.issuer() + "/authorize?");
    return PlayedProvider.parameters(there.getRawQuery());
  }

  private HttpResponse<String> comesBack(String state) {
    return browser.open("/login/oauth2/code/oidc?code=the-code&state=" + encoded(state));
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> signsIn() {
    Map<String, String> asked = sentThere();
    claims.put("nonce", asked.get("nonce"));
    PROVIDER.answers(claims);
    return comesBack(said(asked, "state"));
  }

  private void invited() {
    stores.people().add(name, null, null);
  }

  private static String where(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private boolean isIn() {
    return browser.open("/account/again?company=none").statusCode() != 302;
  }

  @Test
  void whoWasInvitedByTheirAddressIsSignedInWithoutAPassword() {
    invited();
    assertThat(browser.open("/login").body()).contains("Sign in with your organisation");
    assertThat(where(signsIn())).endsWith("/");
    assertThat(isIn()).isTrue();
    assertThat(browser.open("/").body()).contains("You have no role");
    assertThat(stores.people().find(name).map(Person::state)).contains(Person.State.ACTIVE);
  }

  @Test
  void theCodeIsAskedForWithAProofStateAndNonceAndIsTakenWithTheProof() throws Exception {
    invited();
    Map<String, String> asked = sentThere();
    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", PlayedProvider.CLIENT)
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("redirect_uri", HUB.address() + "/login/oauth2/code/oidc");
    assertThat(asked.get("nonce")).isNotBlank();
    claims.put("nonce", asked.get("nonce"));
    PROVIDER.answers(claims);
    comesBack(said(asked, "state"));
    String proof = said(PROVIDER.asked(), "code_verifier");
    assertThat(challenge(proof)).isEqualTo(asked.get("code_challenge"));
    assertThat(isIn()).isTrue();
  }

  private static String said(Map<String, String> values, String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  private static String challenge(String proof) throws NoSuchAlgorithmException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(proof.getBytes(StandardCharsets.US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  @Test
  void whoIsUnknownIsNotLetInAndNotAdded() {
    assertThat(where(signsIn())).endsWith("/login?unknown");
    assertThat(browser.open("/login?unknown").body()).contains("Nobody here is known");
    assertThat(isIn()).isFalse();
    assertThat(stores.people().find(name)).isEmpty();
  }

  @Test
  void anAddressThatTheProviderDidNotVerifyIsNobodys() {
    invited();
    claims.put("email_verified", false);
    assertThat(where(signsIn())).endsWith("/login?unknown");
    claims.remove("email_verified");
    assertThat(where(signsIn())).endsWith("/login?unknown");
    assertThat(isIn()).isFalse();
  }

  @Test
  void anAnswerToAnotherRequestIsNotTaken() {
    invited();
    Map<String, String> asked = sentThere();
    claims.put("nonce", "of another request");
    PROVIDER.answers(claims);
    assertThat(where(comesBack(said(asked, "state")))).endsWith("/login?provider");
    assertThat(where(comesBack("of another request"))).endsWith("/login?provider");
    assertThat(isIn()).isFalse();
  }

  @Test
  void aTokenOfAnotherSignerIssuerOrForAnotherProgramIsNotTaken() {
    invited();
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("iss", "https://evil.example"),
            Map.of("aud", "another-program"),
            Map.of("exp", 1_000_000L))) {
      Map<String, String> asked = sentThere();
      Map<String, Object> said = new HashMap<>(claims);
      said.put("nonce", asked.get("nonce"));
      said.putAll(wrong);
      PROVIDER.answers(said);
      assertThat(where(comesBack(said(asked, "state")))).as("%s", wrong).endsWith("?provider");
    }
    Map<String, String> asked = sentThere();
    claims.put("nonce", asked.get("nonce"));
    PROVIDER.answersForged(claims);
    assertThat(where(comesBack(said(asked, "state")))).endsWith("/login?provider");
    assertThat(isIn()).isFalse();
  }

  @Test
  void aCodeThatTheProviderDoesNotTakeOpensNothing() {
    invited();
    Map<String, String> asked = sentThere();
    PROVIDER.takesNoCode();
    assertThat(where(comesBack(said(asked, "state")))).endsWith("/login?provider");
    assertThat(isIn()).isFalse();
  }

  @Test
  void rolesAreWhatTheProviderSaysAtEachSignIn() {
    invited();
    claims.put("groups", List.of("supporters", "others"));
    signsIn();
    assertThat(stores.people().find(name).map(Person::everywhere)).contains(Role.SUPPORTER);
    claims.remove("groups");
    signsIn();
    assertThat(stores.people().find(name).orElseThrow().everywhere()).isNull();
  }

  @Test
  void somebodyElseWhoGotTheAddressLaterIsNotLetIn() {
    invited();
    signsIn();
    claims.put("sub", "somebody else");
    assertThat(where(signsIn())).endsWith("/login?unknown");
  }

  @Test
  void theSessionEndsAsOthersDo() {
    invited();
    signsIn();
    assertThat(isIn()).isTrue();
    stores.people().endSessions(name);
    assertThat(isIn()).isFalse();
  }

  @Test
  void freshIsOnlyWhatTheProviderSaysWasSaidJustNow() {
    invited();
    signsIn();
    assertThat(isAskedAnew()).isTrue();
    assertThat(sentThere()).containsEntry("prompt", "login").containsEntry("max_age", "600");
    claims.put("auth_time", Instant.now().minusSeconds(660).getEpochSecond());
    signsIn();
    assertThat(isAskedAnew()).isTrue();
    claims.put("auth_time", Instant.now().getEpochSecond());
    signsIn();
    assertThat(isAskedAnew()).isFalse();
  }

  private boolean isAskedAnew() {
    return browser
        .open("/account/second-factor?company=none")
        .headers()
        .firstValue("Location")
        .filter(where -> where.contains("/account/again"))
        .isPresent();
  }

  @Test
  void whoSignsOutIsLedToTheProviderToSignOutThereToo() {
    invited();
    signsIn();
    browser.open("/login");
    HttpResponse<String> out = browser.press("/logout");
    assertThat(where(out)).endsWith("/login?left");
    String refresh =
        browser.follow(out).headers().firstValue("Refresh").orElseThrow().replace("0; url=", "");
    assertThat(refresh).startsWith(PROVIDER.issuer() + "/logout?");
    Map<String, String> told = PlayedProvider.parameters(URI.create(refresh).getRawQuery());
    assertThat(said(told, "id_token_hint").split("\\.")).hasSize(3);
    assertThat(told.get("post_logout_redirect_uri")).isEqualTo(HUB.address() + "/login?out");
    assertThat(isIn()).isFalse();
  }

  @Test
  void wherePasswordsAreSwitchedOffTheyOpenNothingButToWhoeverIsLocal() {
    HUB.context().getBean(FirstAdministrator.class).makeIfNone(Hub.PASSWORD);
    Hub.RULES.withoutPasswords(
        () -> {
          assertThat(browser.open("/login").body()).doesNotContain("type=\"password\"");
          assertThat(browser.open("/login?local").body()).contains("type=\"password\"");
          browser.press("/login", "username", "admin", "password", Hub.PASSWORD);
          assertThat(isIn()).isFalse();
          stores.people().local("admin", true);
          browser.open("/login?local");
          browser.press("/login", "username", "admin", "password", Hub.PASSWORD);
          assertThat(isIn()).isTrue();
        });
  }

  @Test
  void aHubWithoutAProviderOffersNone() {
    assertThat(Browser.stranger().open("/login").body()).doesNotContain("organisation");
    assertThat(Browser.stranger().open("/login/oauth2/code/oidc?code=a&state=b").statusCode())
        .isEqualTo(302);
    assertThat(Hub.SHARED.context().getBeanNamesForType(Provider.class)).isEmpty();
  }
}
