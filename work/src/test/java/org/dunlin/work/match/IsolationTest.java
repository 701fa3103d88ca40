package org.dunlin.work.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.store.ledger.Payments.Place;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.LedgerSnapshot;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invariant 8: one company's data is never matched with, shown to, or changed for another. */
class IsolationTest {
  private static final String OTHER_IBAN = "NL91ABNA0417164300";
  private static final LocalDate OVERDUE = LocalDate.of(2026, 11, 19);
  private static final InvoiceFile INVOICE =
      InvoiceFile.of("INV-2026-1001", "c1", OVERDUE, "100.00");

  private final TestHub hub = TestHub.with(DunningMode.LIVE);

  @BeforeEach
  void twoCompaniesWithTheSameInvoice() {
    hub.company("other", DunningMode.LIVE, null, OTHER_IBAN);
    hub.offer("acme", "invoice.xml", INVOICE.bytes());
    hub.offer("other", "invoice.xml", INVOICE.bytes());
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aPaymentToOneCompanySettlesNothingOfTheOther() {
    hub.offer("acme", "statement.xml", statement(TestHub.IBAN, paid()));
    hub.settle();

    assertThat(hub.stores.allocations().of("acme")).hasSize(1);
    assertThat(hub.stores.allocations().of("other")).isEmpty();
    assertThat(hub.stores.invoices().open("acme")).isEmpty();
    assertThat(hub.stores.invoices().open("other")).hasSize(1);
  }

  @Test
  void theSamePaymentReferenceInTwoCompaniesIsTwoPayments() {
    hub.offer("acme", "statement.xml", statement(TestHub.IBAN, paid()));
    hub.offer("other", "statement.xml", statement(OTHER_IBAN, paid()));
    hub.settle();

    for (String company : List.of("acme", "other")) {
      List<Stored> lines = hub.stores.allocations().of(company);
      assertThat(lines).hasSize(1);
      assertThat(lines.getFirst().allocation().invoiceId()).isEqualTo(invoiceOf(company));
    }
    assertThat(hub.stores.payments().unallocated("acme", Place.START, 1000)).isEmpty();
    assertThat(hub.stores.payments().unallocated("other", Place.START, 1000)).isEmpty();
  }

  @Test
  void aStatementOfAnothersAccountSettlesWhatIsTheOthersAlone() {
    hub.offer("acme", "statement.xml", statement(OTHER_IBAN, paid()));
    hub.settle();

    assertThat(hub.deliveries("acme").getLast().records()).isZero();
    assertThat(hub.stores.allocations().of("acme")).isEmpty();
    assertThat(hub.stores.payments().unallocated("acme", Place.START, 1000)).isEmpty();
    assertThat(hub.stores.allocations().of("other"))
        .singleElement()
        .satisfies(line -> assertThat(line.allocation().invoiceId()).isEqualTo(invoiceOf("other")));
  }

  @Test
  void whatOneCompanyIsToldChangesNothingOfTheOther() {
    hub.settle();
    List<String> before = LedgerSnapshot.of(hub.jdbc(), "other");
    hub.offer("acme", "again.xml", INVOICE.payable("10.00").to("new@c1.example").bytes());
    hub.settle();

    assertThat(LedgerSnapshot.of(hub.jdbc(), "other")).isEqualTo(before);
    assertThat(LedgerSnapshot.of(hub.jdbc(), "acme")).isNotEqualTo(before);
  }

  @Test
  void aReminderOfOneCompanyDoesNotWaitForFactsOfTheOther() {
    hub.offer("acme", "statement.xml", statement(TestHub.IBAN));
    hub.decide();
    hub.offer("other", "statement.xml", statement(OTHER_IBAN));
    hub.deliver.next();

    assertThat(hub.outlet.emails())
        .extracting(Dispatch.Email::fromName, Dispatch.Email::replyTo)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Company acme", "ar@acme.example"));
  }

  @Test
  void aRefusedAddressOfOneCompanyIsStillTriedForTheOther() {
    hub.outlet.answer(org.dunlin.work.ScriptedOutlet.refused());
    hub.offer("acme", "statement.xml", statement(TestHub.IBAN));
    hub.run();
    hub.offer("other", "statement.xml", statement(OTHER_IBAN));
    hub.run();

    assertThat(hub.outlet.emails())
        .extracting(Dispatch.Email::fromName)
        .containsExactly("Company other");
  }

  private String invoiceOf(String company) {
    return hub.jdbc()
        .sql("select invoice_id from invoice where company_id = ?")
        .param(company)
        .query(String.class)
        .single();
  }

  private static Entry paid() {
    LocalDate day = TestHub.TODAY.minusDays(1);
    return Entry.in("R1", day, "100.00", "Customer c1", "invoice INV-2026-1001");
  }

  private static byte[] statement(String iban, Entry... entries) {
    return BankFile.day(iban, TestHub.TODAY.minusDays(1), entries).bytes();
  }
}
