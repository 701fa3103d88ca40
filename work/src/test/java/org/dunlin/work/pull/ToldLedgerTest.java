package org.dunlin.work.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.ProgramRecords.booked;
import static org.dunlin.work.ProgramRecords.customer;
import static org.dunlin.work.ProgramRecords.invoice;
import static org.dunlin.work.ProgramRecords.settles;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dunlin.work.TestHub;
import org.dunlin.work.translate.ProgramPages;
import org.dunlin.work.translate.ProgramPages.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is gone at a program is gone in the ledger, and nothing else that has the same key. */
class ToldLedgerTest {
  private static final LocalDate PAID = TestHub.TODAY.minusDays(3);

  private final PullHub hub = new PullHub(Books.BY_VOUCHERS, new ScriptedVendor());
  private final ToldLedger told = new ToldLedger(hub.hub.stores, hub.process.links);
  private ProgramPages program;

  @BeforeEach
  void anInvoiceWithTheKeyOfItsCustomer() {
    hub.connect(Map.of(), Map.of());
    program = new ProgramPages(hub.hub, PullHub.SHOP);
    hub.hub.sql("update connection set program = 'shop' where connection_id = 'shop'");
    program.bring(
        Said.of("customers", "42", customer("42", "Bakkerij Jansen", null)),
        Said.of(
            "invoices", "42", invoice("42", "INV-42", "42", TestHub.TODAY, "300.00", "300.00")));
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aCustomerThatIsGoneDoesNotTakeTheInvoiceOfTheSameKeyAlong() {
    gone("customers", "42");
    hub.hub
        .stores
        .transactions()
        .run(() -> told.missing("acme", PullHub.SHOP, "customers", List.of("42")));

    assertThat(status()).isEqualTo("OPEN");
    assertThat(hub.hub.stores.missing().any("acme", PullHub.SHOP)).isFalse();
  }

  @Test
  void whatAListDoesNotBringAnyMoreIsGoneWhereTheListLeadsTo() {
    hub.hub
        .stores
        .transactions()
        .run(() -> told.missing("acme", PullHub.SHOP, "vouchers", List.of("42")));
    assertThat(status()).isEqualTo("OPEN");
    gone("vouchers", "42");

    assertThat(status()).isEqualTo("VOID");
  }

  @Test
  void aDeletedPaymentIsNotBookedAnyMoreUntilItComesAgain() {
    Said payment =
        Said.of("payments", "P1", booked("P1", PAID, "300.00"), settles("P1", "42", "300.00"))
            .at("2026-11-23T08:00:00Z");
    program.bring(payment);
    assertThat(bookedPayments()).containsExactly("P1");
    assertThat(lines()).isEqualTo(1);
    gone("payments", "P1");
    assertThat(bookedPayments()).isEmpty();
    assertThat(lines()).isZero();
    program.bring(payment);

    assertThat(bookedPayments()).containsExactly("P1");
    assertThat(lines()).isEqualTo(1);
  }

  private void gone(String stream, String key) {
    hub.hub.stores.transactions().run(() -> told.gone("acme", PullHub.SHOP, stream, List.of(key)));
  }

  private String status() {
    return hub.hub.jdbc().sql("select status from invoice").query(String.class).single();
  }

  private List<String> bookedPayments() {
    return hub.hub
        .jdbc()
        .sql("select source_id from booking where not void")
        .query(String.class)
        .list();
  }

  private int lines() {
    return hub.hub.jdbc().sql("select count(*) from booking_line").query(Integer.class).single();
  }
}
