package org.dunlin.work.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.ProgramRecords.booked;
import static org.dunlin.work.ProgramRecords.customer;
import static org.dunlin.work.ProgramRecords.invoice;
import static org.dunlin.work.ProgramRecords.settles;
import static org.dunlin.work.ProgramRecords.stub;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.ledger.Version;
import org.dunlin.work.TestHub;
import org.dunlin.work.translate.ProgramPages.Page;
import org.dunlin.work.translate.ProgramPages.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a program says of itself to be newer wins, whenever it comes and however often. */
class ProgramVersionsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 11, 19);

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);
  private final ProgramPages program = new ProgramPages(hub, "ledgerly");

  @AfterEach
  void close() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    hub.close();
  }

  @Test
  void anOlderVersionNeverWinsThoughItComesLater() {
    program.bring(jansen("Jansen").at("2026-11-02T09:00:00Z"), left("60.00").at("12"));
    program.bring(jansen("Janssen").at("2026-11-01T09:00:00+02:00"), left("100.00").at("9"));

    assertThat(names()).containsExactly("Jansen");
    assertThat(outstanding()).isEqualTo("60.00");
  }

  @Test
  void backToWhatItWasIsANewVersionAndWins() {
    program.bring(jansen("Jansen"), left("100.00").at("1"));
    program.bring(left("60.00").at("2"));
    program.bring(left("100.00").at("3"));
    assertThat(outstanding()).isEqualTo("100.00");
  }

  @Test
  void withoutVersionsOfItsOwnTheOrderOfIntakeCountsAlsoWhenPagesAreAppliedOtherwise() {
    Page first = program.take(jansen("Jansen"), left("100.00"));
    Page second = program.take(left("60.00"));
    Page third = program.take(left("100.00"));
    program.apply(third);
    program.apply(first);
    program.apply(second);
    program.apply(third);

    assertThat(outstanding()).isEqualTo("100.00");
  }

  @Test
  void ofTheSameVersionTheLaterReadingWins() {
    program.bring(jansen("Jansen"), left("100.00").at("5"));
    program.bring(left("60.00").at("5"));
    assertThat(outstanding()).isEqualTo("60.00");
  }

  @Test
  void versionsAreComparedAsWhatTheyAreAndNotAsTexts() {
    assertThat(new Version("10", 1)).isGreaterThan(new Version("9", 2));
    assertThat(new Version("2026-11-01T10:00:00+02:00", 1))
        .isLessThan(new Version("2026-11-01T09:00:00Z", 0));
    assertThat(new Version("2026-11-02", 1)).isGreaterThan(new Version("2026-11-01T23:00:00Z", 2));
    assertThat(new Version("a", 2)).isGreaterThan(new Version("b", 1));
    assertThat(new Version(null, 2)).isGreaterThan(new Version("7", 1));
  }

  @Test
  void aStubMakesACustomerAndChangesNone() {
    program.bring(Said.of("invoices", "I1", stub("C1", "Jansen"), asInvoice("100.00")));
    assertThat(names()).containsExactly("Jansen");
    program.bring(jansen("Bakkerij Jansen B.V.").at("2020-01-01"));
    assertThat(names()).containsExactly("Bakkerij Jansen B.V.");
    program.bring(
        Said.of("invoices", "I1", stub("C1", "Jansen"), asInvoice("60.00")).at("2026-11-05"));

    assertThat(names()).containsExactly("Bakkerij Jansen B.V.");
    assertThat(outstanding()).isEqualTo("60.00");
  }

  @Test
  void anInvoiceMayComeBeforeItsCustomerOfWhomNothingIsKnown() {
    program.bring(left("100.00"));
    assertThat(names()).containsExactly("C1");
    program.bring(jansen("Jansen"));

    assertThat(names()).containsExactly("Jansen");
    assertThat(hub.stores.customers().of("acme")).noneMatch(Customer::stub);
  }

  @Test
  void aLaterStateOfAPaymentSaysWhatItSettlesAndAnEarlierOneNothing() {
    program.bring(jansen("Jansen"), left("100.00"));
    program.bring(
        Said.of("payments", "P1", booked("P1", DUE, "40.00"), settles("P1", "I1", "40.00"))
            .at("2"));
    program.bring(
        Said.of("payments", "P1", booked("P1", DUE, "40.00"), settles("P1", "I1", "30.00"))
            .at("1"));
    assertThat(lines()).containsExactly("40.00");
    program.bring(Said.of("payments", "P1", booked("P1", DUE, "40.00")).at("3"));
    assertThat(lines()).isEmpty();
    program.bring(
        Said.of("payments", "P1", booked("P1", DUE, "40.00"), settles("P1", "I1", "40.00"))
            .at("2"));
    assertThat(lines()).isEmpty();
  }

  @Test
  void anObjectThatBringsNothingAnyMoreSettlesNothing() {
    program.bring(Said.of("applied", "A1", settles("P1", "I1", "40.00")).at("1"));
    assertThat(lines()).containsExactly("40.00");
    program.bring(Said.of("applied", "A1").at("2"));
    program.bring(Said.of("applied", "A1", settles("P1", "I1", "40.00")).at("1"));

    assertThat(lines()).isEmpty();
  }

  private static Said jansen(String name) {
    return Said.of("customers", "C1", customer("C1", name, null));
  }

  private static Said left(String left) {
    return Said.of("invoices", "I1", asInvoice(left));
  }

  private static org.dunlin.core.model.Invoice asInvoice(String left) {
    return invoice("I1", "INV-42", "C1", DUE, "100.00", left);
  }

  private List<String> names() {
    return hub.stores.customers().of("acme").stream().map(Customer::name).toList();
  }

  private String outstanding() {
    return hub.jdbc()
        .sql("select cast(outstanding as text) from invoice")
        .query(String.class)
        .single();
  }

  private List<String> lines() {
    return hub.jdbc()
        .sql("select cast(amount as text) from booking_line order by 1")
        .query(String.class)
        .list();
  }
}
