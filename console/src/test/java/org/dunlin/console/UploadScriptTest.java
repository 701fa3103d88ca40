package org.dunlin.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.regex.Pattern;
import org.dunlin.console.Chromium.Eye;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The script of the page for uploads, in a browser: chosen or dropped, each file by itself. */
class UploadScriptTest {
  /** Notes each bar that appears, since one of a small file is gone at once. */
  private static final String WATCH =
      """
      () => {
        window.bars = [];
        new MutationObserver(() => {
          for (const bar of document.querySelectorAll("progress")) {
            if (!window.bars.includes(bar.getAttribute("aria-label"))) {
              window.bars.push(bar.getAttribute("aria-label"));
            }
          }
        }).observe(document.getElementById("uploaded-files"), {childList: true, subtree: true});
      }
      """;

  private static final String DROP =
      """
      files => {
        const carried = new DataTransfer();
        for (const [name, content] of files) {
          carried.items.add(new File([content], name));
        }
        const drop = document.getElementById("drop");
        drop.dispatchEvent(new DragEvent("dragenter", {dataTransfer: carried, cancelable: true}));
        const over = drop.classList.contains("over");
        drop.dispatchEvent(new DragEvent("drop", {dataTransfer: carried, cancelable: true}));
        return over && !drop.classList.contains("over");
      }
      """;

  private final Scene scene = new Scene();
  private BrowserContext context;
  private Page page;
  private Locator rows;

  @BeforeEach
  void open() {
    context = Chromium.signedIn(Eye.DESK);
    page = context.newPage();
    page.navigate("/upload?company=" + scene.id());
    page.evaluate(WATCH);
    rows = page.locator("#uploaded-files tr");
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void chosenFilesAreSentOneAfterTheOtherAndEachSaysWhatBecameOfIt() {
    page.locator("#file")
        .setInputFiles(
            new FilePayload[] {
              file("a.xml", "<a>" + scene.id() + "</a>"), file("b.xml", ""),
            });
    page.locator("#upload button").click();

    assertThat(rows).hasCount(2);
    assertThat(rows.nth(0)).containsText(Pattern.compile("a\\.xml\\s+Taken"));
    assertThat(rows.nth(1)).containsText(Pattern.compile("b\\.xml\\s+Refused"));
    assertThat(rows.nth(0).locator("a[href^='/deliveries/']")).hasCount(1);
    assertThat((List<?>) page.evaluate("window.bars"))
        .hasSize(2)
        .allSatisfy(label -> assertThat(String.valueOf(label)).containsPattern("[ab]\\.xml$"));
    assertThat(page.locator("progress")).hasCount(0);
    assertThat(page.locator("#file")).hasValue("");
  }

  @Test
  void filesThatAreDroppedAreSentWithoutAnythingMore() {
    String content = "<dropped>" + scene.id() + "</dropped>";

    Object lit =
        page.evaluate(
            DROP, List.of(List.of("one.xml", content), List.of("<two>.xml", content + " ")));

    assertThat(lit).as("the field lights up and goes out").isEqualTo(true);
    assertThat(rows).hasCount(2);
    assertThat(rows.nth(0)).containsText(Pattern.compile("one\\.xml\\s+Taken"));
    assertThat(rows.nth(1)).containsText(Pattern.compile("<two>\\.xml\\s+Taken"));
  }

  @Test
  void aLineThatIsCutIsSaidAndTheOtherFilesGoOn() {
    page.route(Pattern.compile("/upload/file\\?.*name=cut\\.xml"), Route::abort);

    page.evaluate(
        DROP,
        List.of(List.of("cut.xml", "<a/>"), List.of("next.xml", "<a>" + scene.id() + "</a>")));

    assertThat(rows.nth(1)).containsText(Pattern.compile("next\\.xml\\s+Taken"));
    assertThat(rows.nth(0))
        .containsText(String.valueOf(page.locator("#uploaded-files").getAttribute("data-broken")));
  }

  private static FilePayload file(String name, String content) {
    return new FilePayload(name, "application/xml", content.getBytes(UTF_8));
  }
}
