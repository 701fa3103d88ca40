package org.dunlin.work.translate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import org.dunlin.core.model.DueDateFrom;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.store.view.OpenInvoiceLine;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.LedgerSnapshot;
import org.dunlin.work.TestHub;
import org.dunlin.work.TestHub.Seen;
import org.dunlin.work.intake.AcceptFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What nobody should send is refused in words, and its neighbours go on. */
class BadInputTest {
  private static final TestHub HUB = TestHub.empty();
  private static int companies;

  private final String company = "company-" + companies++;

  BadInputTest() {
    HUB.company(company, DunningMode.SHADOW, null, TestHub.IBAN);
  }

  @AfterAll
  static void close() {
    HUB.close();
  }

  @ParameterizedTest
  @MethodSource("org.dunlin.work.translate.BadFile#all")
  void isRefusedInWordsWhileItsNeighboursGoOn(BadFile bad) {
    offer("before.xml", invoice("2026-0001"));
    offer(bad.name(), bad.bytes());
    offer("after.xml", invoice("2026-0002"));
    HUB.settle();

    assertThat(HUB.deliveries(company))
        .extracting(Seen::state)
        .containsExactly("APPLIED", "QUARANTINED", "APPLIED");
    Seen refused = HUB.deliveries(company).get(1);
    assertThat(refused.reasonCode()).isEqualTo(bad.code());
    assertThat(refused.reason()).contains(bad.words()).doesNotContain("Exception", "/etc/passwd");
    assertThat(refused.attempts()).isEqualTo(1);
    assertThat(LedgerSnapshot.of(HUB.jdbc(), company))
        .hasSize(3)
        .noneMatch(line -> line.contains("9999"));
  }

  @Test
  void anInvoiceInUtf16IsTaken() {
    offer("utf16.xml", BadFile.inUtf16());
    HUB.settle();
    assertThat(HUB.deliveries(company)).extracting(Seen::state).containsExactly("APPLIED");
  }

  @Test
  void anInvoiceWithoutADueDateIsDueByTheCompanysTerms() {
    takeWithoutDueDate();

    OpenInvoiceLine line = HUB.stores.views().receivables().oldest(company, 1).getFirst();
    assertThat(line.dueDate()).isEqualTo(LocalDate.of(2026, 11, 23));
    assertThat(line.dueDateFrom()).isEqualTo(DueDateFrom.COMPANY);
  }

  @Test
  void withoutAnyTermsItIsDueThirtyDaysAfterItsIssueByLaw() {
    HUB.sql(
        "update company set record = record - 'paymentTermDays' where company_id = '"
            + company
            + "'");
    takeWithoutDueDate();
    OpenInvoiceLine line = HUB.stores.views().receivables().oldest(company, 1).getFirst();
    assertThat(line.dueDate()).isEqualTo(LocalDate.of(2026, 11, 23));
    assertThat(line.dueDateFrom()).isEqualTo(DueDateFrom.LAW);
  }

  private void takeWithoutDueDate() {
    String text = new String(invoice("2026-0001"), UTF_8);
    offer("undated.xml", text.replaceAll("<cbc:DueDate>.*</cbc:DueDate>", "").getBytes(UTF_8));
    HUB.settle();
  }

  /** As a larger file than the others are: some of these are made of size alone. */
  private void offer(String name, byte[] bytes) {
    new AcceptFile(HUB.stores, Clock.systemUTC(), Checkpoint.NONE, 64 << 20)
        .accept(company, TestHub.CONNECTION, name, new ByteArrayInputStream(bytes));
  }

  private static byte[] invoice(String number) {
    return InvoiceFile.of(number, "C1", LocalDate.of(2026, 11, 23), "100.00").bytes();
  }
}
