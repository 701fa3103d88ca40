package org.dunlin.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.MatchRule;
import org.junit.jupiter.api.Test;

/** What a person is asked of open credit notes that name no open invoice. */
class UndecidedCreditTest {
  private final Books books = Books.ofTwoCustomers();

  @Test
  void theInvoiceOfWhichJustSoMuchIsOpenComesFirstThenWhatTheCustomerOwes() {
    books.invoice("i-1", "A-1", "c-1", "70.00").invoice("i-2", "A-2", "c-1", "100.00");
    books.creditNote("n-1", "c-1", "100.00");
    assertThat(lines()).containsExactly("n-1#1 i-2 100.00", "n-1#2 i-1 70.00", "n-1#2 i-2 30.00");
  }

  @Test
  void itIsOnlyEverSuggestedAndSaysWhy() {
    books.invoice("i-1", "A-1", "c-1", "100.00").creditNote("n-1", "c-1", "100.00");
    assertThat(asked())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.decision()).isEqualTo(Decision.SUGGESTED);
              assertThat(line.rule()).isEqualTo(MatchRule.SCORE);
              assertThat(line.creditNoteId()).isEqualTo("n-1");
              assertThat(line.evidence()).containsExactly("amount equals open amount");
            });
  }

  @Test
  void anInvoiceOfAnotherCustomerIsNotMeant() {
    books.invoice("i-1", "A-1", "c-2", "100.00").creditNote("n-1", "c-1", "100.00");
    assertThat(lines()).isEmpty();
  }

  @Test
  void whatNamesAnInvoiceThatIsNotOpenIsAskedAbout() {
    books.invoice("i-1", "A-1", "c-1", "50.00").creditNote("n-1", "c-1", "20.00", "A-9");
    assertThat(lines()).containsExactly("n-1#1 i-1 20.00");
  }

  @Test
  void whatIsSuggestedByItsNumbersIsNotAskedAboutTwice() {
    books.invoice("i-1", "A-1", "c-1", "100.00").invoice("i-2", "A-2", "c-1", "50.00");
    books.creditNote("n-1", "c-1", "120.00", "A-1", "A-2");
    assertThat(lines()).isEmpty();
  }

  @Test
  void whatIsAppliedInFullIsNotAskedAboutAndWhatIsLeftOfItIs() {
    books.invoice("i-1", "A-1", "c-1", "20.00").invoice("i-2", "A-2", "c-1", "50.00");
    books.creditNote("n-1", "c-1", "20.00", "A-1").creditNote("n-2", "c-1", "30.00", "A-1");
    assertThat(lines()).containsExactly("n-2#1 i-2 30.00");
  }

  @Test
  void whatAPersonRefusedIsNotSuggestedAgainButTheOthersAre() {
    books.invoice("i-1", "A-1", "c-1", "100.00").invoice("i-2", "A-2", "c-1", "50.00");
    books.creditNote("n-1", "c-1", "100.00").refuse("n-1", "i-1");
    assertThat(lines()).containsExactly("n-1#1 i-2 50.00");
    books.refuse("n-1", "i-2");
    assertThat(lines()).isEmpty();
  }

  @Test
  void aboutWhatWaitsForItsInvoiceNobodyIsAsked() {
    books.invoice("i-1", "A-1", "c-1", "50.00").creditNote("n-1", "c-1", "20.00", "A-9");
    Matcher matcher = new Matcher(books.facts());
    matcher.credits();
    assertThat(matcher.undecidedCredits(Set.of("n-1"))).isEmpty();
  }

  @Test
  void aPaymentDoesNotDeductWhatIsAppliedAlready() {
    books
        .invoice("i-1", "2026-0042", "c-1", "100.00")
        .creditNote("n-1", "c-1", "30.00", "2026-0042");
    books.payment(Paid.of("p-1", "40.00").from(Books.JANSEN_IBAN).text("2026-0042 less CN-n-1"));
    assertThat(books.match())
        .filteredOn(line -> "n-1".equals(line.creditNoteId()))
        .as("once, by itself")
        .singleElement()
        .extracting(Allocation::match)
        .isEqualTo("n-1#1");
  }

  @Test
  void ofOneThatIsLeftToItsCustomerNothingIsSaidNeitherByItsNumbers() {
    books.invoice("i-1", "A-1", "c-1", "100.00");
    books.creditNote("n-1", "c-1", "100.00").creditNote("n-2", "c-1", "10.00", "A-1");
    Matcher matcher = new Matcher(books.facts());
    matcher.left(Set.of("n-1", "n-2"));
    assertThat(matcher.credits()).isEmpty();
    assertThat(matcher.undecidedCredits(Set.of())).isEmpty();
  }

  private List<Allocation> asked() {
    Matcher matcher = new Matcher(books.facts());
    matcher.credits();
    return matcher.undecidedCredits(Set.of());
  }

  private List<String> lines() {
    return asked().stream()
        .map(line -> line.match() + " " + line.invoiceId() + " " + line.amount().getAmount())
        .toList();
  }
}
