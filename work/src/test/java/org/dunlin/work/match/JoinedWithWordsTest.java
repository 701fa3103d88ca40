package org.dunlin.work.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.ProgramRecords.customer;
import static org.dunlin.work.ProgramRecords.euros;
import static org.dunlin.work.ProgramRecords.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.agreement.DisputeReason;
import org.dunlin.core.model.Dispute;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Promise;
import org.dunlin.store.dialogue.DialogueEntry;
import org.dunlin.store.dialogue.Standstill;
import org.dunlin.store.dialogue.StandstillState;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.TestHub;
import org.dunlin.work.dialogue.Disputes;
import org.dunlin.work.dialogue.Notes;
import org.dunlin.work.dialogue.Promises;
import org.dunlin.work.person.Identify;
import org.dunlin.work.translate.ProgramPages;
import org.dunlin.work.translate.ProgramPages.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was agreed and said of either of two invoices stands of the one that they become. */
class JoinedWithWordsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 11, 19);
  private static final LocalDate TODAY = TestHub.TODAY;

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private UUID one;
  private UUID other;

  @BeforeEach
  void twoInvoicesAreOfOneCustomer() {
    bring("ledgerly", "I1");
    bring("billing", "in_1");
    List<UUID> open =
        hub.stores.invoices().openOfNumber("acme", "INV-42").stream().sorted().toList();
    assertThat(open).hasSize(2);
    one = open.getFirst();
    other = open.getLast();
  }

  @AfterEach
  void everyCentIsInItsPlace() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    hub.close();
  }

  @Test
  void aPromiseADisputeAndANoteOnTheSecondGoOverToTheFirst() {
    UUID promise = promise(other, List.of(other));
    UUID dispute =
        new Disputes(hub.stores)
            .open(
                "acme",
                new Disputes.Said(
                    other, new BigDecimal("30.00"), DisputeReason.PRICE, null, null, null),
                "anna");
    new Notes(hub.stores).note("acme", customerOf(other), other, "They have two copies", "anna");
    join();

    assertThat(find(promise).invoices()).containsExactly(one);
    assertThat(((Promise) find(promise).record()).invoiceIds()).containsExactly(one.toString());
    assertThat(find(dispute).invoices()).containsExactly(one);
    assertThat(((Dispute) find(dispute).record()).invoiceId()).isEqualTo(one.toString());
    assertThat(hub.stores.talk().dialogue().ofInvoice("acme", one, 9))
        .extracting(DialogueEntry::text)
        .containsExactly("They have two copies");
    hub.run();
    assertThat(hub.outlet.emails()).isEmpty();
  }

  @Test
  void aPromiseOfBothIsKeptOnceTheOneIsPaid() {
    hub.stores
        .transactions()
        .run(
            () ->
                hub.stores
                    .customerLinks()
                    .link("acme", customerOf(other), customerOf(one), "they say so"));
    UUID promise = promise(one, List.of());
    assertThat(find(promise).amount()).isEqualTo(euros("200.00"));
    join();
    hub.settle();

    assertThat(find(promise).invoices()).containsExactly(one);
    assertThat(((Promise) find(promise).record()).invoiceIds()).containsExactly(one.toString());
    hub.run();
    assertThat(find(promise).state()).isEqualTo(StandstillState.OPEN);
    pay("invoice INV-42", "100.00");
    hub.run();
    assertThat(find(promise).state()).isEqualTo(StandstillState.KEPT);
  }

  @Test
  void aPaymentThatNamesTheSecondAsPaidAgainNamesTheFirst() {
    pay("thank you", "12.34");
    hub.jdbc()
        .sql("insert into paid_again select company_id, payment_id, :other from payment")
        .param("other", other)
        .update();
    join();

    assertThat(hub.jdbc().sql("select invoice_id from paid_again").query(UUID.class).list())
        .containsExactly(one);
    hub.settle();
  }

  private void bring(String connection, String id) {
    new ProgramPages(hub, connection)
        .bring(
            Said.of("customers", "C-" + id, customer("C-" + id, "Bakkerij Jansen", null)),
            Said.of("invoices", id, invoice(id, "INV-42", "C-" + id, DUE, "100.00", "100.00")));
    hub.settle();
  }

  private void join() {
    Identify identify = new Identify(hub.stores);
    UUID question = hub.stores.identities().open("acme").getFirst().id();
    identify.answer("acme", question, true, "anna");
    assertThat(hub.stores.invoices().find("acme", other)).isEmpty();
  }

  private UUID promise(UUID of, List<UUID> invoices) {
    return new Promises(hub.stores)
        .make(
            "acme",
            new Promises.Said(customerOf(of), invoices, null, TODAY.plusDays(3), null),
            "anna");
  }

  private UUID customerOf(UUID invoice) {
    return UUID.fromString(
        hub.stores.invoices().find("acme", invoice).orElseThrow().invoice().customerId());
  }

  private Standstill find(UUID id) {
    return hub.stores.talk().standstills().find("acme", id).orElseThrow();
  }

  private void pay(String remittance, String amount) {
    Entry entry = Entry.in("R1", TODAY, amount, "Bakkerij Jansen", remittance);
    hub.offer("paid", BankFile.day(TestHub.IBAN, TODAY, entry).bytes());
    hub.settle();
  }
}
