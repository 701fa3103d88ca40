package org.dunlin.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dunlin.store.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** No cent of an invoice or a payment is claimed twice, whoever asks and however many at once. */
class LastCentTest {
  private static final BigDecimal CENT = new BigDecimal("0.01");

  private final Rows rows = new Rows();

  @AfterEach
  void close() {
    rows.close();
  }

  @Test
  void anInvoiceGivesWhatIsOpenAndNotACentMore() {
    UUID invoice = rows.invoice("acme", "1", "10.00");

    assertThat(rows.stores.invoices().claim("acme", invoice, new BigDecimal("9.99"))).isTrue();
    assertThat(rows.stores.invoices().claim("acme", invoice, new BigDecimal("0.02"))).isFalse();
    assertThat(rows.stores.invoices().claim("acme", invoice, CENT)).isTrue();
    assertThat(rows.stores.invoices().claim("acme", invoice, CENT)).isFalse();
    assertThat(rows.stores.invoices().find("acme", invoice).orElseThrow().open())
        .isEqualTo(Rows.euros("0.00"));
  }

  @Test
  void aPaymentGivesWhatItIsAndNotACentMore() {
    UUID payment = rows.payment("acme", "p", "10.00");

    assertThat(rows.stores.payments().claim("acme", payment, new BigDecimal("10.01"))).isFalse();
    assertThat(rows.stores.payments().claim("acme", payment, new BigDecimal("10.00"))).isTrue();
    assertThat(rows.stores.payments().claim("acme", payment, CENT)).isFalse();
  }

  @Test
  void whatWentBackCannotBeClaimed() {
    UUID payment = rows.payment("acme", "p", "10.00");
    rows.stores.payments().addReturned("acme", payment, new BigDecimal("6.00"));

    assertThat(rows.stores.payments().claim("acme", payment, new BigDecimal("4.01"))).isFalse();
    assertThat(rows.stores.payments().claim("acme", payment, new BigDecimal("4.00"))).isTrue();
  }

  @Test
  void whatIsGivenBackCanBeClaimedAgain() {
    UUID invoice = rows.invoice("acme", "1", "10.00");
    rows.stores.invoices().claim("acme", invoice, BigDecimal.TEN);
    rows.stores.invoices().unclaim("acme", invoice, CENT);

    assertThat(rows.stores.invoices().claim("acme", invoice, CENT)).isTrue();
  }

  @Test
  void anInvoiceThatIsNotOpenGivesNothing() {
    UUID invoice = rows.invoice("acme", "1", "10.00");
    rows.jdbc().sql("update invoice set status = 'VOID'").update();

    assertThat(rows.stores.invoices().claim("acme", invoice, CENT)).isFalse();
  }

  @Test
  void ofManyWhoAskForTheLastCentOfAnInvoiceAtOnceOneGetsIt() throws Exception {
    for (int round = 0; round < 20; round++) {
      UUID invoice = rows.invoice("acme", "n" + round, "0.01");
      assertThat(granted(() -> rows.stores.invoices().claim("acme", invoice, CENT))).isEqualTo(1);
    }
  }

  @Test
  void ofManyWhoAskForTheLastCentOfAPaymentAtOnceOneGetsIt() throws Exception {
    for (int round = 0; round < 20; round++) {
      UUID payment = rows.payment("acme", "p" + round, "0.01");
      assertThat(granted(() -> rows.stores.payments().claim("acme", payment, CENT))).isEqualTo(1);
    }
  }

  @Test
  void theDatabaseItselfRefusesToClaimTooMuchOrToGiveBackWhatWasNotClaimed() {
    UUID invoice = rows.invoice("acme", "1", "10.00");
    UUID payment = rows.payment("acme", "p", "10.00");

    assertRefused("update invoice set claimed = 10.01");
    assertRefused("update payment set claimed = 10.01");
    assertRefused("update payment set claimed = 5, returned = 5.01");
    assertRefused("update payment set returned = -0.01");
    assertThatThrownBy(() -> rows.stores.invoices().unclaim("acme", invoice, CENT))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(() -> rows.stores.payments().unclaim("acme", payment, CENT))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertRefused("update invoice set outstanding = -1");
    assertRefused(
        "insert into allocation select company_id, gen_random_uuid(), payment_id, '"
            + invoice
            + "', 0, 'EUR', 'MANUAL', null, null, null, null, '{}', now(), 'x', now() from"
            + " payment");
  }

  private void assertRefused(String statement) {
    assertThatThrownBy(() -> rows.jdbc().sql(statement).update())
        .as(statement)
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  /** How many of four that ask at the same moment get it, each in a transaction of its own. */
  private long granted(Callable<Boolean> ask) throws Exception {
    CountDownLatch ready = new CountDownLatch(4);
    try (ExecutorService askers = Executors.newFixedThreadPool(4)) {
      List<Future<Boolean>> answers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        answers.add(
            askers.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return ask.call();
                }));
      }
      long granted = 0;
      for (Future<Boolean> answer : answers) {
        granted += answer.get() ? 1 : 0;
      }
      return granted;
    }
  }
}
