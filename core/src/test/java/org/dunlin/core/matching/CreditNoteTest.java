package org.dunlin.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.MatchRule;
import org.dunlin.core.model.PrecedingInvoice;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What open credit notes settle. */
class CreditNoteTest {
  private final Books books = Books.ofTwoCustomers();

  @Test
  void aCreditNoteThatNamesOneInvoiceOfItsCustomerIsAppliedToIt() {
    books
        .invoice("i-1", "2026-0042", "c-1", "100.00")
        .creditNote("n-1", "c-1", "30.00", "2026-0042");

    Allocation line = books.match().getFirst();
    assertThat(line.creditNoteId()).isEqualTo("n-1");
    assertThat(line.paymentId()).isNull();
    assertThat(line.decision()).isEqualTo(Decision.AUTOMATIC);
    assertThat(line.rule()).isEqualTo(MatchRule.DOCUMENT_NUMBER);
    assertThat(line.confidence()).isEqualByComparingTo(Confidence.CREDITED);
    assertThat(line.amount()).isEqualTo(Money.parse("EUR 30.00"));
    assertThat(line.evidence()).first().asString().contains("names invoice 2026-0042");
  }

  @Test
  void noMoreIsAppliedThanIsOpenOnEitherSide() {
    books
        .invoice("i-1", "2026-0042", "c-1", "20.00")
        .creditNote("n-1", "c-1", "30.00", "2026-0042");
    assertThat(books.lines()).containsExactly("AUTOMATIC n-1#1 i-1 20.00");
  }

  @Test
  void theFirstIssuedOfTwoThatAreTooMuchTogetherGoesFirst() {
    books
        .invoice("i-1", "2026-0042", "c-1", "50.00")
        .creditNote("n-1", "c-1", "30.00", "2026-0042")
        .creditNote("n-2", "c-1", "30.00", "2026-0042");
    assertThat(books.lines())
        .containsExactly("AUTOMATIC n-1#1 i-1 30.00", "AUTOMATIC n-2#1 i-1 20.00");
  }

  @Test
  void anInvoiceOfAnotherCustomerOrCurrencyIsNotMeant() {
    books
        .invoice("i-1", "2026-0042", "c-2", "100.00")
        .document("i-2", "2026-0042", "c-1", Money.parse("USD 100"), InvoiceKind.INVOICE, null)
        .creditNote("n-1", "c-1", "30.00", "2026-0042");
    assertThat(books.lines()).isEmpty();
  }

  @Test
  void oneThatNamesNoInvoiceStaysOpen() {
    books.invoice("i-1", "2026-0042", "c-1", "100.00").creditNote("n-1", "c-1", "100.00");
    assertThat(books.lines()).isEmpty();
  }

  @Test
  void ofSeveralNamedTheAmountsMustMakeItCertain() {
    books.invoice("i-1", "A-1", "c-1", "100.00").invoice("i-2", "A-2", "c-1", "50.00");
    books.creditNote("n-1", "c-1", "150.00", "A-1", "A-2");
    assertThat(books.lines())
        .containsExactly("AUTOMATIC n-1#1 i-1 100.00", "AUTOMATIC n-1#1 i-2 50.00");
  }

  @Test
  void ofSeveralNamedWithAnotherSumAPersonIsAsked() {
    books.invoice("i-1", "A-1", "c-1", "100.00").invoice("i-2", "A-2", "c-1", "50.00");
    books.creditNote("n-1", "c-1", "120.00", "A-1", "A-2");
    assertThat(books.lines())
        .containsExactly("SUGGESTED n-1#1 i-1 100.00", "SUGGESTED n-1#1 i-2 20.00");
  }

  @Test
  void whereOneOfSeveralNamedIsNotOpenAPersonIsAsked() {
    books.invoice("i-1", "A-1", "c-1", "100.00").creditNote("n-1", "c-1", "100.00", "A-1", "A-9");
    assertThat(books.lines()).containsExactly("SUGGESTED n-1#1 i-1 100.00");
  }

  @Test
  void anotherDateThanTheInvoicesIsAQuestionForAPerson() {
    books.invoice("i-1", "A-1", "c-1", "100.00");
    books.creditNote(
        "n-1", "c-1", "40.00", List.of(new PrecedingInvoice("A-1", LocalDate.of(2020, 1, 1))));
    assertThat(books.lines()).containsExactly("SUGGESTED n-1#1 i-1 40.00");
  }

  @Test
  void ofTwoInvoicesOfOneNumberTheDateSaysWhich() {
    books.invoice("i-1", "A-1", "c-1", "100.00").invoice("i-2", "A-1", "c-1", "100.00");
    LocalDate second = books.documents.get(1).document().issueDate();
    books.creditNote("n-1", "c-1", "40.00", List.of(new PrecedingInvoice("A-1", second)));
    assertThat(books.lines()).containsExactly("AUTOMATIC n-1#1 i-2 40.00");
  }

  @Test
  void ofTwoInvoicesOfOneNumberWithoutADateAPersonChooses() {
    books.invoice("i-1", "A-1", "c-1", "100.00").invoice("i-2", "A-1", "c-1", "100.00");
    books.creditNote("n-1", "c-1", "40.00", "A-1");
    assertThat(books.lines())
        .containsExactly("SUGGESTED n-1#1 i-1 40.00", "SUGGESTED n-1#2 i-2 40.00");
  }

  @Test
  void whatAPersonRefusedIsNotAppliedAgain() {
    books.invoice("i-1", "A-1", "c-1", "100.00").creditNote("n-1", "c-1", "100.00", "A-1");
    books.refuse("n-1", "i-1");
    assertThat(books.lines()).isEmpty();
    assertThat(PlausiblePayments.of(books.facts())).isEmpty();
  }

  @Test
  void whatAPersonRefusedOnceLeavesTheRestOfTheCreditNoteToAPerson() {
    books.invoice("i-1", "A-1", "c-1", "100.00").invoice("i-2", "A-2", "c-1", "100.00");
    books.creditNote("n-1", "c-1", "100.00", "A-1").refuse("n-1", "i-2");
    assertThat(books.lines()).containsExactly("SUGGESTED n-1#1 i-1 100.00");
  }

  @Test
  void aCompanyThatWantsToBeSurerIsAsked() {
    books.autoThreshold = new BigDecimal("0.9999");
    books.invoice("i-1", "A-1", "c-1", "100.00").creditNote("n-1", "c-1", "40.00", "A-1");
    assertThat(books.lines()).containsExactly("SUGGESTED n-1#1 i-1 40.00");
  }

  @Test
  void aSuggestedCreditNoteHoldsTheReminderAsWhatCouldSettleIt() {
    books.invoice("i-1", "A-1", "c-1", "100.00").creditNote("n-1", "c-1", "10.00", "A-1", "A-9");
    assertThat(PlausiblePayments.of(books.facts())).containsEntry("i-1", List.of("n-1"));
  }

  @Test
  void aPaymentFindsWhatTheCreditNoteLeft() {
    books
        .invoice("i-1", "2026-0042", "c-1", "100.00")
        .creditNote("n-1", "c-1", "30.00", "2026-0042");
    books.payment(Paid.of("p-1", "70.00").from(Books.JANSEN_IBAN).text("2026-0042"));
    assertThat(books.lines())
        .containsExactly("AUTOMATIC n-1#1 i-1 30.00", "AUTOMATIC p-1#1 i-1 70.00");
  }

  @Property(tries = 200)
  void theOrderOfTheFactsDoesNotMatter(@ForAll long seed) {
    Random random = new Random(seed);
    Books any = Books.ofTwoCustomers();
    for (int i = 0; i < 4; i++) {
      any.invoice("i-" + i, "A-" + i, "c-1", (1 + random.nextInt(200)) + ".00");
    }
    for (int n = 0; n < 5; n++) {
      String amount = (1 + random.nextInt(200)) + ".00";
      any.creditNote("n-" + n, "c-1", amount, "A-" + random.nextInt(5));
    }
    List<String> lines = any.lines();
    Collections.shuffle(any.documents, random);
    assertThat(any.lines()).isEqualTo(lines);
  }
}
