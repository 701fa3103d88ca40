package org.dunlin.work.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.ledger.Refunds.Stored;
import org.dunlin.store.view.PaymentList.Choice;
import org.dunlin.store.view.PaymentList.Filter;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.person.JudgePayment;
import org.dunlin.work.person.JudgeRefund;
import org.dunlin.work.person.JudgeRefund.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A credit that was given back is no credit any more, and no cent is given back twice. */
class RefundsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 12, 19);
  private static final LocalDate DAY = TestHub.TODAY.minusDays(2);
  private static final LocalDate AFTER = TestHub.TODAY.minusDays(1);
  private static final String ACCOUNT = "DE89370400440532013000";

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);
  private final JudgeRefund judge = new JudgeRefund(hub.stores);

  @BeforeEach
  void anInvoiceIsPaidTwice() {
    hub.offer("1.xml", InvoiceFile.of("INV-2026-1001", "c1", DUE, "100.00").bytes());
    hub.offer(
        "day.xml",
        BankFile.day(
                TestHub.IBAN,
                DAY,
                Entry.in("R1", DAY, "100.00", "Customer c1", "INV-2026-1001").from(ACCOUNT),
                Entry.in("R2", DAY, "100.00", "Customer c1", "INV-2026-1001 again").from(ACCOUNT))
            .bytes());
    hub.settle();
    new JudgePayment(hub.stores).belongsTo("acme", credit(), customer(), "anna");
  }

  @AfterEach
  void everyCentIsInItsPlace() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    assertThat(
            hub.jdbc()
                .sql(
                    """
                    select p.entry_key from payment p left join refund r
                        on r.company_id = p.company_id and p.payment_id in (r.paid_out, r.payment_id)
                           and r.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL')
                     group by p.company_id, p.payment_id
                    having p.returned <> coalesce(sum(r.amount), 0) or p.claimed + p.returned > p.amount
                    """)
                .query(String.class)
                .list())
        .isEmpty();
    hub.close();
  }

  @Test
  void theAmountToTheAccountIsTheRefundAndTheCreditIsGone() {
    UUID credit = credit();
    leaves(new Entry("O1", AFTER, amount("-100.00"), "Customer c1", "refund", null, null, ACCOUNT));

    assertThat(refunds(credit))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.decision()).isEqualTo("AUTOMATIC");
              assertThat(each.paidOut()).isEqualTo(out());
              assertThat(each.customer()).isEqualTo(customer());
            });
    assertThat(hub.stores.payments().credits("acme")).isEmpty();
    assertThat(
            hub.stores
                .views()
                .payments()
                .page("acme", new Choice(Filter.CREDIT, null, null), null, 10)
                .items())
        .isEmpty();
    assertThat(hub.stores.views().details().payment("acme", out()).orElseThrow().refunds())
        .isEqualTo(refunds(credit));
  }

  @Test
  void whatIsUndoneIsACreditAgainAndNoRuleRefundsItAgain() {
    UUID credit = credit();
    leaves(new Entry("O1", AFTER, amount("-100.00"), "Customer c1", "refund", null, null, ACCOUNT));
    UUID refund = refunds(credit).getFirst().id();
    assertThat(judge.undo("acme", refund, "ben")).isTrue();
    assertThat(judge.undo("acme", refund, "anna")).isFalse();
    hub.settle();
    assertThat(refunds(credit)).isEmpty();
    assertThat(hub.stores.payments().credits("acme")).hasSize(1);

    assertThat(judge.settle("acme", out(), credit, "ben")).isEqualTo(Outcome.DONE);
    assertThat(refunds(credit)).extracting(Stored::decision).containsExactly("MANUAL");
  }

  @Test
  void aNameOnlySuggestsItAndTwoPeopleCannotSettleItTwice() {
    UUID credit = credit();
    leaves(new Entry("O1", AFTER, amount("-100.00"), "Customer c1", "refund", null, null));
    assertThat(refunds(credit)).extracting(Stored::decision).containsExactly("SUGGESTED");
    assertThat(hub.stores.views().reviewQueue().first("acme", 10)).containsExactly(out());
    assertThat(hub.stores.payments().credits("acme")).hasSize(1);

    assertThat(judge.settle("acme", out(), credit, "anna")).isEqualTo(Outcome.DONE);
    assertThat(judge.settle("acme", out(), credit, "ben")).isEqualTo(Outcome.NOTHING_LEFT);
    hub.settle();
    assertThat(refunds(credit)).extracting(Stored::decision).containsExactly("CONFIRMED");
    assertThat(hub.stores.views().reviewQueue().waiting("acme")).isZero();
    assertThat(hub.stores.payments().credits("acme")).isEmpty();
  }

  @Test
  void aSuggestionThatIsRefusedDoesNotComeAgain() {
    UUID credit = credit();
    leaves(new Entry("O1", AFTER, amount("-100.00"), "Customer c1", "refund", null, null));
    assertThat(judge.refuse("acme", out(), credit, "anna")).isTrue();
    assertThat(judge.refuse("acme", out(), credit, "ben")).isFalse();
    hub.settle();
    assertThat(refunds(credit)).isEmpty();
    assertThat(hub.stores.views().reviewQueue().waiting("acme")).isZero();
  }

  @Test
  void whoRefusesWhileAnotherSettlesIsTooLateAndNoCentIsLost() {
    UUID credit = credit();
    leaves(new Entry("O1", AFTER, amount("-100.00"), "Customer c1", "refund", null, null));
    UUID out = out();
    CompletableFuture<Boolean> refused =
        hub.stores
            .transactions()
            .in(
                () -> {
                  assertThat(judge.settle("acme", out, credit, "anna")).isEqualTo(Outcome.DONE);
                  return hub.waiting(() -> judge.refuse("acme", out, credit, "ben"));
                });

    assertThat(refused.join()).isFalse();
    assertThat(refunds(credit)).extracting(Stored::decision).containsExactly("CONFIRMED");
  }

  @Test
  void whoUndoesWhileAnotherSettlesTheRestTakesAllOfItBack() {
    UUID credit = credit();
    leaves(new Entry("O1", AFTER, amount("-100.00"), "Customer c1", "refund", null, null, ACCOUNT));
    UUID out = out();
    UUID refund = refunds(credit).getFirst().id();
    hub.sql("update refund set amount = 60");
    hub.sql("update payment set returned = 60 where returned = 100");
    CompletableFuture<Boolean> undone =
        hub.stores
            .transactions()
            .in(
                () -> {
                  assertThat(judge.settle("acme", out, credit, "anna")).isEqualTo(Outcome.DONE);
                  return hub.waiting(() -> judge.undo("acme", refund, "ben"));
                });

    assertThat(undone.join()).isTrue();
    assertThat(refunds(credit)).isEmpty();
    assertThat(hub.stores.payments().credits("acme")).hasSize(1);
  }

  @Test
  void whatAPersonRefusesWhileItIsMatchedIsNotTaken() {
    UUID credit = credit();
    leaves(new Entry("O1", AFTER, amount("-100.00"), "Customer c1", "refund", null, null, ACCOUNT));
    UUID out = out();
    hub.sql("update refund set decision = 'SUGGESTED'");
    hub.sql("update payment set returned = 0 where returned = 100");
    hub.stores.companies().addWorkDue("acme", WorkDue.MATCH);
    CompletableFuture<Boolean> matched =
        hub.stores
            .transactions()
            .in(
                () -> {
                  assertThat(
                          hub.stores.refunds().refuse("acme", out, credit, "anna", TestHub.TODAY))
                      .isTrue();
                  return hub.waiting(hub.match::next);
                });

    assertThat(matched.join()).isTrue();
    assertThat(refunds(credit)).isEmpty();
    assertThat(hub.stores.refunds().refused("acme")).hasSize(1);
    assertThat(hub.stores.payments().credits("acme")).hasSize(1);
  }

  @Test
  void salariesAndOwnTransfersAreNoRefunds() {
    leaves(
        new Entry("O1", AFTER, amount("-100.00"), "Customer c1", "Gehalt", null, null, ACCOUNT),
        new Entry("O2", AFTER, amount("-100.00"), "Acme", "to us", null, null, TestHub.IBAN));
    assertThat(refunds(credit())).isEmpty();
    assertThat(hub.stores.payments().credits("acme")).hasSize(1);
  }

  @Test
  void theTimelineOfBothSidesSaysIt() {
    UUID credit = credit();
    leaves(new Entry("O1", AFTER, amount("-100.00"), "Customer c1", "refund", null, null, ACCOUNT));
    assertThat(
            hub.jdbc()
                .sql("select subject_id from journal where event = 'REFUNDED' order by subject_id")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder(credit.toString(), out().toString());
  }

  private void leaves(Entry... entries) {
    hub.offer("after.xml", BankFile.day(TestHub.IBAN, AFTER, entries).bytes());
    hub.settle();
  }

  private static BigDecimal amount(String said) {
    return new BigDecimal(said);
  }

  private List<Stored> refunds(UUID payment) {
    return hub.stores.refunds().of("acme", payment);
  }

  private UUID credit() {
    return one("select payment_id from payment where record ->> 'remittance' like '%again'");
  }

  private UUID out() {
    return one("select payment_id from payment where direction = 'OUT'");
  }

  private UUID customer() {
    return one("select customer_id from customer");
  }

  private UUID one(String query) {
    return hub.jdbc().sql(query).query(UUID.class).single();
  }
}
