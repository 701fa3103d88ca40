package org.dunlin.work.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.match.BackTestCompany.Outcome;
import org.dunlin.work.person.AllocateByHand;
import org.dunlin.work.person.AllocateByHand.Line;
import org.dunlin.work.person.UndoAllocation;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a company's people and programs decided, matched anew over the ledger as it was before. */
class BackTestCompanyTest {
  private static final LocalDate DUE = LocalDate.of(2026, 12, 19);
  private static final LocalDate DAY = TestHub.TODAY.minusDays(1);

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);

  @BeforeEach
  void threeInvoicesAndThreePayments() {
    for (int n = 1; n <= 3; n++) {
      hub.offer(n + ".xml", InvoiceFile.of("INV-2026-100" + n, "c1", DUE, n + "00.00").bytes());
    }
    hub.offer("4.xml", InvoiceFile.of("INV-2026-1004", "c1", DUE, "200.00").bytes());
    Entry one = Entry.in("R1", DAY, "100.00", "Customer c1", "INV-2026-1001");
    Entry two = Entry.in("R2", DAY, "200.00", "Customer c1", "INV-2026-1002");
    Entry three = Entry.in("R3", DAY, "300.00", "Customer c1", "INV-2026-1003");
    hub.offer("day.xml", BankFile.day(TestHub.IBAN, DAY, one, two, three).bytes());
    hub.settle();
  }

  @AfterEach
  void everyCentIsInItsPlace() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    hub.close();
  }

  @Test
  void whatOnlyMatchingDecidedIsNoPast() {
    Outcome outcome = run(BackTestCompany.MOST);
    assertThat(outcome.result().payments()).isZero();
    assertThat(outcome.cut()).isFalse();
  }

  @Test
  void whatIsDecidedAsMatchingWouldIsRightAndWhatIsNotIsListedWithBoth() {
    decide("R1", "INV-2026-1001", "100.00");
    decide("R2", "INV-2026-1004", "200.00");
    Outcome outcome = run(BackTestCompany.MOST);
    assertThat(outcome.result().payments()).isEqualTo(2);
    assertThat(outcome.result().whole()).isEqualTo(1);
    assertThat(outcome.result().lines()).isEqualTo(2);
    assertThat(outcome.differing())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.payment().remittance()).isEqualTo("INV-2026-1002");
              assertThat(each.found().number()).isEqualTo("INV-2026-1002");
              assertThat(each.decided())
                  .singleElement()
                  .satisfies(
                      part -> {
                        assertThat(part.number()).isEqualTo("INV-2026-1004");
                        assertThat(part.amount()).isEqualTo(Money.parse("EUR 200.00"));
                      });
            });
  }

  @Test
  void whatWasSettledWithoutMoneyBesideItIsOpenAgain() {
    hub.offer("5.xml", InvoiceFile.of("INV-2026-1005", "c2", DUE, "500.00").bytes());
    hub.offer(
        "later.xml",
        BankFile.day(
                TestHub.IBAN,
                TestHub.TODAY,
                Entry.in("R5", TestHub.TODAY, "480.00", "Customer c2", "thanks"))
            .bytes());
    hub.settle();
    UUID invoice =
        UUID.fromString(id("select invoice_id from invoice where number = 'INV-2026-1005'"));
    UUID payment =
        UUID.fromString(
            id("select payment_id from payment where record ->> 'remittance' = 'thanks'"));
    Line line = new Line(invoice, new BigDecimal("480.00"), AdjustmentReason.DISCOUNT);
    new AllocateByHand(hub.stores, Abilities.NONE).allocate("acme", payment, List.of(line), "ben");

    assertThat(
            hub.stores
                .adjustments()
                .settledWith(
                    "acme",
                    hub.stores.allocations().appliedOf("acme", payment).stream()
                        .map(Stored::id)
                        .toList()))
        .isEqualTo(Map.of(invoice.toString(), Money.parse("EUR 20.00")));
    // Were the 20.00 not open, the amount would be the invoice's, and be applied as it was.
    Outcome outcome = run(BackTestCompany.MOST);
    assertThat(outcome.result().payments()).isEqualTo(1);
    assertThat(outcome.result().whole()).isZero();
  }

  @Test
  void itChangesNothing() {
    decide("R1", "INV-2026-1001", "100.00");
    List<Stored> before = hub.stores.allocations().of("acme");
    run(BackTestCompany.MOST);
    assertThat(hub.stores.allocations().of("acme")).isEqualTo(before);
  }

  @Test
  void aLongPastIsCutToWhatWasDecidedLastAndSaysSo() {
    decide("R1", "INV-2026-1001", "100.00");
    decide("R2", "INV-2026-1002", "200.00");
    decide("R3", "INV-2026-1003", "300.00");
    Outcome outcome = run(1);
    assertThat(outcome.cut()).isTrue();
    assertThat(outcome.result().payments()).isEqualTo(2);
    assertThat(run(3).cut()).isFalse();
  }

  private Outcome run(int most) {
    return new BackTestCompany(hub.stores, most).run("acme").orElseThrow();
  }

  /** A person takes back what matching did and says where the payment goes. */
  private void decide(String entry, String number, String amount) {
    UUID payment =
        UUID.fromString(
            id(
                "select payment_id from payment where record ->> 'remittance' = '%s'"
                    .formatted("INV-2026-100" + entry.substring(1))));
    for (Stored stored : hub.stores.allocations().appliedOf("acme", payment)) {
      new UndoAllocation(hub.stores, Abilities.NONE).undo("acme", stored.id(), "ben");
    }
    UUID invoice =
        UUID.fromString(id("select invoice_id from invoice where number = '" + number + "'"));
    assertThat(
            new AllocateByHand(hub.stores, Abilities.NONE)
                .allocate(
                    "acme", payment, List.of(new Line(invoice, new BigDecimal(amount))), "ben"))
        .isEqualTo(AllocateByHand.Outcome.DONE);
    hub.settle();
    assertThat(hub.stores.allocations().appliedOf("acme", payment))
        .extracting(Stored::allocation)
        .extracting(Allocation::decision)
        .singleElement()
        .isIn(Decision.CONFIRMED, Decision.MANUAL);
  }

  private String id(String query) {
    return hub.jdbc().sql(query).query(String.class).single();
  }
}
