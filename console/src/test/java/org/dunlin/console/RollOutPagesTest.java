package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The page of a company's way from shadow to live. */
class RollOutPagesTest {
  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();
  private final String page = "/roll-out?company=" + scene.id();

  @Test
  void itIsFineToLookAt() {
    Sight.isFine("roll-out", page);
  }

  @Test
  void eachPointSaysWhatWasFoundWhyItMattersAndWhetherItBlocks() {
    String text = Text.of(browser.open(page).body());

    assertThat(text)
        .contains("Own accounts", "Known: 1", "Blocks", "Points that hold this step")
        .contains("Without it no message leaves")
        .contains("Not covered to 19 Nov 2026: 1 of 1 (" + Scene.IBAN + ")")
        .doesNotContain("{0}");
    assertThat(browser.open(page).body()).doesNotContain("href=\"/live?");
  }

  @Test
  void aPersonTicksAPointWithNameAndDay() {
    browser.open(page);
    browser.press(
        "/roll-out", "company", scene.id(), "point", "BACK_TESTED", "done", "true", "back", page);

    assertThat(Text.of(browser.open(page).body())).contains("admin, 20 Nov 2026");
    browser.press(
        "/roll-out", "company", scene.id(), "point", "BACK_TESTED", "done", "false", "back", page);
    assertThat(Text.of(browser.open(page).body())).doesNotContain("admin, 20 Nov 2026");
  }
}
