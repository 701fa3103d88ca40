package org.dunlin.store.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.store.view.Books.COMPANY;
import static org.dunlin.store.view.Books.TODAY;
import static org.dunlin.store.view.Books.euro;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.MatchRule;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.dunlin.store.view.PaymentList.Choice;
import org.dunlin.store.view.PaymentList.Filter;
import org.dunlin.store.view.PaymentList.Line;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaymentListTest {
  private final Books books = new Books(30);
  private final UUID customer = books.customer("Jansen", null);
  private final UUID invoice = books.invoice(customer, TODAY, euro("100.00"));

  @AfterEach
  void close() {
    books.close();
  }

  private List<Line> all(Filter filter, @Nullable UUID of, @Nullable String search) {
    List<Line> all = new ArrayList<>();
    Cursor after = null;
    do {
      Page<Line> page =
          books.views().payments().page(COMPANY, new Choice(filter, of, search), after, 2);
      all.addAll(page.items());
      after = page.next() == null ? null : Cursor.read(page.next().text());
    } while (after != null);
    assertThat(all).extracting(Line::id).doesNotHaveDuplicates();
    return all;
  }

  private UUID payment(Direction direction, PaymentKind kind, String amount) {
    return books.payment(direction, kind, euro(amount));
  }

  @Test
  void eachFilterShowsWhatItNames() {
    for (int i = 1; i <= 3; i++) {
      payment(Direction.IN, PaymentKind.TRANSFER, i + ".00");
    }
    UUID applied = payment(Direction.IN, PaymentKind.TRANSFER, "60.00");
    books.claim(applied, invoice, euro("60.00"));
    books.line(applied, invoice, euro("60.00"), Decision.AUTOMATIC, MatchRule.SCORE);
    payment(Direction.OUT, PaymentKind.RETURN, "9.00");
    assertThat(all(Filter.ALL, null, null)).hasSize(5);
    assertThat(all(Filter.INCOMING, null, null)).hasSize(4);
    assertThat(all(Filter.OUTGOING, null, null)).hasSize(1);
    assertThat(all(Filter.UNALLOCATED, null, null)).hasSize(4);
    assertThat(all(Filter.ALL, customer, null))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.id()).isEqualTo(applied);
              assertThat(line.unallocated()).isEqualTo(euro("0.00"));
              assertThat(line.applied()).hasSize(1);
            });
  }

  @Test
  void aPaymentIsFoundByTheWordsOfItsRemittanceAndItsPayer() {
    payment(Direction.IN, PaymentKind.TRANSFER, "1.00");
    assertThat(all(Filter.ALL, null, "remit")).hasSize(1);
    assertThat(all(Filter.ALL, null, "payer REMITTANCE")).hasSize(1);
    assertThat(all(Filter.ALL, null, "nothing")).isEmpty();
  }

  @Test
  void aPaymentTellsWhatMatchingSuggestsAndWhatHangsOnIt() {
    UUID payment = payment(Direction.IN, PaymentKind.TRANSFER, "100.00");
    books.line(payment, invoice, euro("100.00"), Decision.SUGGESTED, MatchRule.SCORE);
    assertThat(all(Filter.UNALLOCATED, null, null))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.suggested()).hasSize(1);
              assertThat(line.evidence()).isEqualTo("because; it fits");
            });
    PaymentDetail detail = books.views().details().payment(COMPANY, payment).orElseThrow();
    assertThat(detail.allocations())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.customer()).isEqualTo("Jansen");
              assertThat(line.decision()).isEqualTo(Decision.SUGGESTED);
            });
    assertThat(books.views().details().invoice(COMPANY, invoice).orElseThrow().allocations())
        .isEqualTo(detail.allocations());
    assertThat(books.views().details().payment("other", payment)).isEmpty();
    assertThat(books.views().details().invoice("other", invoice)).isEmpty();
  }
}
