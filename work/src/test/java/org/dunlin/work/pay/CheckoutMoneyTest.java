package org.dunlin.work.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pay.Owed.TODAY;
import static org.dunlin.work.pay.Owed.eur;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.matching.Refunds.Credit;
import org.dunlin.core.model.Checkout;
import org.dunlin.core.model.CheckoutState;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.MatchRule;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.core.model.PaymentLinkState;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.TestHub;
import org.dunlin.work.person.UndoAllocation;
import org.dunlin.work.translate.ProgramPages;
import org.dunlin.work.translate.ProgramPages.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money that was paid at a link is what was asked there, with certainty. */
class CheckoutMoneyTest {
  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final Owed owed = new Owed(hub);
  private final ProgramPages provider =
      new ProgramPages(hub, "acme", "psp", Told.ALL_TAKE_PAYMENTS);
  private UUID first;
  private UUID second;

  @BeforeEach
  void twoInvoices() {
    first = owed.invoice("INV-1", "c1");
    second = owed.invoice("INV-2", "c1", "50.00");
  }

  @AfterEach
  void everyCentIsInItsPlace() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    hub.close();
  }

  @Test
  void itSettlesTheInvoicesThatWereChosenAndItsLinkIsPaid() {
    PaymentLink link = owed.open(first, second);
    UUID checkout = owed.checkout("psp", "150.00", first, second);
    provider.bring(Said.of("payments", "tr_1", paid(checkout), money("tr_1", checkout, "150.00")));
    hub.settle();

    assertThat(lines())
        .allSatisfy(
            line -> {
              assertThat(line.allocation().decision()).isEqualTo(Decision.AUTOMATIC);
              assertThat(line.allocation().rule()).isEqualTo(MatchRule.STRUCTURED_REFERENCE);
              assertThat(line.allocation().confidence()).isEqualByComparingTo("1");
              assertThat(line.allocation().evidence().getFirst())
                  .startsWith("paid by payment link " + link.id());
            })
        .hasSize(2);
    assertThat(owed.openOf(first).isZero()).isTrue();
    assertThat(owed.openOf(second).isZero()).isTrue();
    assertThat(owed.kept(link).state()).isEqualTo(PaymentLinkState.PAID);
    assertThat(owed.opened(link).link().state()).isEqualTo(PaymentLinkState.PAID);
  }

  @Test
  void theMoneyMayBeToldOfBeforeTheAttempt() {
    UUID checkout = owed.checkout("psp", "100.00", first);
    provider.bring(Said.of("money", "tr_1", money("tr_1", checkout, "100.00")));
    hub.settle();
    assertThat(owed.openOf(first).isZero()).isTrue();
    provider.bring(Said.of("payments", "tr_1", paid(checkout)));
    hub.settle();

    assertThat(lines()).hasSize(1);
    assertThat(hub.stores.pay().checkouts().find("acme", checkout).orElseThrow().state())
        .isEqualTo(CheckoutState.PAID);
  }

  @Test
  void theAttemptMayBeToldOfBeforeItsMoneyAndHoldsRemindersUntilThen() {
    UUID checkout = owed.checkout("psp", "100.00", first);
    provider.bring(Said.of("payments", "tr_1", paid(checkout)));
    hub.settle();

    assertThat(owed.openOf(first)).isEqualTo(eur("100.00"));
    assertThat(hub.stores.pay().checkouts().inFlight("acme")).containsExactly(first);
    provider.bring(Said.of("money", "tr_1", money("tr_1", checkout, "100.00")));
    hub.settle();
    assertThat(owed.openOf(first).isZero()).isTrue();
    assertThat(hub.stores.pay().checkouts().inFlight("acme")).isEmpty();
  }

  @Test
  void toldTwiceItIsCountedOnce() {
    UUID checkout = owed.checkout("psp", "100.00", first);
    for (int i = 0; i < 2; i++) {
      provider.bring(
          Said.of("payments", "tr_1", paid(checkout), money("tr_1", checkout, "100.00")));
      hub.settle();
    }

    assertThat(lines()).hasSize(1);
    assertThat(owed.events().stream().filter("CHECKOUT_PAID"::equals)).hasSize(1);
  }

  @Test
  void ofAPartWhatWasAskedIsSettledAndTheLinkAsksForTheRest() {
    PaymentLink link = owed.open(first, second);
    UUID checkout = owed.checkout("psp", "120.00", first, second);
    provider.bring(Said.of("payments", "tr_1", paid(checkout), money("tr_1", checkout, "120.00")));
    hub.settle();

    assertThat(owed.openOf(first).isZero()).isTrue();
    assertThat(owed.openOf(second)).isEqualTo(eur("30.00"));
    assertThat(owed.kept(link).state()).isEqualTo(PaymentLinkState.OPEN);
    assertThat(owed.kept(link).amount()).isEqualTo(eur("30.00"));
  }

  @Test
  void paidByTransferAndByTheLinkAtTheSameTimeItIsTheCustomersCreditAndGivenBackOnce() {
    UUID checkout = owed.checkout("psp", "100.00", first);
    owed.transferred("INV-1", "c1", "100.00");
    provider.bring(Said.of("payments", "tr_1", paid(checkout), money("tr_1", checkout, "100.00")));
    hub.settle();
    hub.settle();

    assertThat(lines()).hasSize(1);
    assertThat(credits())
        .singleElement()
        .extracting(Credit::customerId)
        .isEqualTo(customer().toString());
    assertThat(credits().getFirst().left()).isEqualTo(eur("100.00"));

    provider.bring(Said.of("refunds", "re_1", back("re_1", "tr_1")));
    hub.settle();
    assertThat(credits()).isEmpty();
    assertThat(lines()).hasSize(1);
    assertThat(owed.openOf(first).isZero()).isTrue();
  }

  @Test
  void twoAttemptsThatAreBothPaidLeaveOneAsCreditAndNoOtherInvoiceTakesIt() {
    UUID one = owed.checkout("psp", "100.00", first);
    UUID other = owed.checkout("psp", "100.00", first);
    UUID third = owed.invoice("INV-3", "c1");
    provider.bring(Said.of("payments", "tr_1", paid(one), money("tr_1", one, "100.00")));
    provider.bring(Said.of("payments", "tr_2", paid(other), money("tr_2", other, "100.00")));
    hub.settle();
    hub.settle();

    assertThat(lines()).hasSize(1);
    assertThat(credits()).hasSize(1);
    assertThat(owed.openOf(third)).isEqualTo(eur("100.00"));
  }

  @Test
  void aChargebackPutsTheInvoiceBackAndItsLinkOpensAgain() {
    PaymentLink link = owed.open(first);
    UUID checkout = owed.checkout("psp", "100.00", first);
    provider.bring(Said.of("payments", "tr_1", paid(checkout), money("tr_1", checkout, "100.00")));
    hub.settle();
    assertThat(owed.kept(link).state()).isEqualTo(PaymentLinkState.PAID);
    provider.bring(Said.of("chargebacks", "chb_1", back("chb_1", "tr_1")));
    hub.settle();

    assertThat(owed.openOf(first)).isEqualTo(eur("100.00"));
    assertThat(hub.stores.pay().checkouts().inFlight("acme")).isEmpty();
    assertThat(owed.opened(link).link().state()).isEqualTo(PaymentLinkState.OPEN);
    assertThat(owed.open(first).id()).isEqualTo(link.id());
    hub.settle();
    assertThat(owed.openOf(first)).as("never taken again").isEqualTo(eur("100.00"));
  }

  @Test
  void whatAPersonUndidNoRuleDoesAgain() {
    UUID checkout = owed.checkout("psp", "100.00", first);
    provider.bring(Said.of("payments", "tr_1", paid(checkout), money("tr_1", checkout, "100.00")));
    hub.settle();
    new UndoAllocation(hub.stores, Abilities.NONE).undo("acme", lines().getFirst().id(), "anna");
    hub.settle();
    hub.settle();

    assertThat(lines()).isEmpty();
    assertThat(owed.openOf(first)).isEqualTo(eur("100.00"));
  }

  @Test
  void aTransferThatBearsTheReferenceOfAnAttemptIsNotTheProvidersWord() {
    UUID checkout = owed.checkout("psp", "100.00", first);
    LocalDate day = TODAY.minusDays(1);
    hub.offer(
        "transfer.xml",
        BankFile.day(
                TestHub.IBAN,
                day,
                new Entry(
                    "R9", day, new BigDecimal("100.00"), "Nobody", "", checkout.toString(), null))
            .bytes());
    hub.settle();

    assertThat(hub.stores.pay().checkouts().find("acme", checkout).orElseThrow().paymentId())
        .isNull();
    assertThat(lines()).noneMatch(each -> each.allocation().evidence().toString().contains("link"));
  }

  private List<Stored> lines() {
    return hub.stores.allocations().of("acme").stream()
        .filter(each -> each.allocation().decision() == Decision.AUTOMATIC)
        .toList();
  }

  private List<Credit> credits() {
    return hub.stores.refunds().credits("acme", 10);
  }

  private UUID customer() {
    return owed.customer(first);
  }

  private static Checkout paid(UUID checkout) {
    return new Checkout(
        "tr_1", checkout.toString(), CheckoutState.PAID, eur("100.00"), "ideal", null);
  }

  private static Payment money(String id, UUID checkout, String amount) {
    return Told.MOLLIE.came(id, checkout, amount);
  }

  private static Payment back(String id, String of) {
    return Told.MOLLIE.wentBack(id, of, "100.00");
  }
}
