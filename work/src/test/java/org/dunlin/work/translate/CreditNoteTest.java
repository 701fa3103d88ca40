package org.dunlin.work.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Problem;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.store.view.TieOut;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.LedgerSnapshot;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A credit note takes its amount off the invoice that it names, whichever of the two came first.
 */
class CreditNoteTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final InvoiceFile INVOICE = InvoiceFile.of("2026-1001", "C1", DAY, "100.00");

  private final TestHub hub = TestHub.with(DunningMode.LIVE);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whatIsOpenOfTheInvoiceIsLessTheCredit() {
    take(INVOICE.bytes());
    take(INVOICE.creditNote("CN-1", "30.00"));

    assertThat(only().decision()).isEqualTo(Decision.AUTOMATIC);
    assertThat(claimed("2026-1001")).isEqualTo("30.00");
    assertThat(claimed("CN-1")).isEqualTo("30.00");
    assertThat(hub.stores.views().tieOuts().of("acme")).allMatch(TieOut::ties);
  }

  @Test
  void aCreditNoteBeforeItsInvoiceIsKeptWithAProblemThatEndsWhenTheInvoiceComes() {
    take(INVOICE.creditNote("CN-1", "30.00"));
    assertThat(problems()).extracting(Problem::code).containsExactly("CREDITED_INVOICE_UNKNOWN");
    assertThat(problems().getFirst().message()).contains("2026-1001", "Send the invoice");
    assertThat(hub.deliveries().getFirst().state()).isEqualTo("APPLIED");

    take(INVOICE.bytes());
    assertThat(problems()).isEmpty();
    assertThat(claimed("2026-1001")).isEqualTo("30.00");
  }

  @Test
  void theInvoiceOfAnotherCustomerIsNotTheOneThatIsCredited() {
    take(InvoiceFile.of("2026-1001", "C2", DAY, "100.00").bytes());
    take(INVOICE.creditNote("CN-1", "30.00"));
    assertThat(lines()).isEmpty();
    assertThat(hub.stores.problems().of("acme", hub.deliveries().getLast().id(), "x")).hasSize(1);
  }

  @Test
  void inWhateverOrderTheyComeTheLedgerIsTheSame() {
    List<byte[]> files = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      InvoiceFile invoice = InvoiceFile.of("2026-100" + i, "C" + i % 2, DAY, "100.00");
      files.add(invoice.bytes());
      files.add(invoice.creditNote("CN-" + i, (10 + i) + ".00"));
      files.add(invoice.creditNote("CN-" + (i + 10), "50.00"));
    }
    List<List<String>> ledgers = new ArrayList<>();
    for (int seed = 0; seed < 4; seed++) {
      String company = "company-" + seed;
      hub.company(company, DunningMode.SHADOW, null, TestHub.IBAN);
      List<byte[]> order = new ArrayList<>(files);
      Collections.shuffle(order, new Random(seed));
      for (byte[] file : order) {
        hub.offer(company, "file", file);
        hub.settle();
      }
      ledgers.add(LedgerSnapshot.of(hub.jdbc(), company));
    }
    assertThat(ledgers.getFirst()).anyMatch(line -> line.contains("claimed 63 "));
    assertThat(ledgers).allMatch(ledgers.getFirst()::equals);
  }

  @Test
  void whatTheSourceBooksItselfGivesTheClaimUpOnBothSides() {
    take(INVOICE.bytes());
    take(INVOICE.creditNote("CN-1", "30.00"));
    hub.offer("file", INVOICE.payable("20.00").bytes());
    TestHub.drain(hub.translate::next);

    assertThat(only().decision()).isEqualTo(Decision.CONFLICT);
    assertThat(claimed("2026-1001")).isEqualTo("0.00");
    assertThat(claimed("CN-1")).isEqualTo("0.00");
    assertThat(hub.stores.views().conflicts().newest("acme", 9))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.settledBy()).isEqualTo("CN-1");
              assertThat(line.creditNoteId()).isNotNull();
            });
  }

  @Test
  void aCreditNoteThatItsSourceUsedUpGivesItsClaimUp() {
    take(INVOICE.bytes());
    take(INVOICE.creditNote("CN-1", "30.00"));
    take(INVOICE.creditNote("CN-1", "30.00", "0.00"));

    assertThat(lines()).extracting(s -> s.allocation().decision()).containsOnly(Decision.CONFLICT);
    assertThat(claimed("2026-1001")).isEqualTo("0.00");
  }

  @Test
  void whatAPersonRefusedIsNotAppliedWhenTheInvoiceComesAgain() {
    take(INVOICE.creditNote("CN-1", "30.00"));
    hub.offer("invoice", INVOICE.bytes());
    TestHub.drain(hub.translate::next);
    hub.stores.refusals().add("acme", id("CN-1"), id("2026-1001"), "anna");
    hub.settle();
    take(INVOICE.due(DAY.plusDays(3)).bytes());
    assertThat(lines()).isEmpty();
  }

  @Test
  void theProgramIsToldOfTheCreditWithTheCreditNote() {
    take(INVOICE.bytes());
    take(INVOICE.creditNote("CN-1", "30.00"));
    hub.run();
    assertThat(hub.outlet.files().getLast().content())
        .contains("\"outstanding\":\"70.00\"", "\"number\":\"CN-1\"", "\"creditNoteId\":");
  }

  private void take(byte[] file) {
    hub.offer("file", file);
    hub.settle();
  }

  private List<Stored> lines() {
    return hub.stores.allocations().of("acme");
  }

  private Allocation only() {
    assertThat(lines()).hasSize(1);
    return lines().getFirst().allocation();
  }

  private List<Problem> problems() {
    return hub.stores.problems().of("acme", hub.deliveries().getFirst().id(), "file");
  }

  private String claimed(String number) {
    return hub.jdbc()
        .sql("select to_char(claimed, 'FM990.00') from invoice where number = ?")
        .param(number)
        .query(String.class)
        .single();
  }

  private UUID id(String number) {
    return hub.jdbc()
        .sql("select invoice_id from invoice where number = ?")
        .param(number)
        .query(UUID.class)
        .single();
  }
}
