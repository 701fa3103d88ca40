package org.dunlin.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.junit.jupiter.api.Test;

/** Who pays an instalment pays an amount that is agreed, and not a part of one. */
class InstalmentTest {
  private static final String SAYS = "amount equals an instalment of the invoice";

  private final Books books = Books.ofTwoCustomers();

  @Test
  void anInstalmentOfAKnownPayerCountsAsAnExactAmount() {
    books
        .instalments("i-1", "A-100", "c-1", "100.00", "30.00", "30.00", "40.00")
        .payment(Paid.of("p-1", "30.00").from(Books.JANSEN_IBAN));
    assertThat(books.lines()).containsExactly("AUTOMATIC p-1#1 i-1 30.00");
    assertThat(books.match().getFirst().evidence()).contains(SAYS);
  }

  @Test
  void theEarliestArePaidFirst() {
    books
        .instalments("i-1", "A-100", "c-1", "70.00", "30.00", "30.00", "40.00")
        .payment(Paid.of("p-1", "40.00").from(Books.JANSEN_IBAN));
    assertThat(books.lines()).containsExactly("AUTOMATIC p-1#1 i-1 40.00");
  }

  @Test
  void whatIsPaidAlreadyIsNoInstalmentAnyMore() {
    books
        .instalments("i-1", "A-100", "c-1", "40.00", "30.00", "30.00", "40.00")
        .payment(Paid.of("p-1", "30.00").from(Books.JANSEN_IBAN));
    assertThat(books.match()).allMatch(InstalmentTest::suggested);
  }

  @Test
  void ofOneThatIsPaidInPartTheRestIsOne() {
    books
        .instalments("i-1", "A-100", "c-1", "90.00", "30.00", "30.00", "40.00")
        .payment(Paid.of("p-1", "20.00").from(Books.JANSEN_IBAN));
    assertThat(books.lines()).containsExactly("AUTOMATIC p-1#1 i-1 20.00");
  }

  @Test
  void besideAnInvoiceOfTheAmountItIsATie() {
    books
        .instalments("i-1", "A-100", "c-1", "60.00", "30.00", "30.00")
        .invoice("i-2", "A-200", "c-1", "30.00")
        .payment(Paid.of("p-1", "30.00").from(Books.JANSEN_IBAN));
    assertThat(books.match()).hasSizeGreaterThan(1).allMatch(InstalmentTest::suggested);
  }

  @Test
  void ofTwoInvoicesWithEqualInstalmentsNoneIsSure() {
    books
        .instalments("i-1", "A-100", "c-1", "60.00", "30.00", "30.00")
        .instalments("i-2", "A-200", "c-1", "90.00", "30.00", "60.00")
        .payment(Paid.of("p-1", "30.00").from(Books.JANSEN_IBAN));
    assertThat(books.match()).hasSizeGreaterThan(1).allMatch(InstalmentTest::suggested);
  }

  @Test
  void ofAStrangerItIsAPartPaymentLikeAnyOther() {
    books
        .instalments("i-1", "2026-0042", "c-1", "60.00", "30.00", "30.00")
        .payment(Paid.of("p-1", "30.00").by("Somebody").text("2026-0042"));
    List<Allocation> lines = books.match();
    assertThat(lines).isNotEmpty().allMatch(InstalmentTest::suggested);
    assertThat(lines).noneMatch(line -> line.evidence().contains(SAYS));
  }

  private static boolean suggested(Allocation line) {
    return line.decision() == Decision.SUGGESTED;
  }
}
