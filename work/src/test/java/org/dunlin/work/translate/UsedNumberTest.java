package org.dunlin.work.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Problem;
import org.dunlin.store.ledger.Payments.Place;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A correction keeps its number; another document under a used number is a question. */
class UsedNumberTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final InvoiceFile FIRST = InvoiceFile.of("2026-1001", "C1", DAY, "100.00");

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aCorrectionWithTheSameDateOfIssueIsANewVersion() {
    take(FIRST.bytes());
    take(FIRST.over("90.00").bytes());
    assertThat(problems()).isEmpty();
    assertThat(total()).isEqualTo("90.00");
    assertThat(events()).containsExactly("INVOICE_ADDED", "INVOICE_CHANGED");
  }

  @Test
  void anotherDateOfIssueIsAQuestionAndTheFirstOneStands() {
    take(FIRST.bytes());
    take(FIRST.issued(DAY).over("90.00").bytes());
    assertThat(problems()).extracting(Problem::code).containsExactly("NUMBER_USED_TWICE");
    assertThat(problems().getFirst().message())
        .contains("EUR 100.00", "another date of issue, 2026-11-23", "the first one stands");
    assertThat(total()).isEqualTo("100.00");
  }

  @Test
  void anotherTotalIsAQuestionOnceSomethingIsAllocated() {
    take(FIRST.bytes());
    pay("40.00");
    take(FIRST.over("90.00").bytes());
    assertThat(problems()).extracting(Problem::code).containsExactly("NUMBER_USED_TWICE");
    assertThat(total()).isEqualTo("100.00");
  }

  @Test
  void aPersonMayLetTheLaterOneTakeTheOthersPlace() {
    take(FIRST.bytes());
    pay("100.00");
    InvoiceFile second = InvoiceFile.of("2026-1001", "C2", DAY.plusDays(9), "70.00");
    take(second.bytes());
    assertThat(problems()).extracting(Problem::code).containsExactly("NUMBER_USED_TWICE");

    assertThat(hub.decisions.replace("acme", hub.deliveries().getLast().id(), "anna")).isTrue();
    hub.settle();
    assertThat(problems()).isEmpty();
    assertThat(total()).isEqualTo("70.00");
    assertThat(events()).contains("ALLOCATION_CONFLICT", "INVOICE_REPLACED");
    assertThat(hub.stores.payments().unallocated("acme", Place.START, 1000)).hasSize(1);
  }

  @Test
  void whatWasRefusedStaysRefusedHoweverOftenItIsReplayed() {
    take(FIRST.bytes());
    take(FIRST.issued(DAY).bytes());
    for (int i = 0; i < 2; i++) {
      hub.decisions.replay("acme", hub.deliveries().getFirst().id(), "anna");
      hub.decisions.replay("acme", hub.deliveries().getLast().id(), "anna");
      hub.settle();
    }
    assertThat(problems()).hasSize(1);
    assertThat(hub.stores.problems().of("acme", hub.deliveries().getFirst().id(), "x")).isEmpty();
  }

  @Test
  void whatAPersonLetReplaceReplacesOnceAndAPlainReplayBringsNothingBack() {
    take(FIRST.bytes());
    take(FIRST.issued(DAY).over("90.00").bytes());
    UUID second = hub.deliveries().getLast().id();
    hub.decisions.replace("acme", second, "anna");
    hub.settle();
    take(FIRST.issued(DAY.minusDays(1)).over("80.00").bytes());
    hub.decisions.replace("acme", hub.deliveries().getLast().id(), "anna");
    hub.settle();
    assertThat(total()).isEqualTo("80.00");

    hub.decisions.replay("acme", second, "anna");
    hub.settle();
    assertThat(total()).isEqualTo("80.00");

    hub.decisions.replace("acme", second, "anna");
    hub.settle();
    assertThat(total()).as("once more, because somebody says so").isEqualTo("90.00");
  }

  private void take(byte[] file) {
    hub.offer("file", file);
    hub.settle();
  }

  private void pay(String amount) {
    Entry entry = Entry.in("R1", DAY, amount, FIRST.name(), "invoice 2026-1001");
    take(BankFile.day(TestHub.IBAN, DAY, entry).bytes());
    assertThat(hub.stores.allocations().of("acme")).hasSize(1);
  }

  private List<Problem> problems() {
    return hub.stores.problems().of("acme", hub.deliveries().getLast().id(), "file");
  }

  private String total() {
    return hub.jdbc().sql("select total::text from invoice").query(String.class).single();
  }

  private List<String> events() {
    return hub.jdbc()
        .sql("select event from journal where subject_kind = 'invoice' order by journal_id")
        .query(String.class)
        .list();
  }
}
