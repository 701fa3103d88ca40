package org.dunlin.work.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pay.Owed.TODAY;
import static org.dunlin.work.pay.Owed.eur;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dunlin.connectors.program.Programs;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Checkout;
import org.dunlin.core.model.CheckoutState;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.NoReply;
import org.dunlin.core.port.WriteBack;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.hook.HookAddress;
import org.dunlin.work.link.StandIns;
import org.dunlin.work.pay.GiveCreditBack.Outcome;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.pull.ScriptedVendor;
import org.dunlin.work.translate.ProgramPages;
import org.dunlin.work.translate.ProgramPages.Said;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A credit note of an invoice that was paid online goes back there, once, and is settled by it. */
class GiveCreditBackTest {
  private static final Programs PROGRAMS = new Programs(List::of);
  private static final Abilities PROVIDER =
      new Abilities() {
        @Override
        public Set<WriteBack> told(String program) {
          return Set.of();
        }

        @Override
        public boolean takesPayments(String program) {
          return true;
        }
      };

  private final ScriptedVendor mollie = new ScriptedVendor();
  private final PullHub pull =
      new PullHub(PROGRAMS, "mollie", mollie, HookAddress.NONE, stores -> null);
  private final Owed owed = new Owed(pull.hub);
  private final ProgramPages pages = new ProgramPages(pull.hub, "acme", "psp", PROVIDER);
  private final GiveCreditBack giveBack =
      new GiveCreditBack(
          pull.hub.stores,
          new AtProvider(pull.hub.stores, pull.process.links, pull.process.ask, StandIns.NONE));
  private UUID invoice;

  @BeforeEach
  void anInvoiceThatWasPaidOnlineIsCredited() {
    mollie.answers(call -> reply(201, "{\"id\":\"re_1\"}"));
    pull.connect(
        Map.of("access", "key", "apiKey", "live_abcdefghijklmnop", "profile", "pfl_1"), Map.of());
    invoice = owed.invoice("INV-1", "c1");
    UUID checkout = owed.checkout(PullHub.SHOP, "100.00", invoice);
    pages.bring(
        Said.of(
            "payments",
            "tr_1",
            new Checkout(
                "tr_1", checkout.toString(), CheckoutState.PAID, eur("100.00"), "ideal", null),
            moved(
                "tr_1", PaymentKind.TRANSFER, Direction.IN, "100.00", checkout.toString(), null)));
    pull.hub.settle();
    pull.hub.offer(
        "note.xml", InvoiceFile.of("INV-1", "c1", Owed.DUE, "100.00").creditNote("CN-1", "40.00"));
    pull.hub.settle();
  }

  @AfterEach
  void everyCentIsInItsPlace() {
    assertThat(pull.hub.stores.keptFigures().differences("acme")).isEmpty();
    pull.close();
  }

  @Test
  void itIsAskedForOnceAndTheReturnThatTellsOfItSettlesTheCreditNoteAndNotTheInvoice() {
    assertThat(giveBack.standing("acme", note()).atProvider()).isTrue();
    assertThat(give()).isEqualTo(at(new GiveBack.Outcome.Done(eur("40.00"))));
    assertThat(give()).isEqualTo(at(new GiveBack.Outcome.Nothing()));
    assertThat(refunds()).hasSize(1);
    assertThat(refunds().getFirst().address().getPath()).isEqualTo("/v2/payments/tr_1/refunds");
    assertThat(open(note())).isEqualByComparingTo("0");
    pull.hub.settle();
    assertThat(pull.hub.stores.refunds().credits("acme", 10)).isEmpty();

    pages.bring(
        Said.of(
            "refunds",
            "re_1",
            moved("re_1", PaymentKind.RETURN, Direction.OUT, "40.00", null, "tr_1")));
    pull.hub.settle();
    pull.hub.settle();
    assertThat(pull.hub.stores.refunds().of("acme", note()))
        .singleElement()
        .matches(each -> each.stands() && each.amount().equals(eur("40.00")));
    assertThat(open(note())).isEqualByComparingTo("0");
    assertThat(open(invoice)).as("it stays paid").isEqualByComparingTo("0");
    assertThat(pull.hub.stores.refunds().credits("acme", 10)).isEmpty();
    assertThat(give()).isEqualTo(at(new GiveBack.Outcome.Nothing()));
    assertThat(refunds()).hasSize(1);
  }

  @Test
  void whatTheProviderRefusesIsOpenAgain() {
    mollie.answers(call -> reply(422, "{\"detail\":\"The balance is too low\"}"));
    assertThat(give())
        .isEqualTo(at(new GiveBack.Outcome.Refused("Mollie: The balance is too low")));
    assertThat(open(note())).isEqualByComparingTo("40");
    mollie.answers(call -> reply(201, "{\"id\":\"re_1\"}"));
    assertThat(give()).isEqualTo(at(new GiveBack.Outcome.Done(eur("40.00"))));
  }

  @Test
  void whatNobodyKnowsTakesOfItAndIsAskedAgainUnderTheSameId() {
    mollie.answers(
        call -> {
          throw new NoReply("it fell silent", new IOException("it fell silent"));
        });
    assertThat(give()).isEqualTo(at(new GiveBack.Outcome.Unknown()));
    assertThat(open(note())).isEqualByComparingTo("0");
    assertThat(give()).as("somebody may be asking").isEqualTo(at(new GiveBack.Outcome.Nothing()));
    later("3 minutes");
    assertThat(give()).isEqualTo(at(new GiveBack.Outcome.Unknown()));
    later("50 minutes");
    assertThat(give()).as("it knows the id no more").isEqualTo(at(new GiveBack.Outcome.Nothing()));
    assertThat(
            refunds().stream()
                .map(call -> String.valueOf(call.headers().get("idempotency-key")))
                .distinct())
        .hasSize(1);
    assertThat(giveBack.notGiven("acme", note(), "anna")).isTrue();
    assertThat(giveBack.notGiven("acme", note(), "anna")).isFalse();
    assertThat(open(note())).isEqualByComparingTo("40");
  }

  private Outcome give() {
    return giveBack.give("acme", note(), null, "anna");
  }

  private static Outcome at(GiveBack.Outcome outcome) {
    return new Outcome.AtProvider(outcome);
  }

  private void later(String interval) {
    pull.hub.sql(
        "update provider_refund set asked_at = asked_at - interval '%1$s', tried_at = tried_at - interval '%1$s'"
            .formatted(interval));
  }

  private BigDecimal open(UUID id) {
    return pull.hub.stores.invoices().find("acme", id).orElseThrow().open().getAmount();
  }

  private UUID note() {
    return pull.hub
        .jdbc()
        .sql("select invoice_id from invoice where kind = 'CREDIT_NOTE'")
        .query(UUID.class)
        .single();
  }

  private List<HttpCall> refunds() {
    synchronized (mollie.asked) {
      return mollie.asked.stream()
          .filter(call -> call.address().getPath().endsWith("/refunds"))
          .filter(call -> call.method().equals("POST"))
          .toList();
    }
  }

  private static Payment moved(
      String id,
      PaymentKind kind,
      Direction direction,
      String amount,
      @Nullable String endToEndId,
      @Nullable String returnOf) {
    return new Payment(
        id,
        kind,
        direction,
        TODAY,
        null,
        eur(amount),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        endToEndId,
        null,
        new AccountId(null, "pfl_1", "mollie"),
        returnOf,
        null);
  }
}
