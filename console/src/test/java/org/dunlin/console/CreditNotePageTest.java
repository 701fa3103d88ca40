package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.PrecedingInvoice;
import org.dunlin.store.access.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stays open of a credit note is given back with one button, once, or programs do it. */
class CreditNotePageTest {
  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();
  private final UUID customer = scene.customer("Bakkerij Jansen");
  private final UUID note =
      scene.creditNote(customer, "CN-2026-77", "40.00", new PrecedingInvoice("2026-0042", null));

  @BeforeEach
  void live() {
    scene.stores().companies().setMode(scene.id(), DunningMode.LIVE);
  }

  @Test
  void oneButtonLetsTheBankGiveItBackAndAnotherTakesThatBack() {
    assertThat(page("")).contains("EUR 40.00 of this credit note settle no invoice");
    assertThat(press("/give-back")).contains("Your bank is to give EUR 40.00 back.");
    assertThat(page(""))
        .contains("as admin said", "No account of the customer is known")
        .doesNotContain("settle no invoice");
    assertThat(press("/give-back")).contains("somebody else was quicker");
    assertThat(press("/withdraw-refund")).contains("is open again");
    assertThat(press("/withdraw-refund")).contains("somebody else was quicker");
    assertThat(page("")).contains("EUR 40.00 of this credit note settle no invoice");
  }

  @Test
  void nothingIsOrderedWhileTheCompanyIsNotLive() {
    scene.stores().companies().setMode(scene.id(), DunningMode.SHADOW);
    assertThat(press("/give-back")).contains("the company is not live");
  }

  @Test
  void programsDoTheSameAndWhoComesSecondIsTold() {
    assertThat(post(note, "/give-back")).isEqualTo(200);
    assertThat(post(note, "/give-back")).isEqualTo(409);
    assertThat(post(note, "/withdraw-refund")).isEqualTo(200);
    assertThat(post(note, "/withdraw-refund")).isEqualTo(409);
    assertThat(post(UUID.randomUUID(), "/give-back")).isEqualTo(404);
  }

  @Test
  void everyLanguageHasWordsForIt() {
    press("/give-back");
    for (String language : List.of("nl", "de", "fr")) {
      assertThat(page("&lang=" + language)).doesNotContain("refunds.").contains("40");
    }
  }

  private String page(String more) {
    return Text.of(browser.open("/invoices/" + note + "?company=" + scene.id() + more));
  }

  private String press(String button) {
    page("");
    return Text.of(
        browser.follow(
            browser.press(
                "/invoices/" + note + button,
                "company",
                scene.id(),
                "back",
                "/invoices/" + note + "?company=" + scene.id())));
  }

  private int post(UUID of, String what) {
    return Caller.allowed(scene.id(), Scope.READ, Scope.WRITE)
        .send(
            "POST",
            "/api/v1/companies/" + scene.id() + "/credit-notes/" + of + what,
            "",
            "Content-Type",
            "application/json")
        .statusCode();
  }
}
