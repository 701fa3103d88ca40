package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.dunlin.store.program.Access;
import org.dunlin.store.program.Token;
import org.junit.jupiter.api.Test;

/** A person goes to a program, permits the access or does not, and comes back. */
class PermissionTest {
  private static final String ONE = "[{\"id\": \"main\", \"name\": \"Acme\"}]";
  private static final String TWO =
      "[{\"id\": \"main\", \"name\": \"Acme\"}, {\"id\": \"other\", \"name\": \"Acme Two\"}]";

  private final Linked linked = new Linked();
  private final String company = linked.scene.id();

  @Test
  void thePersonGoesWithStateAndProofAndComesBackWithTheAccess() throws Exception {
    Vendor.agrees(ONE);
    linked.connectCloud("cloud");
    Map<String, String> left = linked.leave("cloud");
    assertThat(left)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", "app-1")
        .containsEntry("scope", "read")
        .containsEntry("redirect_uri", Hub.SHARED.address() + "/authorised")
        .containsEntry("code_challenge_method", "S256")
        .doesNotContainValue(Linked.SECRET);

    HttpResponse<String> answer = linked.back("code=code-1&state=" + left.get("state"));

    assertThat(Text.of(linked.browser.follow(answer).body()))
        .contains("cloud is authorised. Test it, then sync.");
    Map<String, String> asked = Vendor.asked();
    assertThat(asked)
        .containsEntry("code", "code-1")
        .containsEntry("redirect_uri", Hub.SHARED.address() + "/authorised")
        .containsEntry("client_secret", Linked.SECRET);
    assertThat(challenge(asked.getOrDefault("code_verifier", "")))
        .isEqualTo(left.get("code_challenge"));
    assertThat(access()).isEqualTo(Access.AUTHORISED);
    assertThat(linked.scene.stores().programs().tokens().find(company, "cloud"))
        .map(Token::values)
        .get()
        .asString()
        .contains("access-1");
    assertThat(settings()).containsEntry("tenant", "main");
  }

  @Test
  void whoComesBackWithoutHavingBegunItIsAskedAndNamesNothingBySilence() {
    Vendor.agrees(ONE);
    linked.connectCloud("cloud");
    String state = Objects.requireNonNull(linked.leave("cloud").get("state"));
    Browser other = Browser.signedIn();

    String page = other.open("/authorised?code=code-1&state=" + state).body();

    assertThat(Text.of(page))
        .contains("Somebody has permitted access to Cloud Books")
        .contains("for the connection cloud of")
        .contains("and not in this browser");
    assertThat(Vendor.exchanges()).isZero();
    assertThat(access()).isEqualTo(Access.NEW);

    HttpResponse<String> answer =
        other.press("/authorised", "brought.code", "code-1", "brought.state", state);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(access()).isEqualTo(Access.AUTHORISED);
    assertThat(other.open("/authorised?code=code-1&state=" + state).statusCode()).isEqualTo(400);
  }

  @Test
  void noFormOfAnotherSiteEndsAWayThatBeganElsewhere() {
    Vendor.agrees(ONE);
    linked.connectCloud("cloud");
    String state = Objects.requireNonNull(linked.leave("cloud").get("state"));

    HttpResponse<String> answer =
        linked.browser.pressWithoutToken(
            "/authorised", "brought.code", "c", "brought.state", state);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Vendor.exchanges()).isZero();
  }

  @Test
  void whoHasSeveralSetsOfBooksChoosesOneAndThenTestsAndSyncs() {
    Vendor.agrees(TWO);
    linked.connectCloud("cloud");
    String page = linked.back("code=c&state=" + linked.leave("cloud").get("state")).body();
    assertThat(Text.of(page)).contains("What Cloud Books is to lead to", "Acme Two");

    HttpResponse<String> chosen =
        linked.browser.press(
            "/connections/cloud/settings", "company", company, "setting.tenant", "main");

    assertThat(chosen.statusCode()).isEqualTo(302);
    assertThat(settings()).containsEntry("tenant", "main").containsEntry("region", "nl");
    assertThat(linked.press("cloud", "test"))
        .contains("The test holds. Cloud Books answers: 1 customers on the first page.");
    assertThat(linked.press("cloud", "sync")).contains("It is read now");
  }

  @Test
  void aPersonWhoSaysNoIsToldSoAndNothingIsAsked() {
    Vendor.agrees(ONE);
    linked.connectCloud("cloud");
    String state = Objects.requireNonNull(linked.leave("cloud").get("state"));

    HttpResponse<String> answer = linked.back("error=access_denied&state=" + state);

    assertThat(Text.of(linked.browser.follow(answer).body()))
        .contains("It did not work out. The access was not permitted: access_denied.");
    assertThat(Vendor.exchanges()).isZero();
    assertThat(access()).isEqualTo(Access.NEW);
  }

  @Test
  void aStateThatNobodyWasSentWithAndOneThatWasUsedChangeNothing() {
    Vendor.agrees(ONE);
    linked.connectCloud("cloud");
    HttpResponse<String> unknown = linked.back("code=code-1&state=made-up");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(Text.of(unknown.body())).contains("This way back is not known", "ten minutes");

    String state = Objects.requireNonNull(linked.leave("cloud").get("state"));
    linked.back("code=code-1&state=" + state);
    int before = Vendor.exchanges();
    assertThat(linked.back("code=code-2&state=" + state).statusCode()).isEqualTo(400);
    assertThat(Vendor.exchanges()).isEqualTo(before);
  }

  @Test
  void anExchangeThatTheProgramRefusesIsToldInASentence() {
    Vendor.refuses();
    linked.connectCloud("cloud");
    String state = Objects.requireNonNull(linked.leave("cloud").get("state"));

    String page = linked.browser.follow(linked.back("code=code-1&state=" + state)).body();

    assertThat(Text.of(page)).contains("It did not work out.");
    assertThat(page).doesNotContain(Linked.SECRET, "code-1");
    assertThat(access()).isEqualTo(Access.NEW);
  }

  @Test
  void whoIsNotSignedInSignsInFirstAndThenComesBack() {
    HttpResponse<String> answer = Browser.stranger().open("/authorised?code=c&state=s");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/login");
  }

  @Test
  void aProgramThatNeedsAKeyAloneSendsNobodyAway() {
    Vendor.agrees(ONE);
    linked.connectOffice("office");
    assertThat(linked.press("office", "authorise"))
        .contains("Office Books is asked with its settings; nobody has to authorise it.");
  }

  private Access access() {
    return linked.scene.stores().programs().linked().find(company, "cloud").orElseThrow().access();
  }

  private Map<String, String> settings() {
    return linked.scene.stores().connections().find(company, "cloud").orElseThrow().settings();
  }

  /** As RFC 7636 makes it of a verifier. */
  private static String challenge(String verifier) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }
}
