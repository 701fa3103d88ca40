package org.dunlin.store.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dunlin.store.view.Books.COMPANY;
import static org.dunlin.store.view.Books.TODAY;
import static org.dunlin.store.view.Books.euro;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.dunlin.store.page.WrongCursor;
import org.dunlin.store.view.CustomerList.Choice;
import org.dunlin.store.view.CustomerList.Line;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomerListTest {
  private static final Choice OWING = new Choice(CurrencyUnit.EUR, null);
  private static final Choice BY_NAME = new Choice(null, null);

  private final Books books = new Books(30);

  @AfterEach
  void close() {
    books.close();
  }

  private List<Line> all(Choice choice, int most) {
    List<Line> all = new ArrayList<>();
    Cursor after = null;
    do {
      Page<Line> page = books.views().customers().page(COMPANY, choice, TODAY, after, most);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(most);
      all.addAll(page.items());
      after = carried(page.next());
    } while (after != null);
    return all;
  }

  /** As a reader brings it back. */
  private static @Nullable Cursor carried(@Nullable Cursor cursor) {
    return cursor == null ? null : Cursor.read(cursor.text());
  }

  @Test
  void whoOwesMostComesFirstAndNobodyTwiceOrNever() {
    for (int i = 1; i <= 7; i++) {
      // of several who owe the same none is lost between two pages
      books.invoice(
          books.customer("Customer " + i, null), TODAY, euro(i < 4 ? "10.00" : i + "0.00"));
    }
    books.customer("Owes nothing", null);
    assertThat(all(OWING, 2))
        .extracting(line -> line.owed().getFirst().open())
        .containsExactly(
            euro("70.00"),
            euro("60.00"),
            euro("50.00"),
            euro("40.00"),
            euro("10.00"),
            euro("10.00"),
            euro("10.00"));
    assertThat(all(OWING, 2)).extracting(Line::id).doesNotHaveDuplicates();
  }

  @Test
  void byNameEverybodyIsThereWhateverTheCaseOfLetters() {
    for (String name : List.of("de Vries", "Bakker", "Álvarez", "bakker", "Zon\nMaan", "Bakker")) {
      books.customer(name, null);
    }
    assertThat(all(BY_NAME, 2)).hasSize(6).extracting(Line::id).doesNotHaveDuplicates();
    assertThat(all(BY_NAME, 2)).extracting(Line::name).startsWith("Bakker");
    assertThat(all(BY_NAME, 6)).isEqualTo(all(BY_NAME, 1));
  }

  @Test
  void theBeginningOfAnyWordFindsACustomer() {
    books.customer("Bakkerij Jansen & Zonen B.V.", null);
    books.customer("Garage Jansma", null);
    assertThat(all(new Choice(null, "jans"), 5)).hasSize(2);
    assertThat(all(new Choice(null, "JANSEN bak"), 5))
        .extracting(Line::name)
        .containsExactly("Bakkerij Jansen & Zonen B.V.");
    assertThat(all(new Choice(null, "akkerij"), 5)).isEmpty();
    assertThat(all(new Choice(null, "!!! ' :* & |"), 5)).isEmpty();
  }

  @Test
  void whatIsOwedIsToldByCurrencyWithWhatIsOverdue() {
    UUID customer = books.customer("Jansen", null);
    books.invoice(customer, TODAY.minusDays(3), euro("10.00"));
    books.invoice(customer, TODAY.plusDays(3), euro("5.00"));
    books.creditNote(customer, euro("2.00"));
    Money pounds = Money.of(CurrencyUnit.GBP, new BigDecimal("7.00"));
    books.invoice(customer, TODAY, pounds);
    assertThat(all(OWING, 5).getFirst().owed())
        .containsExactly(
            new Owed(euro("15.00"), euro("10.00"), euro("2.00"), 2, TODAY.minusDays(3)),
            new Owed(pounds, Money.zero(CurrencyUnit.GBP), Money.zero(CurrencyUnit.GBP), 1, TODAY));
    assertThat(books.views().details().customer(COMPANY, customer, TODAY).orElseThrow().standing())
        .isEqualTo(books.views().receivables().standing(COMPANY, TODAY));
  }

  @Test
  void aPlaceThatNoListGaveIsRefused() {
    for (String values : List.of("1E+999999999\nx", "1\n2", "x", "\n")) {
      Cursor forged = new Cursor(List.of(values.split("\n", -1)));
      assertThatThrownBy(() -> books.views().customers().page(COMPANY, OWING, TODAY, forged, 5))
          .isInstanceOf(WrongCursor.class);
    }
  }
}
