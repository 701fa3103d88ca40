package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dunlin.store.access.Role;
import org.dunlin.store.people.Sessions;
import org.dunlin.store.people.Sessions.Session;
import org.junit.jupiter.api.Test;

/** People see where they are signed in, and end what they do not know. */
class SessionsTest {
  private final Scene scene = new Scene();
  private final Somebody somebody = Somebody.in(scene.id(), Role.VIEWER);
  private final Sessions sessions = scene.stores().signIn().sessions();

  private List<Session> all() {
    return sessions.of(somebody.name(), Instant.EPOCH);
  }

  private boolean isIn(Browser browser) {
    return browser.open(scene.page()).statusCode() == 200;
  }

  @Test
  void eachIsListedWithItsAddressAndEndedOneByOne() {
    Browser elsewhere = somebody.signedIn();
    UUID there = all().getFirst().id();
    Browser here = somebody.signedIn();
    String page = here.open("/account?company=" + scene.id()).body();
    assertThat(page).contains("127.0.0.1", "This one", "/account/sessions/" + there + "/end");
    HttpResponse<String> ended =
        here.press("/account/sessions/" + there + "/end", "company", scene.id());
    assertThat(here.follow(ended).body()).contains("The session is ended.");
    assertThat(isIn(elsewhere)).isFalse();
    assertThat(isIn(here)).isTrue();
    assertThat(all()).hasSize(1);
  }

  @Test
  void nobodyEndsASessionOfSomebodyElse() {
    Browser browser = somebody.signedIn();
    Browser other = Somebody.in(scene.id(), Role.ADMIN).signedIn();
    other.open("/account?company=" + scene.id());
    other.press("/account/sessions/" + all().getFirst().id() + "/end", "company", scene.id());
    assertThat(isIn(browser)).isTrue();
  }

  @Test
  void whatHasEndedOtherwiseIsListedNoMore() {
    Browser out = somebody.signedIn();
    out.open("/login");
    out.press("/logout");
    assertThat(all()).isEmpty();
    somebody.signedIn();
    scene.stores().people().endSessions(somebody.name());
    assertThat(all()).isEmpty();
  }

  @Test
  void whatBeganTooLongAgoIsForgottenAtTheNextSignIn() {
    somebody.signedIn();
    UUID old = UUID.randomUUID();
    Instant yesterday = Instant.now().minusSeconds(86_400);
    sessions.begin(
        new Session(old, yesterday, yesterday, "192.0.2.1", ""), somebody.name(), 1, Instant.EPOCH);
    somebody.signedIn();
    assertThat(all()).hasSize(2).extracting(Session::id).doesNotContain(old);
  }

  @Test
  void languageAndAppearanceFollowToOtherBrowsers() {
    Browser first = somebody.signedIn();
    first.open(scene.page());
    first.press("/appearance", "language", "fr", "theme", "dark", "back", "/");
    Browser second = somebody.signedIn();
    assertThat(second.open(scene.page()).body())
        .contains("<html lang=\"fr\" data-bs-theme=\"dark\">");
    second.press("/appearance", "theme", "", "back", "/");
    assertThat(somebody.signedIn().open(scene.page()).body())
        .contains("<html lang=\"fr\"")
        .doesNotContain("data-bs-theme=\"dark\"");
  }
}
