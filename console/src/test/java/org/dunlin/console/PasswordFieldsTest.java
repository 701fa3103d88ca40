package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dunlin.work.access.ChangePeople;
import org.junit.jupiter.api.Test;

/** Managers of passwords know every field of one, and nothing keeps them from filling it in. */
class PasswordFieldsTest {
  private static final Pattern FIELD = Pattern.compile("<input[^>]*type=\"password\"[^>]*>");
  private final Scene scene = new Scene();

  private static List<String> fields(String body) {
    return FIELD.matcher(body).results().map(MatchResult::group).toList();
  }

  @Test
  void theFieldOfSigningInIsThatOfThePasswordThatHolds() {
    String body = Browser.stranger().open("/login").body();
    assertThat(fields(body)).singleElement().asString().contains("\"current-password\"");
    assertThat(body).contains("autocomplete=\"username\"");
  }

  @Test
  void thoseOfChangingItAreThatOneAndANewOne() {
    List<String> fields = fields(Browser.signedIn().open("/account?company=" + scene.id()).body());
    assertThat(fields).hasSize(2);
    assertThat(fields.get(0)).contains("autocomplete=\"current-password\"");
    assertThat(fields.get(1)).contains("autocomplete=\"new-password\"");
  }

  @Test
  void thatOfAnInvitationIsANewOneOfThePersonWhoIsNamed() {
    ChangePeople changes = new ChangePeople(Hub.SHARED.stores(), Clock.systemUTC());
    String name = "anna-" + UUID.randomUUID();
    changes.add(name, null, "a test");
    String body = Browser.stranger().open("/invitation/" + changes.invite(name, "a test")).body();
    assertThat(fields(body)).singleElement().asString().contains("\"new-password\"");
    assertThat(body).contains("autocomplete=\"username\" value=\"" + name + "\"");
  }

  @Test
  void noneForbidsToPasteOrIsTooShortForALongOne() {
    for (String body :
        List.of(
            Browser.stranger().open("/login").body(),
            Browser.signedIn().open("/account?company=" + scene.id()).body())) {
      assertThat(fields(body))
          .isNotEmpty()
          .noneMatch(field -> field.contains("maxlength") || field.contains("readonly"))
          .noneMatch(field -> field.contains("autocomplete=\"off\""));
      assertThat(body).doesNotContain("onpaste");
    }
  }

  @Test
  void noScriptOfOursListensToPasting() throws Exception {
    for (var script :
        new org.springframework.core.io.support.PathMatchingResourcePatternResolver()
            .getResources("classpath:/org/dunlin/console/assets/*.js")) {
      String name = String.valueOf(script.getFilename());
      if (!name.startsWith("swagger-ui") && !name.startsWith("htmx")) {
        assertThat(script.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
            .as(name)
            .doesNotContain("\"paste\"", "onpaste");
      }
    }
  }
}
