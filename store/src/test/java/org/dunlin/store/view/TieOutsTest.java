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

class TieOutsTest {
  private final Books books = new Books(30);
  private final UUID customer = books.customer("Jansen", null);

  @AfterEach
  void close() {
    books.close();
  }

  private TieOut tieOut() {
    return books.views().tieOuts().of(COMPANY).getFirst();
  }

  private UUID paid(String amount) {
    return books.payment(Direction.IN, PaymentKind.TRANSFER, euro(amount));
  }

  @Test
  void everyCentIsAllocatedOrLeft() {
    UUID invoice = books.invoice(customer, TODAY, euro("100.00"));
    UUID payment = paid("60.00");
    books.claim(payment, invoice, euro("45.00"));
    books.line(payment, invoice, euro("45.00"), Decision.AUTOMATIC, MatchRule.DOCUMENT_NUMBER);
    assertThat(tieOut())
        .isEqualTo(
            new TieOut(
                euro("60.00"),
                euro("45.00"),
                euro("0.00"),
                euro("15.00"),
                euro("100.00"),
                euro("55.00"),
                euro("45.00")));
    assertThat(tieOut().ties()).isTrue();
  }

  @Test
  void suggestionsAndConflictsTakeNothing() {
    UUID invoice = books.invoice(customer, TODAY, euro("100.00"));
    UUID payment = paid("60.00");
    books.line(payment, invoice, euro("60.00"), Decision.SUGGESTED, MatchRule.SCORE);
    books.line(payment, invoice, euro("60.00"), Decision.CONFLICT, MatchRule.DOCUMENT_NUMBER);
    assertThat(tieOut().unallocated()).isEqualTo(euro("60.00"));
    assertThat(tieOut().ties()).isTrue();
  }

  @Test
  void moneyThatWentBackOpensTheInvoiceAgain() {
    UUID invoice = books.invoice(customer, TODAY, euro("100.00"));
    UUID payment = paid("60.00");
    books.claim(payment, invoice, euro("60.00"));
    books.line(payment, invoice, euro("60.00"), Decision.AUTOMATIC, MatchRule.DOCUMENT_NUMBER);
    UUID back = books.payment(Direction.OUT, PaymentKind.RETURN, euro("60.00"));
    books.stores().payments().claim(COMPANY, back, euro("60.00").getAmount());
    books.stores().invoices().unclaim(COMPANY, invoice, euro("60.00").getAmount());
    books.line(back, invoice, euro("60.00"), Decision.AUTOMATIC, MatchRule.RETURN);
    assertThat(tieOut().open()).isEqualTo(euro("100.00"));
    assertThat(tieOut().claimed()).isEqualTo(euro("0.00"));
    assertThat(tieOut().ties()).isTrue();
  }

  @Test
  void moneyThatWentBackBeforeItWasAllocatedIsToldApart() {
    UUID payment = paid("60.00");
    books.stores().payments().addReturned(COMPANY, payment, euro("60.00").getAmount());
    assertThat(tieOut().returned()).isEqualTo(euro("60.00"));
    assertThat(tieOut().unallocated()).isEqualTo(euro("0.00"));
    assertThat(tieOut().ties()).isTrue();
  }

  @Test
  void aClaimWithoutItsAllocationIsADifferenceOnBothSides() {
    UUID invoice = books.invoice(customer, TODAY, euro("100.00"));
    books.claim(paid("60.00"), invoice, euro("45.00"));
    assertThat(tieOut().ties()).isFalse();
    assertThat(tieOut().paymentDifference()).isEqualTo(euro("45.00"));
    assertThat(tieOut().invoiceDifference()).isEqualTo(euro("45.00"));
  }

  @Test
  void anAllocationWithoutItsClaimIsADifferenceOnBothSides() {
    UUID invoice = books.invoice(customer, TODAY, euro("100.00"));
    books.line(paid("60.00"), invoice, euro("45.00"), Decision.CONFIRMED, MatchRule.SCORE);
    assertThat(tieOut().paymentDifference()).isEqualTo(euro("-45.00"));
    assertThat(tieOut().invoiceDifference()).isEqualTo(euro("-45.00"));
  }
}
