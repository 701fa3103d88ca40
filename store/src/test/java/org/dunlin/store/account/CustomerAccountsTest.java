package org.dunlin.store.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.dunlin.core.account.AccountAgeing;
import org.dunlin.core.account.CurrencyAccount;
import org.dunlin.core.account.Movement;
import org.dunlin.core.account.MovementKind;
import org.dunlin.core.account.OpenItem;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.MatchRule;
import org.dunlin.store.Rows;
import org.dunlin.store.ledger.Origin;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerAccountsTest {
  private static final LocalDate BEFORE_ALL = LocalDate.parse("2020-01-01");

  private final Rows rows = new Rows();
  private final UUID customer = rows.stores.customers().apply(origin(), Rows.customer("c")).id();
  private int documents;

  private static Origin origin() {
    return Rows.origin("acme", 1);
  }

  @AfterEach
  void close() {
    rows.close();
  }

  /** Of 1000 euros, all of them open. */
  private UUID invoice(LocalDate issued) {
    UUID id =
        rows.stores
            .invoices()
            .add(origin(), Rows.said("N-" + ++documents, "1000.00"), customer)
            .orElseThrow();
    set(id, "issue_date = '" + issued + "', due_date = '" + issued.plusDays(30) + "'");
    return id;
  }

  private UUID creditNote(LocalDate issued) {
    UUID id = invoice(issued);
    set(id, "kind = 'CREDIT_NOTE', due_date = null");
    return id;
  }

  private void set(UUID invoice, String to) {
    rows.jdbc()
        .sql("update invoice set " + to + " where company_id = 'acme' and invoice_id = :id")
        .param("id", invoice)
        .update();
  }

  private UUID money(LocalDate booked, String amount) {
    UUID id = rows.payment("acme", "entry " + ++documents, amount);
    rows.jdbc()
        .sql("update payment set booking_date = :on where company_id = 'acme' and payment_id = :id")
        .param("on", booked)
        .param("id", id)
        .update();
    return id;
  }

  private UUID pay(UUID payment, UUID invoice, String amount) {
    BigDecimal claimed = new BigDecimal(amount);
    assertThat(rows.stores.payments().claim("acme", payment, claimed)).isTrue();
    assertThat(rows.stores.invoices().claim("acme", invoice, claimed)).isTrue();
    return add(payment.toString(), null, invoice, amount);
  }

  private UUID add(@Nullable String payment, @Nullable String note, UUID invoice, String amount) {
    return rows.stores
        .allocations()
        .add(
            "acme",
            new Allocation(
                payment,
                note,
                invoice.toString(),
                Rows.euros(amount),
                "m",
                1,
                Decision.AUTOMATIC,
                MatchRule.DOCUMENT_NUMBER,
                BigDecimal.ONE,
                List.of()),
            "match",
            Rows.DAY);
  }

  private CurrencyAccount account(LocalDate from, LocalDate to) {
    List<CurrencyAccount> accounts =
        rows.stores.figures().accounts().of("acme", List.of(customer), from, to);
    return accounts.isEmpty()
        ? new CurrencyAccount(Rows.euros("0.00"), List.of(), List.of())
        : accounts.getFirst();
  }

  private static Money open(CurrencyAccount account) {
    return Money.total(
        account.opening().getCurrencyUnit(), account.open().stream().map(OpenItem::open).toList());
  }

  @Test
  void aPaymentIsOneMovementHoweverManyInvoicesItSettlesAndWhatIsLeftOfItIsCredit() {
    UUID one = invoice(LocalDate.parse("2026-09-01"));
    UUID other = invoice(LocalDate.parse("2026-09-02"));
    UUID payment = money(LocalDate.parse("2026-10-05"), "1500.00");
    pay(payment, one, "1000.00");
    pay(payment, other, "400.00");

    CurrencyAccount account = account(LocalDate.parse("2026-10-01"), Rows.DAY);

    assertThat(account.opening()).isEqualTo(Rows.euros("2000.00"));
    assertThat(account.movements())
        .singleElement()
        .satisfies(
            movement -> {
              assertThat(movement.kind()).isEqualTo(MovementKind.PAYMENT);
              assertThat(movement.on()).isEqualTo("2026-10-05");
              assertThat(movement.amount()).isEqualTo(Rows.euros("-1500.00"));
              assertThat(movement.numbers()).containsExactly("N-1", "N-2");
            });
    assertThat(account.closing()).isEqualTo(Rows.euros("500.00"));
    assertThat(account.open())
        .extracting(OpenItem::kind, OpenItem::number, OpenItem::open)
        .containsExactly(
            tuple(MovementKind.INVOICE, "N-2", Rows.euros("600.00")),
            tuple(MovementKind.PAYMENT, "", Rows.euros("-100.00")));
  }

  @Test
  void aReturnedPaymentStandsThereAndSoDoesItsReturn() {
    UUID invoice = invoice(LocalDate.parse("2026-09-01"));
    UUID payment = money(LocalDate.parse("2026-10-05"), "1000.00");
    UUID line = pay(payment, invoice, "1000.00");
    UUID back = money(LocalDate.parse("2026-10-09"), "1000.00");
    rows.jdbc()
        .sql("update payment set direction = 'OUT' where company_id = 'acme' and payment_id = :id")
        .param("id", back)
        .update();
    UUID reversal = add(back.toString(), null, invoice, "1000.00");
    rows.jdbc()
        .sql("update allocation set rule = 'RETURN' where allocation_id = :id")
        .param("id", reversal)
        .update();
    rows.stores.allocations().undone("acme", line, reversal);
    rows.stores.invoices().unclaim("acme", invoice, new BigDecimal("1000.00"));

    CurrencyAccount account = account(LocalDate.parse("2026-10-01"), Rows.DAY);

    assertThat(account.movements())
        .extracting(Movement::kind, Movement::amount)
        .containsExactly(
            tuple(MovementKind.PAYMENT, Rows.euros("-1000.00")),
            tuple(MovementKind.RETURN, Rows.euros("1000.00")));
    assertThat(account.closing()).isEqualTo(Rows.euros("1000.00"));
  }

  @Test
  void aCreditNoteThatIsAppliedMovesNothingTwice() {
    UUID invoice = invoice(LocalDate.parse("2026-09-01"));
    UUID note = creditNote(LocalDate.parse("2026-10-05"));
    rows.stores.invoices().claim("acme", invoice, new BigDecimal("1000.00"));
    rows.stores.invoices().claim("acme", note, new BigDecimal("1000.00"));
    add(null, note.toString(), invoice, "1000.00");

    CurrencyAccount account = account(BEFORE_ALL, Rows.DAY);

    assertThat(account.movements())
        .extracting(Movement::kind)
        .containsExactly(MovementKind.INVOICE, MovementKind.CREDIT_NOTE);
    assertThat(account.closing()).isEqualTo(Rows.euros("0.00"));
    assertThat(account.open()).isEmpty();
  }

  @Test
  void whatTheBooksSayWasSettledWithoutSayingHowIsSaidToBeThat() {
    UUID invoice = invoice(LocalDate.parse("2026-09-01"));
    set(invoice, "outstanding = 250");

    CurrencyAccount account = account(BEFORE_ALL, Rows.DAY);

    assertThat(account.movements())
        .extracting(Movement::kind, Movement::amount)
        .contains(tuple(MovementKind.BOOKS, Rows.euros("-750.00")));
    assertThat(account.closing()).isEqualTo(Rows.euros("250.00"));
  }

  @Test
  void anAdjustmentSaysWhyAndSettles() {
    UUID invoice = invoice(LocalDate.parse("2026-09-01"));
    UUID payment = money(LocalDate.parse("2026-10-05"), "980.00");
    UUID line = pay(payment, invoice, "980.00");
    rows.stores
        .adjustments()
        .add(
            "acme",
            line,
            new Adjustment(
                payment.toString(),
                invoice.toString(),
                Rows.euros("20.00"),
                AdjustmentReason.DISCOUNT,
                "m"),
            "match",
            LocalDate.parse("2026-10-06"));
    rows.stores.invoices().claim("acme", invoice, new BigDecimal("20.00"));

    CurrencyAccount account = account(LocalDate.parse("2026-10-06"), Rows.DAY);

    assertThat(account.opening()).isEqualTo(Rows.euros("20.00"));
    assertThat(account.movements())
        .singleElement()
        .matches(movement -> movement.reason() == AdjustmentReason.DISCOUNT);
    assertThat(account.closing()).isEqualTo(Rows.euros("0.00"));
  }

  @Test
  void whatIsSomebodyElsesIsNotThere() {
    rows.invoice("acme", "of another", "1000.00");
    rows.company("beta");
    rows.invoice("beta", "of another company", "1000.00");

    assertThat(rows.stores.figures().accounts().of("acme", List.of(customer), BEFORE_ALL, Rows.DAY))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void everyPeriodClosesWithItsOpeningAndItsMovementsAndWithWhatIsOpen(long seed) {
    Random random = new Random(seed);
    List<UUID> invoices = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      LocalDate issued = Rows.DAY.minusDays(random.nextInt(200));
      UUID document = random.nextInt(5) == 0 ? creditNote(issued) : invoice(issued);
      invoices.add(document);
      if (random.nextInt(4) == 0) {
        set(document, "outstanding = " + random.nextInt(1000));
      }
    }
    for (int i = 0; i < 12; i++) {
      UUID payment = money(Rows.DAY.minusDays(random.nextInt(150)), "700.00");
      for (int part = 0; part < 2; part++) {
        UUID document = invoices.get(random.nextInt(invoices.size()));
        String amount = (1 + random.nextInt(350)) + ".00";
        BigDecimal claimed = new BigDecimal(amount);
        if (isInvoice(document) && rows.stores.invoices().claim("acme", document, claimed)) {
          rows.stores.payments().claim("acme", payment, claimed);
          add(payment.toString(), null, document, amount);
        }
      }
    }

    Money expected = keptNow();
    assertThat(account(BEFORE_ALL, Rows.DAY).closing()).isEqualTo(expected);
    for (int cut = 0; cut < 200; cut += 17) {
      LocalDate day = Rows.DAY.minusDays(cut);
      CurrencyAccount until = account(BEFORE_ALL, day);
      CurrencyAccount after = account(day.plusDays(1), Rows.DAY.plusDays(1));
      assertThat(after.opening()).isEqualTo(until.closing());
      assertThat(after.closing()).isEqualTo(expected);
      assertThat(open(until)).isEqualTo(until.closing());
      assertThat(AccountAgeing.of(until, day).total()).isEqualTo(until.closing());
    }
  }

  private boolean isInvoice(UUID document) {
    return rows.jdbc()
        .sql("select kind = 'INVOICE' from invoice where invoice_id = :id")
        .param("id", document)
        .query(Boolean.class)
        .single();
  }

  /** What the kept figures say is open, less what is left of money that was applied to it. */
  private Money keptNow() {
    BigDecimal open =
        rows.jdbc()
            .sql(
                """
                select coalesce((select sum(open - credit) from customer_figure
                                  where company_id = 'acme' and customer_id = :customer), 0)
                     - coalesce((select sum(amount - claimed - returned) from payment p
                                  where company_id = 'acme'
                                    and exists (select from allocation a where a.payment_id = p.payment_id)), 0)
                """)
            .param("customer", customer)
            .query(BigDecimal.class)
            .single();
    return Money.of(CurrencyUnit.EUR, open);
  }
}
