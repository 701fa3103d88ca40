package org.dunlin.work.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.ledger.Payments.Place;
import org.dunlin.store.view.Credited;
import org.dunlin.store.view.PaymentDetail;
import org.dunlin.store.view.PaymentList.Choice;
import org.dunlin.store.view.PaymentList.Filter;
import org.dunlin.store.view.PaymentList.Line;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money that is a customer's without an invoice is that customer's credit, and stays it. */
class BelongsToTest {
  private static final LocalDate DUE = LocalDate.of(2026, 12, 19);
  private static final LocalDate DAY = TestHub.TODAY.minusDays(1);

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);
  private final JudgePayment judge = new JudgePayment(hub.stores);

  @BeforeEach
  void anInvoiceIsPaidTwice() {
    hub.offer("1.xml", InvoiceFile.of("INV-2026-1001", "c1", DUE, "100.00").bytes());
    hub.offer(
        "day.xml",
        BankFile.day(
                TestHub.IBAN,
                DAY,
                Entry.in("R1", DAY, "100.00", "Customer c1", "INV-2026-1001"),
                Entry.in("R2", DAY, "100.00", "Customer c1", "INV-2026-1001 again"))
            .bytes());
    hub.settle();
  }

  @AfterEach
  void everyCentIsInItsPlace() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    hub.close();
  }

  @Test
  void whatIsPaidTwiceIsShownAsTheCustomersCreditAndWaitsForAPerson() {
    Credited again = detail().paidAgain();
    assertThat(again).isEqualTo(new Credited(customer(), "Customer c1", "INV-2026-1001"));
    assertThat(hub.stores.views().reviewQueue().first("acme", 10)).containsExactly(left());
    assertThat(hub.stores.views().reviewQueue().waiting("acme")).isEqualTo(1);
  }

  @Test
  void whoeverItBelongsToHasACreditAndNothingWaitsAnyMore() {
    assertThat(judge.belongsTo("acme", left(), customer(), "anna")).isTrue();
    assertThat(judge.belongsTo("acme", left(), customer(), "ben")).isFalse();
    hub.settle();

    assertThat(detail().credit()).isEqualTo(new Credited(customer(), "Customer c1", null));
    assertThat(detail().paidAgain()).isNull();
    assertThat(detail().setAsideBy()).isEqualTo("anna");
    assertThat(credits()).extracting(Line::id).containsExactly(left());
    assertThat(hub.stores.views().reviewQueue().waiting("acme")).isZero();
  }

  @Test
  void noRuleAllocatesItWhateverInvoiceComes() {
    UUID left = left();
    judge.belongsTo("acme", left, customer(), "anna");
    hub.offer("2.xml", InvoiceFile.of("INV-2026-1002", "c1", DAY, "100.00").bytes());
    hub.settle();
    assertThat(hub.stores.payments().find("acme", left).orElseThrow().claimed().isZero()).isTrue();
    assertThat(hub.stores.allocations().suggested("acme")).isEmpty();
  }

  @Test
  void whatItCoversIsNotDunnedAndWhatIsLargerIs() {
    judge.belongsTo("acme", left(), customer(), "anna");
    LocalDate overdue = TestHub.TODAY.minusDays(6);
    hub.offer("2.xml", InvoiceFile.of("INV-2026-1002", "c1", overdue, "100.00").bytes());
    hub.offer("3.xml", InvoiceFile.of("INV-2026-1003", "c1", overdue, "100.01").bytes());
    hub.offer("4.xml", InvoiceFile.of("INV-2026-1004", "c2", overdue, "50.00").bytes());
    hub.decide();

    assertThat(heldAsPlausiblyPaid()).containsExactly("INV-2026-1002");
  }

  @Test
  void itCanBeTakenUpAgain() {
    UUID left = left();
    judge.belongsTo("acme", left, customer(), "anna");
    assertThat(judge.takeUp("acme", left, "ben")).isTrue();
    hub.settle();
    assertThat(detail().credit()).isNull();
    assertThat(detail().paidAgain()).isNotNull();
    assertThat(credits()).isEmpty();
    assertThat(hub.stores.payments().unallocated("acme", Place.START, 10)).hasSize(1);
  }

  @Test
  void whatIsNoCustomersCanBeFoundToBeOnes() {
    UUID left = left();
    judge.setAside("acme", left, "anna");
    assertThat(judge.belongsTo("acme", left, customer(), "ben")).isTrue();
    assertThat(judge.setAside("acme", left, "anna")).isFalse();
  }

  @Test
  void anotherCompanysCustomerIsNone() {
    assertThatThrownBy(() -> judge.belongsTo("acme", left(), UUID.randomUUID(), "anna"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<Line> credits() {
    return hub.stores
        .views()
        .payments()
        .page("acme", new Choice(Filter.CREDIT, customer(), null), null, 10)
        .items();
  }

  private PaymentDetail detail() {
    return hub.stores.views().details().payment("acme", left()).orElseThrow();
  }

  private UUID left() {
    return hub.jdbc()
        .sql("select payment_id from payment where claimed = 0")
        .query(UUID.class)
        .single();
  }

  private UUID customer() {
    return hub.jdbc()
        .sql("select customer_id from customer order by customer_id limit 1")
        .query(UUID.class)
        .single();
  }

  private List<String> heldAsPlausiblyPaid() {
    return hub.jdbc()
        .sql(
            """
            select distinct i.number from action a
              cross join jsonb_path_query(
                a.record, '$.holds[*] ? (@.reason == "PLAUSIBLE_PAYMENT").invoiceId') held
              join invoice i on i.invoice_id = cast(held #>> '{}' as uuid)
             where a.state = 'HELD'
             order by 1
            """)
        .query(String.class)
        .list();
  }
}
