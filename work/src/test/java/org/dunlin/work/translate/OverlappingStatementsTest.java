package org.dunlin.work.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.AccountFile.Kind.NOTIFICATION;
import static org.dunlin.work.AccountFile.Kind.STATEMENT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.work.AccountFile;
import org.dunlin.work.AccountFile.Ntry;
import org.dunlin.work.AccountFile.Tx;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.LedgerSnapshot;
import org.dunlin.work.TestHub;
import org.dunlin.work.TestHub.Seen;
import org.dunlin.work.person.UndoAllocation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a bank says again in a statement of another period counts once, or a person is asked. */
class OverlappingStatementsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Tx ONE = new Tx("60.00", "Customer c1", "INV-2026-1001");
  private static final Tx OTHER = new Tx("40.00", "Customer c2", "INV-2026-1002");
  private static final Ntry BATCH = Ntry.of("B-1", DAY, "100.00", ONE, OTHER);
  private static final Ntry UNNAMED = Ntry.of(null, DAY, "100.00", ONE, OTHER);
  private static final Ntry NEXT =
      Ntry.of("N-1", DAY.plusDays(1), "5.00", new Tx("5.00", "Customer c4", "thanks"));

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);

  @AfterEach
  void close() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    hub.close();
  }

  @Test
  void aBatchThatALaterStatementOpensCountsOnce() {
    bring(day("S", BATCH.bare()), days("W", BATCH, NEXT));

    assertThat(states()).containsOnly("APPLIED");
    assertThat(payments()).containsExactly("B-1 0", "B-1/1 60.00", "B-1/2 40.00", "N-1 5.00");
  }

  @Test
  void aBatchThatALaterStatementOnlyNamesStaysOpened() {
    bring(days("W", BATCH, NEXT), day("S", BATCH.bare()));

    assertThat(states()).containsOnly("APPLIED");
    assertThat(payments()).containsExactly("B-1 0", "B-1/1 60.00", "B-1/2 40.00", "N-1 5.00");
  }

  @Test
  void theOrderOfItAllMakesNoDifference() {
    AccountFile notice = AccountFile.of(NOTIFICATION, "N", DAY, BATCH);
    bring(day("S", BATCH.bare()), notice, days("W", BATCH, NEXT));
    List<String> before = payments();
    try (TestHub another = TestHub.with(DunningMode.SHADOW)) {
      for (AccountFile file : List.of(days("W", BATCH, NEXT), day("S", BATCH.bare()), notice)) {
        another.offer(file.id(), file.bytes());
        another.settle();
      }
      assertThat(payments(another)).isEqualTo(before);
      assertThat(another.deliveries()).extracting(Seen::state).containsOnly("APPLIED");
    }
  }

  @Test
  void whatComesAgainAfterThatChangesNothing() {
    bring(day("S", BATCH.bare()), days("W", BATCH, NEXT));
    List<String> before = LedgerSnapshot.of(hub.jdbc(), "acme");
    bring(days("W2", BATCH, NEXT), day("S2", BATCH.bare()));
    hub.deliveries().forEach(each -> hub.decisions.replay("acme", each.id(), "anna"));
    hub.settle();

    assertThat(states()).containsOnly("APPLIED");
    assertThat(LedgerSnapshot.of(hub.jdbc(), "acme")).isEqualTo(before);
  }

  @Test
  void whatARuleAllocatedOfTheBatchIsTakenBackAndItsPaymentsAreMatched() {
    invoices();
    bring(day("S", BATCH.bare()));
    allocate(Decision.AUTOMATIC);
    bring(days("W", BATCH, NEXT));

    assertThat(settled()).containsExactly("INV-2026-1001", "INV-2026-1002");
  }

  @Test
  void whatAPersonAllocatedOfTheBatchStaysAndItIsOpenedOnceThatIsUndone() {
    invoices();
    bring(day("S", BATCH.bare()));
    UUID line = allocate(Decision.MANUAL);
    bring(days("W", BATCH, NEXT));

    assertThat(states()).containsOnly("APPLIED");
    assertThat(payments()).containsExactly("B-1 100.00", "N-1 5.00");
    assertThat(settled()).containsExactly("INV-2026-1003");
    assertThat(new UndoAllocation(hub.stores, Abilities.NONE).undo("acme", line, "anna")).isTrue();
    bring(days("W2", BATCH, NEXT));
    assertThat(payments()).containsExactly("B-1 0", "B-1/1 60.00", "B-1/2 40.00", "N-1 5.00");
    assertThat(settled()).containsExactly("INV-2026-1001", "INV-2026-1002");
  }

  @Test
  void whatRulesSuggestedOfItsPaymentsHoldsNothingUpWhereABatchStaysWhole() {
    openedBesideTheWhole();
    allocated("SUGGESTED");
    wholeAgain();
    assertThat(texts(hub, "select decision from allocation")).contains("SUGGESTED");
    assertThat(texts(hub, "select stated_as::text from advised_entry")).doesNotContainNull();
    bring(days("W2", BATCH, NEXT));

    assertThat(states()).containsOnly("APPLIED");
    assertThat(payments()).containsExactly("B-1 100.00", "N-1 5.00");
  }

  @Test
  void aPaymentOfTheBatchInConflictAsksAPersonWhereTheBatchStaysWhole() {
    openedBesideTheWhole();
    allocated("CONFLICT");
    wholeAgain();
    bring(days("W2", BATCH, NEXT));

    assertAsked();
    assertThat(payments()).containsExactly("B-1 100.00", "B-1/1 60.00", "B-1/2 40.00", "N-1 5.00");
  }

  @Test
  void aPaymentOfTheBatchThatOnceHadAnAdjustmentAsksAPersonWhereTheBatchStaysWhole() {
    openedBesideTheWhole();
    hub.sql(
        """
        insert into adjustment (company_id, adjustment_id, payment_id, invoice_id, amount, currency,
                                reason, decided_at, decided_by, business_date, ended)
        select a.company_id, gen_random_uuid(), p.payment_id, a.invoice_id, 1, a.currency, 'DISCOUNT',
               a.decided_at, a.decided_by, a.business_date, 'TAKEN_BACK'
          from allocation a join payment p on p.entry_key like '%/B-1/2'
        """);
    wholeAgain();
    bring(days("W2", BATCH, NEXT));

    assertAsked();
    assertThat(payments()).containsExactly("B-1 100.00", "B-1/1 60.00", "B-1/2 40.00", "N-1 5.00");
  }

  @Test
  void aBatchThatNothingNamesAsksAPersonAndCountsOnce() {
    bring(day("S", UNNAMED.bare()), days("W", UNNAMED, NEXT));

    assertAsked();
    assertThat(sum()).isEqualTo("100.00");
  }

  @Test
  void aBatchOfAnotherSumContradicts() {
    bring(day("S", BATCH.bare()));
    bring(days("W", Ntry.of("B-1", DAY, "110.00", ONE, new Tx("50.00", "C", "x")), NEXT));

    assertAsked();
    assertThat(sum()).isEqualTo("100.00");
  }

  @Test
  void anEntryWithOtherWordsInAStatementOfAnotherPeriodAsksAPerson() {
    bring(day("S", Ntry.of(null, DAY, "60.00", ONE)));
    bring(days("W", Ntry.of(null, DAY, "60.00", new Tx("60.00", "C1", "1001")), NEXT));

    assertAsked();
    assertThat(sum()).isEqualTo("60.00");
  }

  @Test
  void anEntryOfWhichALaterStatementSaysWhoPaidIsTheSame() {
    Ntry single = Ntry.of("B-1", DAY, "60.00", ONE);
    bring(day("S", single.bare()), days("W", single, NEXT), day("S2", single.bare()));

    assertThat(states()).containsOnly("APPLIED");
    assertThat(payers()).containsExactly("Customer c1", "Customer c4");
  }

  @Test
  void whatANotificationSaidOfAnEntryIsNoContradictionToItsStatement() {
    Ntry single = Ntry.of("B-1", DAY, "60.00", ONE);
    bring(
        day("S", single.bare()),
        AccountFile.of(NOTIFICATION, "N", DAY, single),
        days("W", single, NEXT));

    assertThat(states()).containsOnly("APPLIED");
    assertThat(sum()).isEqualTo("65.00");
  }

  @Test
  void aNotificationThatSaysMoreThanTheOneBeforeIsHeard() {
    bring(
        AccountFile.of(NOTIFICATION, "N1", DAY, BATCH.bare()),
        AccountFile.of(NOTIFICATION, "N2", DAY, BATCH),
        AccountFile.of(NOTIFICATION, "N3", DAY, BATCH.bare()),
        day("S", BATCH.bare()));

    assertThat(payments()).containsExactly("B-1 0", "B-1/1 60.00", "B-1/2 40.00");
  }

  @Test
  void statementsThatShareADayAndFollowEachOtherByTheirBalancesAreTwo() {
    Entry noon = Entry.in("R-1", DAY, "10.00", "Customer c1", "one");
    Entry evening = Entry.in("R-2", DAY, "10.00", "Customer c1", "two");
    offer("noon", BankFile.day(TestHub.IBAN, DAY, noon));
    offer("later", of(DAY, DAY.plusDays(1), "10.00", evening));

    assertThat(states()).containsOnly("APPLIED");
    assertThat(sum()).isEqualTo("20.00");
  }

  @Test
  void whatIsBookedLateOnAnEarlierDayIsNoContradictionWhicheverComesFirst() {
    Entry first = Entry.in("R-1", DAY, "10.00", "Customer c1", "one");
    Entry second = Entry.in("R-2", DAY.plusDays(1), "7.00", "Customer c1", "two");
    Entry late = Entry.in("R-3", DAY, "10.00", "Customer c1", "three");
    BankFile one = BankFile.day(TestHub.IBAN, DAY, first);
    BankFile two = of(DAY.plusDays(1), DAY.plusDays(1), "10.00", second);
    BankFile three = of(DAY, DAY.plusDays(2), "17.00", late);
    for (List<BankFile> order : List.of(List.of(one, two, three), List.of(three, two, one))) {
      try (TestHub another = TestHub.with(DunningMode.SHADOW)) {
        for (BankFile file : order) {
          another.offer("file-" + order.indexOf(file), file.bytes());
          another.settle();
        }
        assertThat(another.deliveries()).extracting(Seen::state).containsOnly("APPLIED");
        assertThat(texts(another, "select sum(amount)::text from payment"))
            .containsExactly("27.00");
      }
    }
  }

  @Test
  void aStatementOfALongerTimeThatHasNoneOfTheEntriesOfADayAsksAPerson() {
    offer("day", of(DAY, DAY, "5.00", Entry.in("R-1", DAY, "10.00", "Customer c1", "one")));
    Entry corrected = Entry.in("R-9", DAY, "12.00", "Customer c1", "one");
    offer("month", of(DAY.minusDays(20), DAY.plusDays(3), "0.00", corrected));

    assertAsked();
    assertThat(sum()).isEqualTo("10.00");
  }

  private static BankFile of(LocalDate from, LocalDate to, String opening, Entry... entries) {
    return BankFile.empty().with(TestHub.IBAN, from, to, new BigDecimal(opening), List.of(entries));
  }

  private void offer(String name, BankFile file) {
    hub.offer(name, file.bytes());
    hub.settle();
  }

  private static AccountFile day(String id, Ntry... entries) {
    return AccountFile.of(STATEMENT, id, DAY, entries);
  }

  private static AccountFile days(String id, Ntry... entries) {
    return AccountFile.of(STATEMENT, id, DAY.plusDays(1), entries);
  }

  private void invoices() {
    hub.offer("1", InvoiceFile.of("INV-2026-1001", "c1", DAY, "60.00").bytes());
    hub.offer("2", InvoiceFile.of("INV-2026-1002", "c2", DAY, "40.00").bytes());
    hub.offer("3", InvoiceFile.of("INV-2026-1003", "c3", DAY, "100.00").bytes());
    hub.settle();
  }

  /** A batch of which a person has decided is hidden while another statement opens it. */
  private void openedBesideTheWhole() {
    hub.offer("3", InvoiceFile.of("INV-2026-1003", "c3", DAY, "100.00").bytes());
    hub.settle();
    bring(day("S", BATCH.bare()));
    allocate(Decision.MANUAL);
    hub.sql("update payment set account_key = null, entry_key = 'hidden ' || entry_key");
    bring(days("W", BATCH, NEXT), AccountFile.of(NOTIFICATION, "N", DAY, BATCH));
  }

  private void allocated(String decision) {
    hub.sql(
        """
        insert into allocation (company_id, allocation_id, payment_id, invoice_id, amount, currency,
                                decision, evidence, decided_at, decided_by, business_date)
        select a.company_id, gen_random_uuid(), p.payment_id, a.invoice_id, 40, a.currency, '%s',
               a.evidence, a.decided_at, a.decided_by, a.business_date
          from allocation a join payment p on p.entry_key like '%%/B-1/2'
        """
            .formatted(decision));
  }

  private void wholeAgain() {
    hub.sql(
        "update payment set account_key = 'NL44RABO0123456789', entry_key = substr(entry_key, 8)"
            + " where entry_key like 'hidden %'");
  }

  private UUID allocate(Decision decision) {
    return AllocatedWhole.of(hub, "INV-2026-1003", decision);
  }

  private void bring(AccountFile... told) {
    for (AccountFile each : told) {
      hub.offer(each.id() + ".xml", each.bytes());
      hub.settle();
    }
  }

  private void assertAsked() {
    Seen last = hub.deliveries().getLast();
    assertThat(last.state()).isEqualTo("QUARANTINED");
    assertThat(last.reasonCode()).endsWith("_CONTRADICTED");
    assertThat(last.reason()).contains("Ask the bank");
  }

  private List<String> states() {
    return hub.deliveries().stream()
        .map(each -> each.reason() == null ? each.state() : each.reason())
        .toList();
  }

  private List<String> payments() {
    return payments(hub);
  }

  private static List<String> payments(TestHub of) {
    return texts(
        of, "select substr(entry_key, strpos(entry_key, '/') + 1) || ' ' || amount from payment");
  }

  private List<String> payers() {
    return texts(hub, "select record ->> 'payerName' from payment");
  }

  private List<String> settled() {
    return texts(hub, "select number from invoice where claimed > 0");
  }

  private String sum() {
    return texts(hub, "select sum(amount)::text from payment").getFirst();
  }

  private static List<String> texts(TestHub of, String query) {
    return of.jdbc().sql(query + " order by 1").query(String.class).list();
  }
}
