package org.dunlin.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.dunlin.console.Chromium.Eye;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.view.Deliveries;
import org.dunlin.work.translate.TranslateDelivery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person imports a table: the columns are said, all is tried, imported, and ties out. */
class SheetPagesTest {
  private static final String FILE =
      """
      Factuur;Datum;Totaal;Openstaand;Klantnr;Klant
      F-1;18-10-2026;1.210,00;1.000,00;D1;Jansen BV
      F-2;25-10-2026;100,00;100,00;D2;<b>Bakker</b>
      F-3;26-10-2026;honderd;1,00;D2;<b>Bakker</b>
      """;

  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();

  @BeforeEach
  void open() {
    browser.open("/import?company=" + scene.id());
  }

  @Test
  void aPersonSaysWhatColumnsMeanTriesImportsAndSeesThatItTiesOut() {
    try (BrowserContext context = Chromium.signedIn(Eye.DESK)) {
      Page page = context.newPage();
      page.navigate("/import?company=" + scene.id());
      page.locator("#file")
          .setInputFiles(new FilePayload("stock.csv", "text/csv", FILE.getBytes(UTF_8)));
      page.locator("button:has-text('Continue')").click();

      assertThat(page.locator("h1")).hasText("stock.csv");
      assertThat(page.locator("#column-4")).hasValue("outstanding");
      assertThat(page.locator(".alert-warning"))
          .containsText("Say in which currency the amounts are");
      page.locator("#currency").fill("EUR");
      page.locator("button[value=try]").click();

      assertThat(page.locator("#tried")).containsText("2 new, 0 changed, 0 as they are");
      assertThat(page.locator("#tried")).containsText("EUR\u00a01,100.00");
      assertThat(page.locator("#tried")).containsText("line 4");
      assertThat(page.locator("[aria-labelledby=first-title]")).containsText("F-1");
      page.locator("button[value=import]").click();
      assertThat(page.locator(".alert-success")).containsText("stock.csv is being imported");

      translate();
      page.reload();

      assertThat(page.locator("#tie-out")).containsText("Tie out");
      assertThat(page.locator("#tie-out")).containsText("Rows that could not be read");
      assertThat(page.locator("body")).not().containsText("Say in which currency");
    }
  }

  @Test
  void theListAndTheFileAreFineToLookAt() {
    String file = bring("stock.csv", FILE);
    Sight.isFine("import", "/import?company=" + scene.id());
    Sight.isFine("import-file", file);
  }

  @Test
  void aFileOfAnotherCompanyIsNotThereAndOneThatIsNoTableSaysSo() {
    String file = bring("stock.csv", FILE);
    String other = new Scene().id();
    assertThat(browser.open(file.replace(scene.id(), other)).statusCode()).isEqualTo(404);

    HttpResponse<String> none = browser.open(bring("note.txt", "no table at all"));
    assertThat(none.statusCode()).isEqualTo(200);
    assertThat(Text.of(none.body())).contains("note.txt is no table with a first row of names");
  }

  @Test
  void itsDeliveryLeadsToItsColumnsAndCellsAreShownAsTextOnly() {
    String file = bring("stock.csv", FILE);
    assertThat(browser.open(file).body()).doesNotContain("<b>Bakker").contains("&lt;b&gt;Bakker");
    assertThat(browser.open(file.replace("/import/", "/deliveries/")).body())
        .contains("Say what the columns mean")
        .contains("It waits until somebody says what its columns mean");
  }

  private String bring(String name, String content) {
    HttpResponse<String> answer =
        browser.sendForm(
            "/import",
            Map.of("company", scene.id(), "connection", Scene.FOLDER),
            Map.of(name, content));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    List<Deliveries.Line> lines =
        scene
            .stores()
            .views()
            .deliveries()
            .page(scene.id(), Deliveries.Choice.ALL, null, 10)
            .items();
    Delivery latest =
        lines.stream()
            .map(Deliveries.Line::delivery)
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    return "/import/" + latest.id() + "?company=" + scene.id();
  }

  private void translate() {
    TranslateDelivery translate = new TranslateDelivery(scene.stores(), Checkpoint.NONE);
    while (translate.next()) {
      // until nothing waits
    }
  }
}
