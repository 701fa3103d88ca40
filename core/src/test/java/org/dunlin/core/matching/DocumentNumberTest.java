package org.dunlin.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.MatchRule;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class DocumentNumberTest {
  private final Books books =
      Books.ofTwoCustomers()
          .invoice("i-1", "2026-0042", "c-1", "1210.00")
          .invoice("i-2", "2026-0043", "c-1", "500.00")
          .invoice("i-3", "2026-0044", "c-2", "300.00");

  @Test
  void aNumberWithTheOpenAmountPaysTheInvoiceWhoeverPays() {
    books.payment(Paid.of("p-1", "1210.00").text("factuur 2026-0042").by("Notaris Kade"));

    Allocation line = books.match().getFirst();

    assertThat(books.lines()).containsExactly("AUTOMATIC p-1#1 i-1 1210.00");
    assertThat(line.rule()).isEqualTo(MatchRule.DOCUMENT_NUMBER);
    assertThat(line.confidence()).isEqualByComparingTo("0.998");
    assertThat(line.evidence())
        .containsExactly(
            "number 2026-0042 in the text",
            "amount equals open amount",
            "the payer is not known as this customer");
  }

  @Test
  void aPayerWhoIsTheCustomerMakesItSurerAndOneWhoIsAnotherCustomerLessSure() {
    books
        .payment(Paid.of("p-1", "1210.00").text("2026-0042").from(Books.JANSEN_IBAN))
        .payment(Paid.of("p-2", "300.00").text("2026-0044").from(Books.JANSEN_IBAN));
    assertThat(books.match())
        .extracting(Allocation::confidence)
        .containsExactly(Confidence.NUMBER_EQUAL_OF_PAYER, Confidence.NUMBER_EQUAL_OF_OTHER);
  }

  @Test
  void lessMoneyIsAPartPaymentOnlyOfTheCustomer() {
    books
        .payment(Paid.of("p-1", "100.00").text("2026-0042").from("nl91 abna 0417 1643 00"))
        .payment(Paid.of("p-2", "100.00").text("2026-0044").by("Notaris Kade"));
    assertThat(books.lines())
        .containsExactly("AUTOMATIC p-1#1 i-1 100.00", "SUGGESTED p-2#1 i-3 100.00");
  }

  @Test
  void moreMoneyPaysTheInvoiceOnlyWhenItIsTheCustomers() {
    books
        .payment(Paid.of("p-1", "1300.00").text("2026-0042").by("BAKKERIJ JANSEN"))
        .payment(Paid.of("p-2", "400.00").text("2026-0044"));
    assertThat(books.lines())
        .containsExactly("AUTOMATIC p-1#1 i-1 1210.00", "SUGGESTED p-2#1 i-3 300.00");
  }

  @Test
  void anAccountOfAnotherCustomerOutweighsTheName() {
    books.payment(Paid.of("p-1", "100.00").text("2026-0044").by("Visser").from(Books.JANSEN_IBAN));
    assertThat(books.lines())
        .containsExactly("SUGGESTED p-1#1 i-3 100.00", "SUGGESTED p-1#2 i-1 100.00");
  }

  @Test
  void severalInvoicesOfOneCustomerArePaidWhenTheirSumIsEqual() {
    books.payment(Paid.of("p-1", "1710.00").text("2026-0043 en 2026-0042"));
    assertThat(books.lines())
        .containsExactly("AUTOMATIC p-1#1 i-1 1210.00", "AUTOMATIC p-1#1 i-2 500.00");
  }

  @Test
  void severalInvoicesWhoseSumDiffersAreSuggestedEarliestDueFirst() {
    books.payment(Paid.of("p-1", "1600.00").text("2026-0043 2026-0042").from(Books.JANSEN_IBAN));
    assertThat(books.lines())
        .containsExactly("SUGGESTED p-1#1 i-1 1210.00", "SUGGESTED p-1#1 i-2 390.00");
  }

  @Test
  void invoicesOfSeveralCustomersAreOnlySuggestedEvenWhenTheirSumIsEqual() {
    books.payment(Paid.of("p-1", "1510.00").text("2026-0042 2026-0044"));
    assertThat(books.lines())
        .containsExactly("SUGGESTED p-1#1 i-1 1210.00", "SUGGESTED p-1#1 i-3 300.00");
  }

  @Test
  void aNumberQuotedTwiceCountsOnce() {
    books.payment(Paid.of("p-1", "1210.00").text("2026-0042 factuur 2026-0042"));
    assertThat(books.lines()).containsExactly("AUTOMATIC p-1#1 i-1 1210.00");
  }

  @Test
  void theSameNumberAtTwoCustomersIsDecidedByThePayer() {
    books
        .invoice("i-4", "2026/0042", "c-2", "1210.00")
        .payment(Paid.of("p-1", "1210.00").text("2026-0042").from(Books.JANSEN_IBAN));
    assertThat(books.lines()).containsExactly("AUTOMATIC p-1#1 i-1 1210.00");
  }

  @Test
  void theSameNumberAtTwoCustomersIsForAPersonWhenThePayerIsNeither() {
    books
        .invoice("i-4", "2026-0042", "c-2", "1210.00")
        .payment(Paid.of("p-1", "1210.00").text("2026-0042").by("Notaris Kade"));
    assertThat(books.lines())
        .containsExactly("SUGGESTED p-1#1 i-1 1210.00", "SUGGESTED p-1#2 i-4 1210.00");
  }

  @Test
  void aRefusedPairIsNotProposedAgain() {
    books.payment(Paid.of("p-1", "1210.00").text("2026-0042")).refuse("p-1", "i-1");
    assertThat(books.lines()).isEmpty();
  }

  @Test
  void aShortNumberOfDigitsNeedsThePayer() {
    books
        .invoice("i-4", "4711", "c-1", "80.00")
        .invoice("i-5", "4712", "c-1", "90.00")
        .payment(Paid.of("p-1", "80.00").text("Rechnung 4711"))
        .payment(Paid.of("p-2", "90.00").text("Rechnung 4712").from(Books.JANSEN_IBAN));
    assertThat(books.lines())
        .containsExactly("AUTOMATIC p-2#1 i-5 90.00", "SUGGESTED p-1#1 i-4 80.00");
  }

  @Test
  void aNumberThatLooksLikeADateNeedsThePayerAndTheAmount() {
    books
        .invoice("i-4", "20261120", "c-1", "80.00")
        .payment(Paid.of("p-1", "80.00").text("betaling 20261120"))
        .payment(Paid.of("p-2", "70.00").text("betaling 20261120").from(Books.JANSEN_IBAN))
        .payment(Paid.of("p-3", "80.00").text("betaling 20261120").from(Books.JANSEN_IBAN));
    assertThat(books.lines())
        .containsExactly("AUTOMATIC p-3#1 i-4 80.00", "SUGGESTED p-2#1 i-1 70.00");
    books.payments.removeLast();
    assertThat(books.lines())
        .containsExactly(
            "SUGGESTED p-1#1 i-4 80.00", "SUGGESTED p-2#1 i-4 70.00", "SUGGESTED p-2#2 i-1 70.00");
  }

  @Test
  void aYearInTheTextDoesNotDisturbANumberBesideIt() {
    books
        .invoice("i-4", "2026", "c-2", "80.00")
        .payment(Paid.of("p-1", "1210.00").text("factuur 2026-0042 november 2026"));
    assertThat(books.lines()).containsExactly("AUTOMATIC p-1#1 i-1 1210.00");
  }

  @Test
  void theLongerOfTwoNumbersThatOverlapIsMeant() {
    books
        .invoice("i-4", "INV-97", "c-1", "80.00")
        .invoice("i-5", "INV-979", "c-1", "80.00")
        .payment(Paid.of("p-1", "80.00").text("INV-97 9"));
    assertThat(books.lines()).containsExactly("AUTOMATIC p-1#1 i-5 80.00");
  }

  @Test
  void digitsThatMayBelongToTheNumberLeaveADifferentAmountToAPerson() {
    books
        .invoice("i-4", "INV-97", "c-1", "80.00")
        .invoice("i-5", "INV-1234", "c-1", "10.00")
        .payment(Paid.of("p-1", "60.00").text("INV-97 9").from(Books.JANSEN_IBAN));
    assertThat(books.lines())
        .containsExactly("SUGGESTED p-1#1 i-4 60.00", "SUGGESTED p-1#2 i-1 60.00");
  }

  @Test
  void anAmountInTheTextIsNoNumber() {
    books
        .invoice("i-4", "701489", "c-1", "7014.89")
        .invoice("i-5", "1210-00", "c-1", "1210.00")
        .payment(Paid.of("p-1", "7014.89").text("betaald 7014.89").from(Books.JANSEN_IBAN))
        .payment(Paid.of("p-2", "1210.00").text("betaald 1210.00").from(Books.JANSEN_IBAN));
    assertThat(books.match()).isNotEmpty().allMatch(line -> line.rule() == MatchRule.KNOWN_PAYER);
  }

  @Test
  void theNumberOfACreditNoteIsNotReadAsAnInvoicesNumber() {
    books
        .document(
            "n-1", "CR 2026-0042", "c-2", Money.parse("EUR 10.00"), InvoiceKind.CREDIT_NOTE, null)
        .payment(Paid.of("p-1", "1211.00").text("CR 2026-0042"));
    assertThat(books.lines()).isEmpty();
  }
}
