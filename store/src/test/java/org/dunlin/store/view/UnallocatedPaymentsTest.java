package org.dunlin.store.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.store.view.Books.COMPANY;
import static org.dunlin.store.view.Books.TODAY;
import static org.dunlin.store.view.Books.euro;

import java.util.UUID;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.MatchRule;
import org.dunlin.core.model.PaymentKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnallocatedPaymentsTest {
  private final Books books = new Books(30);

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void aPaymentWhollyAllocatedIsNotAmongThem() {
    UUID invoice = books.invoice(books.customer("Jansen", null), TODAY, euro("100.00"));
    UUID payment = books.payment(Direction.IN, PaymentKind.TRANSFER, euro("60.00"));
    books.claim(payment, invoice, euro("60.00"));
    assertThat(books.views().unallocatedPayments().newest(COMPANY, 10)).isEmpty();
    assertThat(books.views().unallocatedPayments().totals(COMPANY)).isEmpty();
  }

  @Test
  void aSuggestionComesWithItsInvoicesAndItsEvidence() {
    UUID invoice = books.invoice(books.customer("Jansen", null), TODAY, euro("100.00"));
    UUID payment = books.payment(Direction.IN, PaymentKind.TRANSFER, euro("60.00"));
    books.line(payment, invoice, euro("60.00"), Decision.SUGGESTED, MatchRule.SCORE);
    assertThat(books.views().unallocatedPayments().newest(COMPANY, 10))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.unallocated()).isEqualTo(euro("60.00"));
              assertThat(line.suggested())
                  .containsExactly(
                      books
                          .stores()
                          .invoices()
                          .find(COMPANY, invoice)
                          .orElseThrow()
                          .invoice()
                          .number());
              assertThat(line.evidence()).isEqualTo("because; it fits");
            });
  }

  @Test
  void aReturnThatFitsNoPaymentIsListedAndNotAddedToWhatCameIn() {
    books.payment(Direction.OUT, PaymentKind.RETURN, euro("25.00"));
    assertThat(books.views().unallocatedPayments().newest(COMPANY, 10))
        .singleElement()
        .satisfies(line -> assertThat(line.wentBack()).isTrue());
    assertThat(books.views().unallocatedPayments().totals(COMPANY)).isEmpty();
  }
}
