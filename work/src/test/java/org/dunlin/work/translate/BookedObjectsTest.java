package org.dunlin.work.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.ProgramRecords.booked;
import static org.dunlin.work.ProgramRecords.customer;
import static org.dunlin.work.ProgramRecords.euros;
import static org.dunlin.work.ProgramRecords.invoice;
import static org.dunlin.work.ProgramRecords.settles;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.DunningMode;
import org.dunlin.work.TestHub;
import org.dunlin.work.translate.ProgramPages.Page;
import org.dunlin.work.translate.ProgramPages.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an object of a program says of payments holds as a whole, in its newest state. */
class BookedObjectsTest {
  private static final LocalDate PAID = LocalDate.of(2026, 11, 20);

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);
  private final ProgramPages program = new ProgramPages(hub, "ledgerly");

  @BeforeEach
  void aCustomer() {
    program.bring(Said.of("customers", "C1", customer("C1", "Bakkerij Jansen", null)));
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whatIsAdjustedIsKeptAndSoIsWhatIsAllocatedBesideIt() {
    program.bring(
        Said.of(
            "invoices",
            "I1",
            invoice("I1", "INV-1", "C1", PAID, "1000.00", "0.00"),
            booked("P1", PAID, "980.00"),
            settles("P1", "I1", "980.00"),
            new Adjustment("P1", "I1", euros("20.00"), AdjustmentReason.DISCOUNT, null)));

    assertThat(texts("select message from problem")).isEmpty();
    assertThat(texts("select payment || ' ' || invoice || ' ' || amount from booking_line"))
        .containsExactly("P1 I1 980.00");
    assertThat(texts("select reason || ' ' || amount from booking_adjustment"))
        .containsExactly("DISCOUNT 20.00");
  }

  @Test
  void everyReasonOfAnAdjustmentIsKept() {
    for (AdjustmentReason reason : AdjustmentReason.values()) {
      program.bring(
          Said.of(
              "adjustments",
              reason.name(),
              new Adjustment(null, "I1", euros("1.00"), reason, null)));
    }

    assertThat(texts("select reason from booking_adjustment"))
        .hasSize(AdjustmentReason.values().length);
  }

  @Test
  void aPaymentThatTheNewestStateDoesNotBringIsBookedNoMore() {
    program.bring(paid("1"));
    assertThat(bookings()).containsExactly("P1");
    program.bring(unpaid("2"));
    assertThat(bookings()).isEmpty();
    program.bring(paid("3"));

    assertThat(bookings()).containsExactly("P1");
  }

  @Test
  void inWhateverOrderTheStatesAreTaken() {
    Page earlier = program.take(paid("1"));
    Page later = program.take(unpaid("2"));
    program.apply(later);
    program.apply(earlier);

    assertThat(bookings()).isEmpty();
  }

  @Test
  void anotherObjectsPaymentsStay() {
    program.bring(paid("1"));
    program.bring(Said.of("payments", "P2", booked("P2", PAID, "50.00")));
    program.bring(unpaid("2"));

    assertThat(bookings()).containsExactly("P2");
  }

  private static Said paid(String version) {
    return Said.of(
            "invoices",
            "I1",
            invoice("I1", "INV-1", "C1", PAID, "100.00", "0.00"),
            booked("P1", PAID, "100.00"),
            settles("P1", "I1", "100.00"))
        .at(version);
  }

  private static Said unpaid(String version) {
    return Said.of("invoices", "I1", invoice("I1", "INV-1", "C1", PAID, "100.00", "100.00"))
        .at(version);
  }

  private List<String> bookings() {
    return texts("select source_id from booking where not void order by source_id");
  }

  private List<String> texts(String query) {
    return hub.jdbc().sql(query).query(String.class).list();
  }
}
