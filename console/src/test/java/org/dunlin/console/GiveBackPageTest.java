package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.access.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was paid twice goes back at the provider with one button, once. */
class GiveBackPageTest {
  private final PayerScene mine = new PayerScene();
  private final Browser browser = Browser.signedIn();
  private UUID payment;

  @BeforeEach
  void aPaymentThatNoInvoiceTook() {
    mine.payableOnline();
    mine.mode(DunningMode.LIVE);
    mine.pay("what", "chosen", "i", mine.second.toString());
    payment = mine.paidTwice();
  }

  @Test
  void oneButtonGivesItBackAndIsGoneThen() {
    assertThat(page(""))
        .contains("No invoice takes EUR 90.50 of this payment", "Give EUR 90.50 back");
    assertThat(press()).contains("The provider gives EUR 90.50 back.");
    assertThat(page(""))
        .contains("The provider gives EUR 90.50 back, as admin said", "Given back at the provider")
        .doesNotContain("No invoice takes");
    assertThat(press()).contains("somebody else was quicker");
  }

  @Test
  void nothingMovesWhileTheCompanyIsNotLive() {
    mine.mode(DunningMode.SHADOW);

    assertThat(press()).contains("the company is not live");
    assertThat(page("")).contains("Give EUR 90.50 back");
  }

  @Test
  void programsDoTheSameAndWhoComesSecondIsTold() {
    assertThat(post(payment)).isEqualTo(200);
    assertThat(post(payment)).isEqualTo(409);
    assertThat(post(UUID.randomUUID())).isEqualTo(404);
  }

  @Test
  void everyLanguageHasWordsForIt() {
    for (String language : List.of("nl", "de", "fr")) {
      assertThat(page("&lang=" + language)).doesNotContain("refunds.at").contains("90");
    }
  }

  private String page(String more) {
    return Text.of(browser.open("/payments/" + payment + "?company=" + mine.scene.id() + more));
  }

  private String press() {
    page("");
    return Text.of(
        browser.follow(
            browser.press(
                "/payments/" + payment + "/give-back",
                "company",
                mine.scene.id(),
                "back",
                "/payments/" + payment + "?company=" + mine.scene.id())));
  }

  private int post(UUID of) {
    return Caller.allowed(mine.scene.id(), Scope.READ, Scope.WRITE)
        .send(
            "POST",
            "/api/v1/companies/" + mine.scene.id() + "/review/" + of + "/give-back",
            "",
            "Content-Type",
            "application/json")
        .statusCode();
  }
}
