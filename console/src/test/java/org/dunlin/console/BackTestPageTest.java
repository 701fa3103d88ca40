package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.model.Decision;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.store.program.Reading;
import org.dunlin.store.program.Streams;
import org.dunlin.work.profile.KeptProfile;
import org.junit.jupiter.api.Test;

/** How matching would have done over the past, on a page, with the confidence that it proposes. */
class BackTestPageTest {
  private static final LocalDate DUE = LocalDate.of(2026, 12, 1);

  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();
  private final UUID customer = scene.customer("Bakkerij Jansen");

  @Test
  void thePageSaysWhatItDoesAndRunsOnlyWhenAsked() {
    assertThat(text("")).contains("Match the past anew").doesNotContain("Proposed confidence");
    assertThat(text("run=true")).contains("there is no past to match");
  }

  @Test
  void reviewAndCompanyLeadThere() {
    for (String path : new String[] {"/review", "/company"}) {
      assertThat(browser.open(path + "?company=" + scene.id()).body())
          .contains("href=\"/back-test?company=" + scene.id());
    }
  }

  @Test
  void bothRatesAndWhatDiffersAreShown() {
    differing();
    assertThat(text("run=true"))
        .contains("Payments of the past 2", "Matched as they were decided 50%")
        .contains("Lines that would have been applied 2", "Of these, decided otherwise 50%")
        .contains("Decided otherwise", "2026-0042", "2026-0043")
        .contains("Proposed confidence: 1", "only what is entirely certain");
  }

  @Test
  void theProposedConfidenceIsSetByAButton() {
    decided("2026-0041", "2026-0041");
    assertThat(text("run=true")).contains("Proposed confidence: 0.99", "Apply from 0.99 on");
    assertThat(use("0.99")).contains("Matches are applied from a confidence of 0.99 on.");
    assertThat(kept()).isEqualTo("0.99");
    assertThat(text("run=true"))
        .contains("It is what the company has.")
        .doesNotContain("Apply from");
  }

  @Test
  void whatIsNoConfidenceIsNotSet() {
    text("");
    assertThat(use("7")).contains("is no confidence");
    assertThat(kept()).isEmpty();
  }

  @Test
  void theRemindersOfThePastStandBesideItByAPlanOfOnesChoice() {
    assertThat(text("")).contains("Reminders of the past", "the plans in force", "Play the past");
    assertThat(text("remind=true")).contains("No invoice of the past can be played yet.");
    differing();
    assertThat(text("remind=true&plan=standard")).contains("after payment.", "over 3 invoices");
  }

  @Test
  void nothingIsKeptOfIt() {
    differing();
    text("run=true");
    assertThat(scene.stores().allocations().of(scene.id()))
        .extracting(stored -> stored.allocation().decision())
        .containsOnly(Decision.MANUAL)
        .hasSize(2);
  }

  @Test
  void aConnectionThatWasReadOffersItUntilAConfidenceIsSaid() {
    Linked linked = new Linked();
    linked.connectOffice("office");
    assertThat(Text.of(linked.open("office").body()))
        .doesNotContain("how matching would have done");
    Streams.Key poll = new Streams.Key(linked.scene.id(), "office", "customers", Reading.POLL);
    scene.stores().programs().streams().ended(poll, null, 1, Duration.ofHours(1));
    assertThat(Text.of(linked.open("office").body())).contains("how matching would have done");
  }

  /** Two payments, of which a person brought one elsewhere than where its text says. */
  String differing() {
    decided("2026-0041", "2026-0041");
    scene.invoice(customer, "2026-0042", DUE, "100.00");
    decided("2026-0043", "2026-0042");
    return scene.id();
  }

  private void decided(String number, String text) {
    UUID invoice = scene.invoice(customer, number, DUE, "100.00");
    UUID payment = scene.payment("Bakkerij Jansen", "factuur " + text, "100.00");
    scene.allocation(payment, invoice, "100.00", Decision.MANUAL, "by hand");
    scene.stores().invoices().claim(scene.id(), invoice, new BigDecimal("100.00"));
    scene.stores().payments().claim(scene.id(), payment, new BigDecimal("100.00"));
  }

  private String kept() {
    Map<ProfileField, String> texts =
        KeptProfile.find(scene.stores(), scene.id()).orElseThrow().texts();
    return texts.getOrDefault(ProfileField.AUTO_THRESHOLD, "");
  }

  private String use(String threshold) {
    return Text.of(
        browser.follow(
            browser.press("/back-test/threshold", "company", scene.id(), "threshold", threshold)));
  }

  private String text(String query) {
    return Text.of(browser.open("/back-test?company=" + scene.id() + "&" + query));
  }
}
