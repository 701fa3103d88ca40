package org.dunlin.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dunlin.core.matching.History.NumberGiven;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Invoice;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents of which nothing is open are asked for by what payments may name. */
class SettledNumbersTest {
  private final Books books = Books.ofTwoCustomers();

  @ParameterizedTest
  @CsvSource({
    "RE26004578, RE26004578",
    "RE26004578, 26004578",
    "RE26004578, RE/26/4578",
    "RE26004578, Rechnung RE26 0045 78 danke",
    "2026-0042, factuur 2026-42 van mei",
    "1000, invoice 1000",
    "RF18539007547034, RF18 5390 0754 7034",
    "539007547034, RF18539007547034"
  })
  void aNumberIsFoundUnderItsDigitsHoweverItIsWritten(String number, String text) {
    Paid paid = Paid.of("p-1", "1.00").text(text);
    assertThat(named(paid)).contains(number.replaceAll("[^1-9]", ""));
  }

  @Test
  void fieldsOfTheirOwnAreHeardToo() {
    assertThat(named(Paid.of("p-1", "1.00").reference("RF18539007547034"))).contains("539754734");
    assertThat(named(Paid.of("p-1", "1.00").referring("CINV", "2026-77"))).contains("22677");
    assertThat(named(Paid.of("p-1", "1.00").endToEndId("INV-88"))).contains("88");
  }

  @Test
  void ofAVeryLongOneTheFirstDigitsAreAskedFor() {
    String reference = "17".repeat(5_000);
    assertThat(named(Paid.of("p-1", "1.00").reference(reference))).containsExactly("17".repeat(32));
  }

  @Property(tries = 200)
  void noTextCostsMoreThanABoundedNumberOfQuestions(@ForAll String text) {
    assertThat(named(Paid.of("p-1", "1.00").text(text.repeat(50)))).hasSizeLessThanOrEqualTo(1_000);
  }

  @Test
  void whoNamesWhatIsSettledHasPaidTwice() {
    books.invoice("i-1", "2026-0042", "c-1", "100.00");
    Invoice settled = document("i-9", "2026-0041");
    Paid paid = Paid.of("p-1", "100.00").text("2026-0041").from(Books.JANSEN_IBAN);
    assertThat(decisions(paid, List.of(settled))).containsOnly(Decision.SUGGESTED);
    assertThat(decisions(paid, List.of())).containsOnly(Decision.AUTOMATIC);
  }

  @Test
  void whatWasTakenForOnePageIsForgottenForTheNext() {
    books.invoice("i-1", "2026-0042", "c-1", "100.00");
    Paid paid = Paid.of("p-1", "100.00").text("2026-0041").from(Books.JANSEN_IBAN);
    Matcher matcher = matcher();
    matcher.settled(List.of(document("i-9", "2026-0041")));
    matcher.settled(List.of());
    assertThat(matcher.next(List.of(of(paid))))
        .extracting(Allocation::decision)
        .containsOnly(Decision.AUTOMATIC);
  }

  @Test
  void whereNotAllSettledOnesAreTakenWhoNamesSomethingIsAskedAbout() {
    books.invoice("i-1", "2026-0042", "c-1", "100.00");
    Paid paid = Paid.of("p-1", "100.00").text("2026-0041").from(Books.JANSEN_IBAN);
    Matcher matcher = matcher();
    matcher.settled(List.of(), false);
    assertThat(matcher.next(List.of(of(paid))))
        .extracting(Allocation::decision)
        .containsOnly(Decision.SUGGESTED);
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < 400; i++) {
      text.append(i).append(' ');
    }
    Paid endless = Paid.of("p-2", "1.00").text(text.toString());
    assertThat(SettledNumbers.all(List.of(of(paid)))).isTrue();
    assertThat(SettledNumbers.all(List.of(of(paid), of(endless)))).isFalse();
  }

  @Test
  void aNumberLikeTheCompanysThatIsNoneIsLearnedFromSettledOnes() {
    books.invoice("i-1", "A-1", "c-1", "100.00");
    Paid paid = Paid.of("p-1", "100.00").text("2026-0099").from(Books.JANSEN_IBAN);
    List<NumberGiven> numbers = new ArrayList<>();
    for (int i = 10; i < 20; i++) {
      numbers.add(new NumberGiven("2026-00" + i, LocalDate.of(2026, 11, 1)));
    }
    assertThat(decisions(paid, List.of())).containsOnly(Decision.AUTOMATIC);
    Matcher matcher = new Matcher(books.facts().view(new History(List.of(), numbers)));
    assertThat(matcher.next(List.of(of(paid))))
        .extracting(Allocation::decision)
        .containsOnly(Decision.SUGGESTED);
  }

  private List<Decision> decisions(Paid paid, List<Invoice> settled) {
    Matcher matcher = matcher();
    matcher.settled(settled);
    return matcher.next(List.of(of(paid))).stream().map(Allocation::decision).toList();
  }

  private Matcher matcher() {
    return new Matcher(books.facts().view(new History(List.of(), List.of())));
  }

  private static Invoice document(String id, String number) {
    return new Books().invoice(id, number, "c-1", "100.00").documents.getFirst().document();
  }

  private static Set<String> named(Paid paid) {
    return SettledNumbers.namedBy(List.of(of(paid)));
  }

  private static UnallocatedPayment of(Paid paid) {
    Money amount = paid.payment().amount();
    return new UnallocatedPayment(paid.payment(), amount);
  }
}
