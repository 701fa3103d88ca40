package org.dunlin.work.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dunlin.core.figure.Period;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.ScriptedOutlet;
import org.dunlin.work.TestHub;
import org.dunlin.work.message.StoredEnclosures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A statement of account goes to its customer as every message does, and once. */
class MailAccountTest {
  private static final LocalDate DUE = TestHub.TODAY.plusDays(10);
  private static final Period PERIOD = new Period(TestHub.TODAY.minusDays(30), TestHub.TODAY);

  private TestHub hub = TestHub.with(DunningMode.LIVE);

  private void oneInvoice() {
    hub.offer("invoice.xml", InvoiceFile.of("INV-1", "c1", DUE, "121.00").bytes());
    hub.run();
  }

  private void in(DunningMode mode) {
    hub.close();
    hub = TestHub.with(mode);
    oneInvoice();
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private UUID customerId() {
    return hub.jdbc()
        .sql("select customer_id from customer where company_id = 'acme'")
        .query(UUID.class)
        .single();
  }

  private MailAccount.Asked ask(Period period) {
    Customer customer = hub.stores.customers().find("acme", customerId()).orElseThrow();
    return new MailAccount(hub.stores)
        .mail(hub.stores.companies().profile("acme"), customer, period, "anna");
  }

  private MailAccount.Asked ask() {
    return ask(PERIOD);
  }

  private EffectState state(MailAccount.Asked asked) {
    return effect(asked).state();
  }

  private Effect effect(MailAccount.Asked asked) {
    return hub.stores.outbox().find("acme", asked.effectId()).orElseThrow();
  }

  private List<String> noted() {
    return hub.stores.journal().about("acme", "customer", customerId(), null, 20).stream()
        .map(entry -> entry.event())
        .filter(event -> event.startsWith("ACCOUNT_"))
        .toList();
  }

  private String pdf(Dispatch.Email email) throws IOException {
    StoredEnclosures enclosures = new StoredEnclosures(hub.stores, "acme");
    try (InputStream file = enclosures.open(email.attachments().getFirst()).orElseThrow();
        PDDocument pdf = Loader.loadPDF(file.readAllBytes())) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  @Test
  void itLeavesWithTheStatementAsAPdfAndTheTimelineSaysSo() throws IOException {
    oneInvoice();
    MailAccount.Asked asked = ask();
    hub.run();

    assertThat(state(asked)).isEqualTo(EffectState.SENT);
    assertThat(hub.outlet.emails())
        .singleElement()
        .satisfies(
            email -> {
              assertThat(email.to()).isEqualTo("ap@c1.example");
              assertThat(email.subject()).contains("Statement of account", "24 November 2026");
              assertThat(email.text()).contains("€121.00");
              assertThat(email.attachments())
                  .singleElement()
                  .matches(file -> file.name().equals("account-2026-10-25-2026-11-24.pdf"))
                  .matches(file -> file.mediaType().equals("application/pdf"));
              assertThat(pdf(email)).contains("INV-1", "€121.00");
            });
    assertThat(noted()).containsExactly("ACCOUNT_SENT", "ACCOUNT_MAILED");
  }

  @Test
  void askedTwiceItIsSentOnce() {
    oneInvoice();
    MailAccount.Asked first = ask();
    MailAccount.Asked second = ask();
    hub.run();
    MailAccount.Asked third = ask();
    hub.run();

    assertThat(first.before()).isFalse();
    assertThat(List.of(second, third))
        .allMatch(MailAccount.Asked::before)
        .allMatch(asked -> asked.effectId().equals(first.effectId()));
    assertThat(hub.outlet.emails()).hasSize(1);
    assertThat(noted()).containsExactly("ACCOUNT_SENT", "ACCOUNT_MAILED");
  }

  @Test
  void askedByTwoAtTheSameTimeItIsSentOnce() {
    oneInvoice();
    CompletableFuture<MailAccount.Asked> other =
        hub.stores
            .transactions()
            .in(
                () -> {
                  assertThat(ask().before()).isFalse();
                  return hub.waiting(this::ask);
                });

    assertThat(other.join().before()).isTrue();
    hub.run();
    assertThat(hub.outlet.emails()).hasSize(1);
  }

  @Test
  void oneThatSaysSomethingElseGoesToo() {
    oneInvoice();
    ask();
    ask(new Period(TestHub.TODAY.minusDays(60), TestHub.TODAY));
    hub.run();
    hub.offer("second.xml", InvoiceFile.of("INV-2", "c1", DUE, "10.00").bytes());
    hub.run();
    assertThat(ask().before()).isFalse();
    hub.run();

    assertThat(hub.outlet.emails()).hasSize(3);
  }

  @Test
  void whatTheBooksSayOtherwiseWhenItIsToLeaveStays() {
    oneInvoice();
    MailAccount.Asked asked = ask();
    hub.offer("again.xml", InvoiceFile.of("INV-1", "c1", DUE, "121.00").payable("21.00").bytes());
    hub.run();

    assertThat(state(asked)).isEqualTo(EffectState.CANCELLED);
    assertThat(effect(asked).reason()).contains("another than the statement tells");
    assertThat(noted()).containsExactly("ACCOUNT_NOT_SENT", "ACCOUNT_MAILED");
    MailAccount.Asked anew = ask();
    hub.run();
    assertThat(state(anew)).isEqualTo(EffectState.SENT);
    assertThat(hub.outlet.emails())
        .singleElement()
        .matches(mail -> mail.text().contains(": €21.00"));
  }

  @Test
  void oneThatWasRefusedForItsAddressEndsAndNoneGoesThereAgain() {
    oneInvoice();
    hub.outlet.answer(ScriptedOutlet.refused());
    MailAccount.Asked asked = ask();
    hub.run();

    assertThat(state(asked)).isEqualTo(EffectState.FAILED);
    assertThat(noted()).containsExactly("ACCOUNT_NOT_SENT", "ACCOUNT_MAILED");
    assertThatThrownBy(this::ask)
        .isInstanceOfSatisfying(
            NotMailed.class,
            e -> assertThat(e.reason()).isEqualTo(NotMailed.Reason.ADDRESS_REFUSED));
  }

  @Test
  void oneOfWhichNobodyKnowsWhetherItLeftIsNotSentAgainUntilAPersonSaysThatItDidNot() {
    oneInvoice();
    hub.outlet.answer(ScriptedOutlet.brokenOff());
    MailAccount.Asked asked = ask();
    hub.run();

    assertThat(state(asked)).isEqualTo(EffectState.UNKNOWN);
    assertThat(ask().before()).isTrue();
    hub.decisions.resolveUnknown("acme", asked.effectId(), false, "anna");
    assertThat(noted()).containsExactly("ACCOUNT_NOT_SENT", "ACCOUNT_UNKNOWN", "ACCOUNT_MAILED");
    assertThat(ask().before()).isFalse();
  }

  @Test
  void inShadowModeItStaysAndInTestModeItGoesToTheTester() {
    in(DunningMode.SHADOW);
    MailAccount.Asked stays = ask();
    hub.run();
    assertThat(state(stays)).isEqualTo(EffectState.SHADOW);
    assertThat(hub.outlet.emails()).isEmpty();

    in(DunningMode.TEST);
    ask();
    hub.run();
    assertThat(hub.outlet.emails())
        .singleElement()
        .matches(email -> email.to().equals("test@acme.example"))
        .matches(email -> email.subject().startsWith("[Test, for ap@c1.example]"))
        .matches(email -> email.attachments().size() == 1);
  }

  @Test
  void whileEverythingIsStoppedItWaits() {
    oneInvoice();
    hub.decisions.stop(true, "anna");
    MailAccount.Asked asked = ask();
    hub.run();

    assertThat(state(asked)).isEqualTo(EffectState.PENDING);
    assertThat(hub.outlet.emails()).isEmpty();
  }

  @Test
  void whoHasNoAddressOrNothingToBeToldGetsNone() {
    oneInvoice();
    assertThatThrownBy(() -> ask(new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 2, 1))))
        .isInstanceOfSatisfying(
            NotMailed.class, e -> assertThat(e.reason()).isEqualTo(NotMailed.Reason.NOTHING));
    hub.sql("update customer set record = record - 'email'");
    assertThatThrownBy(this::ask)
        .isInstanceOfSatisfying(
            NotMailed.class, e -> assertThat(e.reason()).isEqualTo(NotMailed.Reason.NO_ADDRESS));
  }

  @Test
  void whatItSaysIsSealedForItsCustomer() {
    oneInvoice();
    MailAccount.Asked asked = ask();

    assertThat(
            hub.jdbc()
                .sql(
                    "select payload is null and sealed is not null and customer_id = ? from effect"
                        + " where effect_id = ?")
                .param(customerId())
                .param(asked.effectId())
                .query(Boolean.class)
                .single())
        .isTrue();
  }
}
