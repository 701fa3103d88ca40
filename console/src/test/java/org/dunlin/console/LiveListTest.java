package org.dunlin.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.dunlin.console.Chromium.Eye;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists are read anew by themselves, and leave alone who is at something in them. */
class LiveListTest {
  private static final long A_ROUND = 16_000;

  private final Scene scene = new Scene();
  private BrowserContext context;
  private Page page;
  private Locator rows;

  @BeforeEach
  void open() {
    scene.deliver("one.bin", "nothing known, one of " + scene.id());
    context = Chromium.signedIn(Eye.DESK);
    page = context.newPage();
    page.clock().install();
    page.navigate("/inbox?show=QUARANTINED&company=" + scene.id());
    rows = page.locator("#deliveries tbody input[type=checkbox]");
    assertThat(rows).hasCount(1);
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void whatComesInAppearsAndFocusStaysWhereItWas() {
    Locator link = page.getByText("one.bin", new Page.GetByTextOptions().setExact(true));
    link.focus();
    scene.deliver("two.bin", "nothing known, two of " + scene.id());

    page.clock().runFor(A_ROUND);

    assertThat(rows).hasCount(2);
    assertThat(link).isFocused();
  }

  @Test
  void nothingMovesWhileABoxIsTickedAndItGoesOnOnceItIsNot() {
    rows.first().check();
    scene.deliver("two.bin", "nothing known, two of " + scene.id());

    page.clock().runFor(2 * A_ROUND);
    assertThat(rows.first()).isChecked();
    assertThat(rows).hasCount(1);

    Locator box = page.getByLabel("Tick one.bin");
    box.uncheck();
    page.clock().runFor(A_ROUND);
    assertThat(rows).hasCount(2);
    assertThat(box).isFocused();
  }

  @Test
  void whatIsOpenedStaysOpen() {
    page.locator("#alike summary").click();
    scene.deliver("two.bin", "nothing known, two of " + scene.id());

    page.clock().runFor(2 * A_ROUND);

    assertThat(page.locator("#alike table")).isVisible();
    assertThat(rows).hasCount(1);
  }

  @Test
  void nothingIsAskedForAnyMoreOnceNobodyIsThere() {
    page.clock().fastForward("20:00");
    int[] asked = {0};
    page.onRequest(request -> asked[0] += request.url().contains("/inbox") ? 1 : 0);

    page.clock().runFor(4 * A_ROUND);
    page.evaluate("1");
    assertThat(asked[0]).isZero();

    page.mouse().move(40, 40);
    scene.deliver("two.bin", "nothing known, two of " + scene.id());
    page.clock().runFor(A_ROUND);
    assertThat(rows).hasCount(2);
  }

  @Test
  void boxesThatAreTickedAreReadAgainWithOneButton() {
    rows.first().check();
    page.getByText("Replay what is ticked").click();
    assertThat(page.locator("#replay")).containsText("1 of 1");
    assertThat(page.locator("#replay")).containsText("At its end");
    scene.translate();
  }
}
