package org.dunlin.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.MatchRule;
import org.dunlin.core.model.PaymentKind;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StructuredReferenceTest {
  private static final String REFERENCE = "RF18539007547034";
  private final Books books =
      Books.ofTwoCustomers().invoice("i-1", "2026-0042", "c-1", "1210.00", REFERENCE);

  @Test
  void aCreditorReferenceWithTheOpenAmountPaysTheInvoice() {
    books.payment(Paid.of("p-1", "1210.00").reference(REFERENCE));

    Allocation line = books.match().getFirst();

    assertThat(books.match()).hasSize(1);
    assertThat(line.paymentId()).isEqualTo("p-1");
    assertThat(line.invoiceId()).isEqualTo("i-1");
    assertThat(line.amount()).isEqualTo(Money.parse("EUR 1210.00"));
    assertThat(line.match()).isEqualTo("p-1#1");
    assertThat(line.rank()).isEqualTo(1);
    assertThat(line.decision()).isEqualTo(Decision.AUTOMATIC);
    assertThat(line.rule()).isEqualTo(MatchRule.STRUCTURED_REFERENCE);
    assertThat(line.confidence()).isEqualByComparingTo("0.9998");
    assertThat(line.evidence())
        .containsExactly(
            "creditor reference RF18539007547034 is invoice 2026-0042's",
            "amount equals open amount");
  }

  @Test
  void groupingAndCaseOfAReferenceDoNotMatter() {
    books.payment(Paid.of("p-1", "1210.00").reference("rf18 5390 0754 7034"));
    assertThat(books.lines()).containsExactly("AUTOMATIC p-1#1 i-1 1210.00");
  }

  @Test
  void lessMoneyIsAPartPaymentOfWhatCame() {
    books.payment(Paid.of("p-1", "200.00").reference(REFERENCE));
    assertThat(books.lines()).containsExactly("AUTOMATIC p-1#1 i-1 200.00");
  }

  @Test
  void moreMoneyPaysTheInvoiceWithLessConfidenceAndLeavesTheRest() {
    books.payment(Paid.of("p-1", "1300.00").reference(REFERENCE));
    assertThat(books.lines()).containsExactly("AUTOMATIC p-1#1 i-1 1210.00");
    assertThat(books.match().getFirst().confidence()).isLessThan(Confidence.REFERENCE_EQUAL);
  }

  @Test
  void onlyWhatIsNotYetAllocatedOfAPaymentIsUsed() {
    books.payments.add(
        new UnallocatedPayment(
            Paid.of("p-1", "1210.00").reference(REFERENCE).payment(), Money.parse("EUR 10.00")));
    assertThat(books.lines()).containsExactly("AUTOMATIC p-1#1 i-1 10.00");
  }

  @Test
  void aReferenceOfTwoInvoicesIsATieForAPerson() {
    books
        .invoice("i-2", "2026-0043", "c-2", "500.00", REFERENCE)
        .payment(Paid.of("p-1", "500.00").reference(REFERENCE).from(Books.JANSEN_IBAN));
    assertThat(books.lines())
        .containsExactly("SUGGESTED p-1#1 i-2 500.00", "SUGGESTED p-1#2 i-1 500.00");
  }

  @Test
  void ofAReferenceThatSeveralInvoicesShareTheNumberOfOneOfThemSaysWhich() {
    books
        .invoice("i-2", "2026-0043", "c-1", "1210.00", REFERENCE)
        .payment(
            Paid.of("p-1", "1210.00")
                .reference(REFERENCE)
                .from(Books.JANSEN_IBAN)
                .text("invoice 2026-0043"));
    assertThat(books.lines()).containsExactly("AUTOMATIC p-1#1 i-2 1210.00");
    assertThat(books.match().getFirst().rule()).isEqualTo(MatchRule.DOCUMENT_NUMBER);
  }

  @Test
  void aSharedReferenceAndTheNumberOfAnotherInvoiceStayATie() {
    books
        .invoice("i-2", "2026-0043", "c-1", "1210.00", REFERENCE)
        .invoice("i-3", "2026-0044", "c-1", "1210.00")
        .payment(Paid.of("p-1", "1210.00").reference(REFERENCE).text("invoice 2026-0044"));
    assertThat(books.lines())
        .containsExactly(
            "SUGGESTED p-1#1 i-1 1210.00",
            "SUGGESTED p-1#2 i-2 1210.00",
            "SUGGESTED p-1#3 i-3 1210.00");
  }

  @Test
  void aTieShowsAPersonNoMoreThanTenAlternatives() {
    for (int i = 2; i <= 30; i++) {
      books.invoice("i-" + i, "2026-1" + i, "c-2", "500.00", REFERENCE);
    }
    books.payment(Paid.of("p-1", "500.00").reference(REFERENCE));
    assertThat(books.lines()).hasSize(10).allMatch(line -> line.startsWith("SUGGESTED"));
  }

  @Test
  void aReferenceInTheStructuredRemittanceCounts() {
    books.payment(Paid.of("p-1", "1210.00").referring("SCOR", REFERENCE));
    assertThat(books.lines()).containsExactly("AUTOMATIC p-1#1 i-1 1210.00");
  }

  @Test
  void aDocumentNumberInTheStructuredRemittanceTakesItsOwnAmount() {
    books
        .invoice("i-2", "2026-0043", "c-1", "500.00")
        .payment(
            Paid.of("p-1", "1500.00")
                .referring("CINV", "2026-0042", "1100.00")
                .referring("CINV", "2026-0043", "400.00"));
    assertThat(books.lines())
        .containsExactly("AUTOMATIC p-1#1 i-1 1100.00", "AUTOMATIC p-1#1 i-2 400.00");
  }

  @Test
  void aStatedAmountNeverTakesMoreThanIsOpen() {
    books.payment(Paid.of("p-1", "1500.00").referring("CINV", "2026-0042", "1500.00"));
    assertThat(books.lines()).containsExactly("AUTOMATIC p-1#1 i-1 1210.00");
  }

  @Test
  void severalNumbersWithoutAmountsWhoseSumDiffersAreForAPerson() {
    books
        .invoice("i-2", "2026-0043", "c-1", "500.00")
        .payment(
            Paid.of("p-1", "1300.00")
                .referring("CINV", "2026-0042")
                .referring("CINV", "2026-0043"));
    assertThat(books.lines())
        .containsExactly("SUGGESTED p-1#1 i-1 1210.00", "SUGGESTED p-1#1 i-2 90.00");
  }

  @Test
  void aReferenceThatProvesItselfIsFoundInTheTextAndInTheEndToEndId() {
    books.payment(Paid.of("p-1", "10.00").text("betaling RF18 5390 0754 7034 dank u"));
    books.payment(Paid.of("p-2", "20.00").endToEndId(REFERENCE));
    assertThat(books.lines())
        .containsExactly("AUTOMATIC p-1#1 i-1 10.00", "AUTOMATIC p-2#1 i-1 20.00");
  }

  @Test
  void aReferenceInsideALongerTokenOfTheTextIsNotFound() {
    books.payment(Paid.of("p-1", "1211.00").text("XRF18539007547034 RF185390075470341"));
    assertThat(books.lines()).isEmpty();
  }

  @Test
  void aBelgianReferenceIsFoundInTheTextAsItIsWrittenThere() {
    books
        .invoice("i-2", "2026-0043", "c-2", "500.00", "+++036/2170/98144+++")
        .payment(Paid.of("p-1", "500.00").text("+++036/2170/98144+++"))
        .payment(Paid.of("p-2", "500.00").reference("036217098144"));
    assertThat(books.lines()).containsExactly("AUTOMATIC p-1#1 i-2 500.00");
  }

  @Test
  void aShortReferenceInTheTextIsNoReference() {
    books
        .invoice("i-2", "2026-0043", "c-2", "500.00", "1234567")
        .payment(Paid.of("p-1", "501.00").text("klant 1234567"));
    assertThat(books.lines()).isEmpty();
  }

  @Test
  void oneReferenceCopiedForAListOfInvoicesPaysTheListWhenTheSumIsEqual() {
    books
        .invoice("i-2", "2026-0043", "c-1", "500.00")
        .payment(Paid.of("p-1", "1710.00").reference(REFERENCE).text("2026-0042, 2026-0043"));
    assertThat(books.lines())
        .containsExactly("AUTOMATIC p-1#1 i-1 1210.00", "AUTOMATIC p-1#1 i-2 500.00");
  }

  @Test
  void aReferenceAndATextThatNameDifferentInvoicesOfThisAmountAreForAPerson() {
    books
        .invoice("i-2", "2026-0043", "c-1", "1210.00")
        .payment(Paid.of("p-1", "1210.00").reference(REFERENCE).text("2026-0043"));
    assertThat(books.match()).isNotEmpty().allMatch(l -> l.decision() == Decision.SUGGESTED);
  }

  @Test
  void whatAnEarlierPaymentTookIsNotOpenForALaterOneInWhateverOrderTheyAreGiven() {
    books
        .payment(Paid.of("p-1", "1210.00").reference(REFERENCE).on(LocalDate.of(2026, 11, 21)))
        .payment(Paid.of("p-2", "1000.00").reference(REFERENCE).on(LocalDate.of(2026, 11, 20)));
    assertThat(books.lines())
        .containsExactly("AUTOMATIC p-2#1 i-1 1000.00", "AUTOMATIC p-1#1 i-1 210.00");
  }

  @ParameterizedTest
  @EnumSource(names = {"RETURN", "FEE", "PAYOUT"})
  void whatIsNoPaymentOfACustomerIsNotMatched(PaymentKind kind) {
    books.payment(Paid.of("p-1", "1210.00").reference(REFERENCE).kind(kind));
    assertThat(books.lines()).isEmpty();
  }

  @Test
  void moneyThatGoesOutIsNotMatched() {
    books.payment(Paid.of("p-1", "1210.00").reference(REFERENCE).direction(Direction.OUT));
    assertThat(books.lines()).isEmpty();
  }

  @Test
  void aPaymentInAnotherCurrencyIsOnlySuggestedWithBothAmounts() {
    books.payment(Paid.of("p-1", Money.parse("USD 1210.00")).reference(REFERENCE));
    assertThat(books.lines()).containsExactly("SUGGESTED p-1#1 i-1 1210.00");
    assertThat(books.match().getFirst().evidence())
        .contains("USD 1210.00 came and EUR 1210.00 is open: the currencies differ");
  }

  @Test
  void aCreditNoteIsNotPaid() {
    String other = "RF332348236";
    books
        .document("n-1", "CR-1", "c-1", Money.parse("EUR 50.00"), InvoiceKind.CREDIT_NOTE, other)
        .payment(Paid.of("p-1", "50.00").reference(other).text("CR-1"));
    assertThat(books.lines()).isEmpty();
  }

  @Test
  void aRefusedPairIsNotProposedAgainAndWhatElseFitsIsLeftToAPerson() {
    books
        .invoice("i-2", "2026-0043", "c-1", "1210.00", REFERENCE)
        .payment(Paid.of("p-1", "1210.00").reference(REFERENCE))
        .refuse("p-1", "i-1");
    assertThat(books.lines()).containsExactly("SUGGESTED p-1#1 i-2 1210.00");
  }

  @Test
  void whatIsBelowTheCompanysThresholdIsOnlySuggested() {
    books.autoThreshold = new BigDecimal("0.9999");
    books.payment(Paid.of("p-1", "1210.00").reference(REFERENCE));
    assertThat(books.lines()).containsExactly("SUGGESTED p-1#1 i-1 1210.00");
  }

  @Test
  void aThresholdThatIsMetExactlyIsEnough() {
    books.autoThreshold = Confidence.REFERENCE_EQUAL;
    books.payment(Paid.of("p-1", "1210.00").reference(REFERENCE));
    assertThat(books.lines()).containsExactly("AUTOMATIC p-1#1 i-1 1210.00");
  }
}
