package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator sets what neither file nor environment says, for the next start. */
class SettingsPagesTest {
  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();
  private final String page = "/settings?company=" + scene.id();

  @BeforeEach
  void open() {
    browser.open(page);
  }

  @AfterEach
  void reset() {
    scene.stores().settings().forget("dunlin.attachments");
  }

  @Test
  void itIsFineToLookAt() {
    scene.stores().settings().say("dunlin.attachments", "9MB");
    Sight.isFine("settings-set", page);
  }

  @Test
  void whatIsSetIsShownAsWhatComesWithTheNextStartUntilItIsReset() {
    press("/settings", "dunlin.attachments", "9MB");

    assertThat(text())
        .contains("From the next start: 9MB")
        .contains("It takes effect at the next start of the hub");
    browser.press(
        "/settings/reset", "company", scene.id(), "name", "dunlin.attachments", "back", page);
    assertThat(text()).doesNotContain("From the next start");
  }

  @Test
  void whatIsNotOfItsFormOrIsSaidElsewhereIsNotTaken() {
    press("/settings", "dunlin.attachments", "seven");
    press("/settings", "dunlin.sweep", "9s");
    assertThat(scene.stores().settings().said()).isEmpty();
    assertThat(
            browser
                .press("/settings", "company", scene.id(), "name", "dunlin.key", "value", "secret")
                .statusCode())
        .isEqualTo(404);
    assertThat(browser.open(page).body())
        .contains("value-dunlin.attachments")
        .doesNotContain("value-dunlin.sweep")
        .doesNotContain("value-dunlin.key");
  }

  private void press(String path, String name, String value) {
    browser.press(path, "company", scene.id(), "name", name, "value", value, "back", page);
  }

  private String text() {
    return Text.of(browser.open(page).body());
  }
}
