package org.dunlin.work.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.ProgramRecords.booked;
import static org.dunlin.work.ProgramRecords.customer;
import static org.dunlin.work.ProgramRecords.euros;
import static org.dunlin.work.ProgramRecords.invoice;
import static org.dunlin.work.ProgramRecords.settles;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.TestHub;
import org.dunlin.work.translate.ProgramPages;
import org.dunlin.work.translate.ProgramPages.Said;
import org.junit.jupiter.api.Test;

/** What a program settled without money beside a booking is known with the line that it booked. */
class SettledBesideBookingTest {
  private static final LocalDate DUE = LocalDate.of(2026, 11, 10);
  private static final LocalDate PAID = LocalDate.of(2026, 11, 20);

  private static Invoice asInvoice(String left) {
    return invoice("I1", "INV-42", "C1", DUE, "300.00", left);
  }

  private static Said invoiced(String left) {
    return Said.of("invoices", "I1", asInvoice(left));
  }

  private static Said payment(String id, LocalDate on, String amount) {
    return Said.of("payments", id, booked(id, on, amount), settles(id, "I1", amount));
  }

  @Test
  void whatItsProgramSettledWithoutMoneyBesideABookingIsKnownWithTheLine() {
    try (TestHub hub = TestHub.with(DunningMode.SHADOW)) {
      ProgramPages program = new ProgramPages(hub, "ledgerly");
      program.bring(
          Said.of("customers", "C1", customer("C1", "Bakkerij Jansen", "NL001234567B01")),
          invoiced("300.00"));
      hub.settle();
      hub.offer(
          "R1",
          BankFile.day(
                  TestHub.IBAN,
                  PAID,
                  Entry.in("R1", PAID, "280.00", "Bakkerij Jansen", "invoice INV-42"))
              .bytes());
      hub.settle();
      program.bring(invoiced("0.00"), payment("P1", PAID, "280.00"));
      program.bring(
          Said.of(
              "adjustments",
              "A1",
              new Adjustment("P1", "I1", euros("20.00"), AdjustmentReason.DISCOUNT, null)));
      hub.settle();

      List<UUID> lines =
          hub.stores.allocations().of("acme").stream()
              .filter(stored -> stored.allocation().decision() == Decision.BOOKED)
              .map(Stored::id)
              .toList();
      assertThat(hub.stores.adjustments().settledWith("acme", lines).values())
          .containsExactly(euros("20.00"));
      assertThat(hub.stores.adjustments().settledWith("acme", List.of())).isEmpty();
    }
  }
}
