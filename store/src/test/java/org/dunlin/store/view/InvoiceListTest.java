package org.dunlin.store.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.store.view.Books.COMPANY;
import static org.dunlin.store.view.Books.TODAY;
import static org.dunlin.store.view.Books.euro;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Instalment;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.dunlin.store.view.InvoiceList.Choice;
import org.dunlin.store.view.InvoiceList.Filter;
import org.dunlin.store.view.InvoiceList.Line;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InvoiceListTest {
  private final Books books = new Books(30);
  private final UUID customer = books.customer("Jansen", null);

  @AfterEach
  void close() {
    books.close();
  }

  private List<Line> all(Filter filter, @Nullable UUID of, @Nullable String number) {
    List<Line> all = new ArrayList<>();
    Cursor after = null;
    do {
      Page<Line> page =
          books.views().invoices().page(COMPANY, new Choice(filter, of, number), TODAY, after, 2);
      all.addAll(page.items());
      after = page.next() == null ? null : Cursor.read(page.next().text());
    } while (after != null);
    assertThat(all).extracting(Line::id).doesNotHaveDuplicates();
    return all;
  }

  @Test
  void openInvoicesComeInTheOrderInWhichTheyAreDue() {
    for (int days : List.of(5, -40, 0, -3, 9)) {
      books.invoice(customer, TODAY.plusDays(days), euro("10.00"));
    }
    books.creditNote(customer, euro("10.00"));
    assertThat(all(Filter.OPEN, null, null))
        .extracting(Line::due)
        .containsExactly(
            TODAY.minusDays(40), TODAY.minusDays(3), TODAY, TODAY.plusDays(5), TODAY.plusDays(9));
    assertThat(all(Filter.OVERDUE, null, null)).hasSize(2);
  }

  @Test
  void anInvoiceWithInstalmentsIsThereOnceWithTheFirstOnWhichSomethingIsOpen() {
    UUID invoice =
        books.invoice(
            customer,
            TODAY.plusDays(30),
            euro("200.00"),
            new Instalment(TODAY.minusDays(9), euro("100.00")),
            new Instalment(TODAY.minusDays(4), euro("100.00")));
    books.claim(
        books.payment(Direction.IN, PaymentKind.TRANSFER, euro("100.00")), invoice, euro("100.00"));
    assertThat(all(Filter.OVERDUE, null, null))
        .singleElement()
        .extracting(Line::due, Line::open)
        .containsExactly(TODAY.minusDays(4), euro("100.00"));
    assertThat(books.views().details().invoice(COMPANY, invoice).orElseThrow().instalments())
        .containsExactly(new InvoiceDetail.OpenInstalment(TODAY.minusDays(4), euro("100.00")));
  }

  @Test
  void whatTheHubAllocatedWhollyIsPaid() {
    UUID paid = books.invoice(customer, TODAY, euro("10.00"));
    books.invoice(customer, TODAY, euro("20.00"));
    books.creditNote(customer, euro("5.00"));
    books.claim(
        books.payment(Direction.IN, PaymentKind.TRANSFER, euro("10.00")), paid, euro("10.00"));
    assertThat(all(Filter.PAID, null, null)).extracting(Line::id).containsExactly(paid);
    assertThat(all(Filter.OPEN, null, null)).extracting(Line::open).containsExactly(euro("20.00"));
    assertThat(all(Filter.CREDIT_NOTES, null, null))
        .extracting(Line::kind)
        .containsExactly(InvoiceKind.CREDIT_NOTE);
    assertThat(all(Filter.ALL, null, null)).hasSize(3);
  }

  @Test
  void ofOneCustomerAndByTheBeginningOfANumber() {
    UUID other = books.customer("Pieters", null);
    UUID theirs = books.invoice(other, TODAY, euro("10.00"));
    for (int i = 0; i < 5; i++) {
      books.invoice(customer, TODAY, euro("10.00"));
    }
    for (Filter filter : List.of(Filter.OPEN, Filter.ALL)) {
      assertThat(all(filter, other, null)).extracting(Line::id).containsExactly(theirs);
      assertThat(all(filter, customer, "n-")).hasSize(5);
      String number = all(filter, other, null).getFirst().number();
      assertThat(all(filter, null, number.toLowerCase(java.util.Locale.ROOT)))
          .extracting(Line::id)
          .containsExactly(theirs);
    }
    assertThat(all(Filter.ALL, null, "n-")).hasSize(6);
    assertThat(all(Filter.ALL, null, "%")).isEmpty();
    assertThat(all(Filter.ALL, null, "N_")).isEmpty();
    assertThat(all(Filter.ALL, null, "\\")).isEmpty();
  }
}
