package org.dunlin.work.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.dunlin.core.message.Language;
import org.dunlin.core.message.Reminders;
import org.dunlin.core.message.TemplateFlaw;
import org.dunlin.core.message.UnknownTemplate;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.wording.Wordings;
import org.dunlin.work.BankFile;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.dun.ChangePlans;
import org.dunlin.work.dun.PreviewWording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A company writes in words of its own, which never lack what must be said. */
class WordingsTest {
  private static final String FIRST = "reminder-1";
  private static final String OWN =
      "Even herinneren, {{customer}}\n\nHier is {{number}} nog: {{total}} <b>\n\n{{> letter}}\n\n"
          + "{{> asked}}\n\n{{> claims}}\n\n{{> pay}}\n";

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final ChangeWording changes = new ChangeWording(hub.stores);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void messagesAreInTheCompanysOwnWordsFromTheNextOnAndInTheHubsAfterAReset() {
    overdue("c0");
    changes.change("acme", FIRST, Language.EN, OWN, 0, "anna");
    hub.run();

    Dispatch.Email email = hub.outlet.emails().getFirst();
    assertThat(email.subject()).isEqualTo("Even herinneren, Customer c0");
    assertThat(email.text()).contains("Hier is INV-2026-c0 nog", "<b>", "NL44 RABO 0123 4567 89");
    assertThat(email.html()).contains("&lt;b&gt;").doesNotContain("<b>");

    changes.reset("acme", FIRST, Language.EN, 1, "anna");
    overdue("c1");
    hub.run();
    assertThat(hub.outlet.emails().getLast().subject()).startsWith("Reminder: ");
    assertThat(hub.outlet.emails()).hasSize(2);
  }

  @Test
  void wordsThatLackWhatMustBeSaidAreRefusedWithThePlainReason() {
    assertThatThrownBy(
            () ->
                changes.change(
                    "acme", FIRST, Language.NL, OWN.replace("{{> letter}}", "Betaal"), 0, "anna"))
        .isInstanceOf(WordingRefused.class)
        .hasMessageContaining("the day after")
        .extracting(refused -> ((WordingRefused) refused).flaws())
        .asInstanceOf(InstanceOfAssertFactories.list(TemplateFlaw.class))
        .extracting(TemplateFlaw::kind)
        .containsExactly(
            TemplateFlaw.Kind.NO_COSTS, TemplateFlaw.Kind.NO_VAT, TemplateFlaw.Kind.NO_DAYS);
    assertThatThrownBy(() -> changes.change("acme", "../final", Language.NL, OWN, 0, "anna"))
        .isInstanceOf(UnknownTemplate.class);
    assertThat(hub.stores.wordings().newest("acme")).isEmpty();
  }

  @Test
  void everyVersionStaysWithWhoWroteItAndCanBeRestored() {
    changes.change("acme", FIRST, Language.NL, OWN, 0, "anna");
    changes.change("acme", FIRST, Language.NL, OWN.replace("Even", "Nog eens"), 1, "bob");
    assertThat(changes.restore("acme", FIRST, Language.NL, 1, 2, "carl")).isEqualTo(3);

    assertThat(hub.stores.wordings().of("acme", FIRST, "nl"))
        .extracting(Wordings.Version::version, Wordings.Version::by)
        .containsExactly(tuple(3, "carl"), tuple(2, "bob"), tuple(1, "anna"));
    assertThat(new CompanyWordings(hub.stores, "acme").of(FIRST, Language.NL)).isEqualTo(OWN);
    assertThat(new CompanyWordings(hub.stores, "acme").of(FIRST, Language.DE)).isNull();
  }

  @Test
  void whoChangedSomethingElseThanTheNewestIsToldAndNothingIsOverwritten() {
    changes.change("acme", FIRST, Language.NL, OWN, 0, "anna");
    assertThatThrownBy(() -> changes.change("acme", FIRST, Language.NL, OWN, 0, "bob"))
        .isInstanceOf(WordingRefused.class)
        .hasMessageContaining("meanwhile");
    assertThat(hub.stores.wordings().of("acme", FIRST, "nl")).hasSize(1);
  }

  @Test
  void aPreviewShowsARealCustomersInvoicesAndSendsNothing() {
    UUID customer = overdue("c0");
    PreviewWording preview = new PreviewWording(hub.stores);

    Dispatch.Email email = preview.of("acme", customer, FIRST, Language.NL, OWN).orElseThrow();
    assertThat(email.text())
        .contains("INV-2026-c0", "100,00", "nadat dit bericht bij u is bezorgd", "40,00");
    assertThat(preview.of("acme", customer, "final", Language.DE, null).orElseThrow().subject())
        .startsWith("Letzte Mahnung");
    assertThat(preview.of("acme", UUID.randomUUID(), FIRST, Language.NL, OWN)).isEmpty();
    assertThatThrownBy(
            () ->
                preview.of(
                    "acme", customer, FIRST, Language.NL, OWN.replace("{{> pay}}", "{{{pay}}}")))
        .isInstanceOf(WordingRefused.class);
    assertThat(hub.effects(EffectState.PENDING)).isEmpty();
    assertThat(Reminders.source(Language.NL, FIRST)).contains("{{> pay}}");
  }

  @Test
  void aPreviewIsByThePlanOfTheCustomerWhoseLettersArriveLaterThanMails() {
    UUID customer = overdue("c0");
    String letters =
        """
        plans:
          - id: letters
            name: Letters
            steps:
              - {id: only, due: "+1d", channel: LETTER, template: reminder-1}
        """;
    PreviewWording preview = new PreviewWording(hub.stores);
    String words = OWN + "\n{{#lastFree}}Tot en met {{lastFree}}.{{/lastFree}}\n";
    String mailed = preview.of("acme", customer, FIRST, Language.NL, words).orElseThrow().text();
    new ChangePlans(hub.stores).save("acme", null, null, letters, true, "anna");

    assertThat(mailed).contains("Tot en met");
    assertThat(preview.of("acme", customer, FIRST, Language.NL, words).orElseThrow().text())
        .contains("Tot en met", "40,00")
        .isNotEqualTo(mailed);
  }

  @Test
  void wordsThatLackWhatIsAskedForByNowGiveWayAndAreTold() {
    changes.change("acme", FIRST, Language.NL, OWN, 0, "anna");
    assertThat(new CompanyWordings(hub.stores, "acme").givingWay()).isEmpty();
    hub.sql("update message_wording set words = replace(words, '{{> letter}}', 'Betaal')");
    CompanyWordings wordings = new CompanyWordings(hub.stores, "acme");

    assertThat(wordings.of(FIRST, Language.NL)).isNull();
    assertThat(wordings.givingWay())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.template()).isEqualTo(FIRST);
              assertThat(each.language()).isEqualTo("nl");
              assertThat(each.flaws())
                  .extracting(TemplateFlaw::kind)
                  .contains(TemplateFlaw.Kind.NO_COSTS);
            });
    assertThat(wordings.flawsOf(FIRST, Language.DE)).isEmpty();
    changes.change("acme", FIRST, Language.NL, OWN, 1, "anna");
    assertThat(new CompanyWordings(hub.stores, "acme").givingWay()).isEmpty();
  }

  private UUID overdue(String customer) {
    hub.offer(
        customer + ".xml",
        InvoiceFile.of("INV-2026-" + customer, customer, LocalDate.of(2026, 11, 19), "100.00")
            .bytes());
    hub.offer(
        "statement-" + customer + ".xml",
        BankFile.day(TestHub.IBAN, TestHub.TODAY.minusDays(1)).bytes());
    hub.settle();
    UUID invoice = hub.stores.invoices().openOfNumber("acme", "INV-2026-" + customer).getFirst();
    return UUID.fromString(
        hub.stores.invoices().find("acme", invoice).orElseThrow().invoice().customerId());
  }
}
