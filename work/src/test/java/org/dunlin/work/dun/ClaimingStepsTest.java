package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.TestHub.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.claim.StatedClaims;
import org.dunlin.work.TestHub;
import org.dunlin.work.claim.SaidBefore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a step of any plan claims is announced, then charged, in the messages that leave. */
class ClaimingStepsTest {
  private static final String PLAN =
      """
      plans:
        - id: claiming
          contact: {minDaysBetween: 1}
          steps:
            - {id: letter, due: "+5d", channel: EMAIL, template: reminder-2, claim: [INTEREST, COSTS]}
            - {id: after, due: "previous +17d", channel: EMAIL, template: final, claim: [COSTS]}
      """;
  private static final LocalDate AFTER = TODAY.plusDays(17);

  private final TestHub hub = TestHub.with(DunningMode.LIVE);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aConsumerGetsTheLetterFirstAndIsChargedOnlyOnceItsDaysAreOver() {
    begin();
    Dispatch.Email letter = hub.outlet.emails().getFirst();
    assertThat(letter.text())
        .contains(
            "If you pay €100.00 in full within 14 days, counted from the day after you receive"
                + " this message, you owe no collection costs.",
            "collection costs of €40.00 by law (NL BW 6:96)",
            "by 9 December 2026")
        .doesNotContain("1 December 2026", "€140.00", "Owed because of late payment");
    assertThat(letter.html()).contains("€40.00", "counted from the day after you receive");
    assertThat(events()).contains("CLAIMS_ANNOUNCED", "CLAIMS_LEFT_OUT"); // a rate to be verified

    go(AFTER);
    Dispatch.Email charged = hub.outlet.emails().getLast();
    assertThat(hub.outlet.emails()).hasSize(2);
    assertThat(charged.text())
        .contains(
            "Owed because of late payment",
            "Collection costs on €100.00 (NL BW 6:96): €40.00",
            "quoting: INV-2026-1100 late payment",
            "Amount: €100.00")
        .doesNotContain("€140.00", "within 14 days");
    assertThat(events()).contains("CLAIMS_CHARGED");
    assertThat(stated()).hasSize(2).allMatch(StatedClaims.Statement::said);
    assertThat(SaidBefore.of(stated().getFirst()).charged()).hasSize(1);
    assertThat(stated().getLast().record()).contains("\"received\": \"2026-11-25\"");
  }

  @Test
  void aLetterThatWasOnlyTestedGrantsNoDaysThatCount() {
    hub.sql("update company set mode = 'TEST', test_mailbox = 'test@acme.example'");
    begin();
    assertThat(hub.outlet.emails()).hasSize(1);
    assertThat(stated()).singleElement().matches(each -> !each.said());
    assertThat(
            hub.stores.claims().stated().received("acme", List.of(invoice()), TODAY.plusDays(40)))
        .isEmpty();
  }

  @Test
  void aMessageThatIsWithdrawnSaidNothing() {
    Reminded.overdue(hub, 1);
    hub.settle();
    new ChangePlans(hub.stores).save("acme", null, null, PLAN, true, "anna");
    hub.decide();
    hub.sql("update action set state = 'CANCELLED' where state = 'DUE'");

    assertThat(stated()).singleElement().matches(each -> !each.said());
    assertThat(hub.stores.claims().stated().received("acme", List.of(invoice()), AFTER)).isEmpty();
  }

  private void begin() {
    Reminded.overdue(hub, 1);
    hub.settle();
    new ChangePlans(hub.stores).save("acme", null, null, PLAN, true, "anna");
    hub.run();
  }

  private void go(LocalDate day) {
    for (LocalDate each = TODAY; each.isBefore(day); each = each.plusDays(1)) {
      Reminded.covered(hub, each);
    }
    hub.settle();
    hub.sql("update company set business_date = '" + day + "'");
    hub.run();
  }

  private UUID invoice() {
    return hub.stores.invoices().openOfNumber("acme", "INV-2026-1100").getFirst();
  }

  private List<StatedClaims.Statement> stated() {
    return hub.stores.claims().stated().of("acme", List.of(invoice()));
  }

  private List<String> events() {
    return hub.jdbc().sql("select event from journal").query(String.class).list();
  }
}
