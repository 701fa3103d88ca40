package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.dunlin.core.dunning.UndecidedMoney;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Hold;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.match.OpenItems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What open credit notes hold: only what their customers owe is looked at, and it is the same. */
class HeldByCreditTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

  private final TestHub hub = TestHub.with(DunningMode.LIVE);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whatIsLeftOfACreditNoteHoldsWhatItsCustomerMayDeductItFromAndNothingElse() {
    InvoiceFile credited = InvoiceFile.of("2026-1", "C1", DAY, "100.00");
    hub.offer("1", credited.bytes());
    hub.offer("2", InvoiceFile.of("2026-2", "C1", DAY, "40.00").bytes());
    hub.offer("3", InvoiceFile.of("2026-3", "C2", DAY, "40.00").bytes());
    hub.offer("4", InvoiceFile.of("2026-4", "C1", DAY, "60.00").bytes());
    hub.settle();
    hub.offer("5", credited.creditNote("CN-1", "150.00"));
    hub.settle();

    assertThat(held()).containsExactly(id("2026-2"));

    hub.stores.refusals().add("acme", uuid("CN-1"), uuid("2026-2"), "anna");
    assertThat(held()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void overAGeneratedLedgerItIsWhatIsHeldOverAllThatIsOpen(long seed) {
    Random random = new Random(seed);
    List<InvoiceFile> invoices = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      InvoiceFile invoice =
          InvoiceFile.of(
              "2026-" + (100 + i), "C" + random.nextInt(8), DAY, amount(random, 8) + ".00");
      invoices.add(invoice);
      hub.offer("i" + i, invoice.bytes());
    }
    for (int i = 0; i < 10; i++) {
      InvoiceFile named = invoices.get(random.nextInt(invoices.size()));
      hub.offer("n" + i, named.creditNote("CN-" + i, amount(random, 16) + ".00"));
    }
    hub.settle();
    for (int i = 0; i < 4; i++) {
      String refused = "2026-" + (100 + random.nextInt(24));
      hub.stores.refusals().add("acme", uuid("CN-" + random.nextInt(10)), uuid(refused), "anna");
    }

    assertThat(held()).isNotEmpty().isEqualTo(heldOverAll());
  }

  private List<String> held() {
    return invoices(UndecidedHolds.of(hub.stores, profile(), TestHub.TODAY, Map.of()));
  }

  private List<String> heldOverAll() {
    UndecidedMoney money = new UndecidedMoney(OpenItems.of(hub.stores, profile()), List.of());
    money.creditNotes(OpenItems.of(hub.stores, profile()));
    return invoices(money.holds());
  }

  private CompanyProfile profile() {
    return hub.stores.companies().profile("acme");
  }

  private static List<String> invoices(List<Hold> holds) {
    return holds.stream().map(hold -> String.valueOf(hold.invoiceId())).sorted().toList();
  }

  private static int amount(Random random, int most) {
    return 10 * (1 + random.nextInt(most));
  }

  private String id(String number) {
    return uuid(number).toString();
  }

  private UUID uuid(String number) {
    return hub.jdbc()
        .sql("select invoice_id from invoice where number = ?")
        .param(number)
        .query(UUID.class)
        .single();
  }
}
