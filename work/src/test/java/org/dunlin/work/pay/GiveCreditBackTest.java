package org.dunlin.work.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pay.Owed.eur;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.UUID;
import org.dunlin.core.port.NoReply;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.pay.GiveCreditBack.Outcome;
import org.dunlin.work.pull.PullHub;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A credit note of an invoice that was paid online goes back there, once, and is settled by it. */
class GiveCreditBackTest extends PaidAtMollie {
  private final GiveCreditBack giveBack = new GiveCreditBack(pull.hub.stores, provider);
  private UUID invoice;

  @BeforeEach
  void anInvoiceThatWasPaidOnlineIsCredited() {
    invoice = owed.invoice("INV-1", "c1");
    paid("tr_1", owed.checkout(PullHub.SHOP, "100.00", invoice));
    pull.hub.offer(
        "note.xml", InvoiceFile.of("INV-1", "c1", Owed.DUE, "100.00").creditNote("CN-1", "40.00"));
    pull.hub.settle();
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

    gaveBack("tr_1", "40.00");
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
    assertThat(refunds().stream().map(AtMollie::key).distinct()).hasSize(1);
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
}
