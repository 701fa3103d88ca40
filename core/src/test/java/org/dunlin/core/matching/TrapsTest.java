package org.dunlin.core.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.MatchRule;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Into what other programs fell; each must not happen here. */
class TrapsTest {
  private final Books books = Books.ofTwoCustomers();

  @Test
  void aNumberInsideALongerOneIsNotMet() {
    books
        .invoice("i-1", "INV-1", "c-1", "100.00")
        .invoice("i-2", "INV-12", "c-1", "250.00")
        .payment(Paid.of("p-1", "250.00").text("INV-12"));
    assertThat(books.lines()).containsExactly("AUTOMATIC p-1#1 i-2 250.00");
  }

  @Test
  void aNumberWithoutTheAmountIsNotAppliedForAStranger() {
    books
        .invoice("i-1", "2026-0042", "c-1", "1210.00")
        .payment(Paid.of("p-1", "77.00").text("2026-0042").by("Somebody"));
    assertThat(books.match()).isNotEmpty().allMatch(TrapsTest::suggested);
  }

  @Test
  void digitsThatTwoNumbersShareDoNotMakeOneOfThem() {
    books
        .invoice("i-1", "2026-004211", "c-1", "100.00")
        .payment(Paid.of("p-1", "100.00").text("ID 99202600421188").by("Somebody"));
    assertThat(books.match()).allMatch(TrapsTest::suggested);
  }

  @Test
  void anotherCurrencyIsNeverApplied() {
    books
        .invoice("i-1", "2026-0042", "c-1", "100.00")
        .payment(
            Paid.of("p-1", Money.parse("USD 100.00")).text("2026-0042").from(Books.JANSEN_IBAN));
    assertThat(books.match())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.decision()).isEqualTo(Decision.SUGGESTED);
              assertThat(line.amount()).isEqualTo(Money.parse("EUR 100.00"));
              assertThat(line.evidence())
                  .contains("USD 100.00 came and EUR 100.00 is open: the currencies differ");
            });
  }

  @Test
  void theToleranceOfOneCurrencyIsNotThatOfAnother() {
    books.tolerance("EUR 5.00");
    books
        .invoice("i-1", "2026-0042", "c-1", "100.00")
        .document("i-2", "2026-0043", "c-1", Money.parse("USD 100.00"), InvoiceKind.INVOICE, null)
        .payment(Paid.of("p-1", "97.00").text("2026-0042").from(Books.JANSEN_IBAN))
        .payment(
            Paid.of("p-2", Money.parse("USD 97.00")).text("2026-0043").from(Books.JANSEN_IBAN));
    Matcher matcher = new Matcher(books.facts().view());
    List<Allocation> lines = matcher.named(books.payments);
    assertThat(lines)
        .extracting(Allocation::invoiceId, Allocation::amount)
        .contains(tuple("i-1", Money.parse("EUR 97.00")), tuple("i-2", Money.parse("USD 97.00")));
    assertThat(matcher.adjustments())
        .as("what is left in dollars stays open: nobody tolerates it")
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.invoiceId()).isEqualTo("i-1");
              assertThat(each.amount()).isEqualTo(Money.parse("EUR 3.00"));
            });
  }

  @Test
  void whatIsPaidTooMuchIsNamedAndStaysThePayments() {
    books
        .invoice("i-1", "2026-0042", "c-1", "100.00")
        .payment(Paid.of("p-1", "130.00").text("2026-0042").from(Books.JANSEN_IBAN));
    assertThat(books.match())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.amount()).isEqualTo(Money.parse("EUR 100.00"));
              assertThat(line.evidence())
                  .contains("amount is more than open amount; the rest stays unallocated");
            });
  }

  @Test
  void aTieOfOnePayersEqualAmountsIsNoMatch() {
    books
        .invoice("i-1", "A-100", "c-1", "50.00")
        .invoice("i-2", "A-200", "c-1", "50.00")
        .payment(Paid.of("p-1", "50.00").from(Books.JANSEN_IBAN));
    assertThat(books.lines())
        .containsExactly("SUGGESTED p-1#1 i-1 50.00", "SUGGESTED p-1#2 i-2 50.00");
  }

  @Test
  void aKnownPayerWithOneInvoiceOfTheAmountNeedsNoNumber() {
    books
        .invoice("i-1", "A-100", "c-1", "50.00")
        .invoice("i-2", "A-200", "c-1", "80.00")
        .invoice("i-3", "A-300", "c-2", "50.00")
        .payment(Paid.of("p-1", "50.00").from(Books.JANSEN_IBAN));
    assertThat(books.lines()).containsExactly("AUTOMATIC p-1#1 i-1 50.00");
    assertThat(books.match().getFirst().rule()).isEqualTo(MatchRule.KNOWN_PAYER);
  }

  @Test
  void twoSumsThatFitAreNoMatch() {
    books
        .invoice("i-1", "A-100", "c-1", "10.00")
        .invoice("i-2", "A-200", "c-1", "40.00")
        .invoice("i-3", "A-300", "c-1", "20.00")
        .invoice("i-4", "A-400", "c-1", "30.00")
        .payment(Paid.of("p-1", "50.00").from(Books.JANSEN_IBAN));
    assertThat(books.match()).isNotEmpty().allMatch(TrapsTest::suggested);
  }

  @Test
  void anAccountThatNobodyTaughtIsOfNobody() {
    books
        .invoice("i-1", "A-100", "c-1", "50.00")
        .payment(Paid.of("p-1", "50.00").from(Books.OTHER_IBAN).by("Treuhand"));
    assertThat(books.match()).isNotEmpty().allMatch(TrapsTest::suggested);
  }

  @Test
  void anAccountIsLearnedFromWhatWasBookedAndOneThatPaysForManyIsOfNone() {
    books.invoice("i-1", "A-100", "c-1", "50.00").invoice("i-2", "A-200", "c-2", "70.00");
    assertThat(afterBooking("i-1")).containsExactly(Decision.AUTOMATIC);
    assertThat(afterBooking("i-1", "i-2")).isNotEmpty().doesNotContain(Decision.AUTOMATIC);
  }

  private List<Decision> afterBooking(String... invoices) {
    LedgerViewBuilder builder = LedgerView.of(books.facts().company());
    books.customers.forEach(builder::customer);
    books.documents.forEach(each -> builder.document(each.document(), each.open()));
    for (String invoice : invoices) {
      builder.booked(
          Paid.of("old", "1.00").from(Books.OTHER_IBAN).by("Treuhand").payment(), invoice);
    }
    Paid paid = Paid.of("p-1", "50.00").from(Books.OTHER_IBAN).by("Treuhand");
    return new Matcher(builder.build())
        .next(List.of(new UnallocatedPayment(paid.payment(), paid.payment().amount()))).stream()
            .map(Allocation::decision)
            .toList();
  }

  @Test
  void ofAPartPaymentOnlyWhatCameIsAllocated() {
    books
        .invoice("i-1", "2026-0042", "c-1", "1210.00")
        .payment(Paid.of("p-1", "600.00").text("2026-0042").from(Books.JANSEN_IBAN));
    assertThat(books.lines()).containsExactly("AUTOMATIC p-1#1 i-1 600.00");
  }

  @Test
  void whatAPersonUndidNoRuleDoesAgain() {
    books
        .invoice("i-1", "2026-0042", "c-1", "1210.00")
        .payment(Paid.of("p-1", "1210.00").text("2026-0042").from(Books.JANSEN_IBAN))
        .refuse("p-1", "i-1");
    assertThat(books.match()).isEmpty();
  }

  @Test
  void twoPaymentsDoNotTakeTheSameOpenAmount() {
    books
        .invoice("i-1", "2026-0042", "c-1", "100.00")
        .payment(Paid.of("p-2", "100.00").text("2026-0042").on(LocalDate.of(2026, 11, 21)))
        .payment(Paid.of("p-1", "100.00").text("2026-0042").on(LocalDate.of(2026, 11, 20)));
    assertThat(books.lines()).containsExactly("AUTOMATIC p-1#1 i-1 100.00");
  }

  @Test
  void whoNamesAnInvoiceComesBeforeWhoOnlyHasItsAmountWhicheverPaidFirst() {
    books
        .invoice("i-1", "2026-0042", "c-1", "100.00")
        .payment(Paid.of("p-1", "100.00").from(Books.JANSEN_IBAN).on(LocalDate.of(2026, 11, 20)))
        .payment(
            Paid.of("p-2", "100.00")
                .text("2026-0042")
                .from(Books.JANSEN_IBAN)
                .on(LocalDate.of(2026, 11, 27)));
    assertThat(books.lines()).containsExactly("AUTOMATIC p-2#1 i-1 100.00");
  }

  @Test
  void whoNamesAPartOfAnInvoiceComesBeforeWhoOnlyHasTheAmountOfTheWhole() {
    books
        .invoice("i-1", "2026-0042", "c-1", "100.00")
        .payment(Paid.of("p-1", "100.00").from(Books.JANSEN_IBAN))
        .payment(Paid.of("p-2", "40.00").text("2026-0042").from(Books.JANSEN_IBAN));
    assertThat(books.lines()).first().isEqualTo("AUTOMATIC p-2#1 i-1 40.00");
    assertThat(books.match())
        .filteredOn(line -> "p-1".equals(line.paymentId()))
        .allMatch(TrapsTest::suggested);
  }

  @Test
  void whatIsPaidTwiceIsNotLaidOnAnotherInvoiceOfTheSameAmount() {
    books
        .invoice("i-1", "2026-0042", "c-1", "100.00")
        .invoice("i-2", "2026-0043", "c-1", "100.00")
        .payment(Paid.of("p-1", "100.00").text("2026-0042").from(Books.JANSEN_IBAN))
        .payment(Paid.of("p-2", "100.00").text("2026-0042").from(Books.JANSEN_IBAN));
    assertThat(books.lines()).first().isEqualTo("AUTOMATIC p-1#1 i-1 100.00");
    assertThat(books.match())
        .filteredOn(line -> "p-2".equals(line.paymentId()))
        .isNotEmpty()
        .allMatch(TrapsTest::suggested);
  }

  @Test
  void aRangeIsReadOnlyWhereItAddsUp() {
    books
        .invoice("i-1", "2026-0041", "c-1", "10.00")
        .invoice("i-2", "2026-0042", "c-1", "20.00")
        .invoice("i-3", "2026-0043", "c-1", "40.00")
        .payment(Paid.of("p-1", "70.00").text("2026-0041 t/m 2026-0043").from(Books.JANSEN_IBAN));
    assertThat(books.lines())
        .containsExactly(
            "AUTOMATIC p-1#1 i-1 10.00", "AUTOMATIC p-1#1 i-2 20.00", "AUTOMATIC p-1#1 i-3 40.00");
  }

  @Test
  void oneTypingErrorCountsOnlyWherePayerAndAmountAgree() {
    books
        .invoice("i-1", "2026-00421", "c-1", "100.00")
        .payment(Paid.of("p-1", "100.00").text("2026-00431").by("Somebody"))
        .payment(Paid.of("p-2", "90.00").text("2026-00431").from(Books.JANSEN_IBAN))
        .payment(Paid.of("p-3", "100.00").text("2026-00431").from(Books.JANSEN_IBAN));
    assertThat(automatic(true)).containsExactly("p-3");
    assertThat(automatic(false)).as("it may name what is settled, and be paid twice").isEmpty();
  }

  @Test
  void aNumberMistypedByWhoPaysForManyIsOnlySuggested() {
    books
        .invoice("i-1", "2026-00421", "c-1", "100.00")
        .payment(Paid.of("p-1", "100.00").text("2026-00431").from(Books.OTHER_IBAN).by("Factor"));
    LedgerViewBuilder ofOne = booksWhere("i-1");
    assertThat(lines(ofOne)).extracting(Allocation::decision).containsExactly(Decision.AUTOMATIC);

    books.invoice("i-2", "2026-00999", "c-2", "70.00");
    List<Allocation> ofMany = lines(booksWhere("i-1", "i-2"));
    assertThat(ofMany).isNotEmpty().allMatch(TrapsTest::suggested);
    assertThat(ofMany.getFirst().evidence()).contains("the payer pays for several customers");
  }

  private LedgerViewBuilder booksWhere(String... paidByFactor) {
    LedgerViewBuilder builder = LedgerView.of(books.facts().company());
    books.customers.forEach(builder::customer);
    books.documents.forEach(each -> builder.document(each.document(), each.open()));
    for (String invoice : paidByFactor) {
      builder.booked(Paid.of("old", "1.00").from(Books.OTHER_IBAN).by("Factor").payment(), invoice);
    }
    builder.settledKnown();
    return builder;
  }

  private List<Allocation> lines(LedgerViewBuilder builder) {
    return new Matcher(builder.build()).next(books.facts().payments());
  }

  private List<String> automatic(boolean settledKnown) {
    LedgerViewBuilder builder = LedgerView.of(books.facts().company());
    books.customers.forEach(builder::customer);
    books.documents.forEach(each -> builder.document(each.document(), each.open()));
    if (settledKnown) {
      builder.settledKnown();
    }
    return new Matcher(builder.build())
        .next(books.facts().payments()).stream()
            .filter(line -> line.decision() == Decision.AUTOMATIC)
            .map(Allocation::paymentId)
            .toList();
  }

  @Test
  void aPayersOnlyInvoiceOfThatAmountIsNotTakenWhereThePaymentNamesAnother() {
    books
        .invoice("i-1", "2026-00421", "c-1", "100.00")
        .payment(Paid.of("p-1", "100.00").text("2025-999").from(Books.JANSEN_IBAN))
        .payment(Paid.of("p-2", "100.00").reference("RF18539007547034").from(Books.JANSEN_IBAN));
    assertThat(automatic(false)).isEmpty();
  }

  private static boolean suggested(Allocation line) {
    return line.decision() == Decision.SUGGESTED;
  }
}
