package org.dunlin.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dunlin.core.matching.BackTest.Past;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Invoice;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What was booked, matched anew and compared. */
class BackTestTest {
  private final Books books = Books.ofTwoCustomers();
  private final List<Past> past = new ArrayList<>();

  @Test
  void whatIsFoundAsItWasBookedIsRight() {
    books.invoice("i-1", "2026-0041", "c-1", "100.00").invoice("i-2", "2026-0042", "c-1", "40.00");
    booked(Paid.of("p-1", "100.00").text("2026-0041"), "i-1", "100.00");
    booked(Paid.of("p-2", "40.00").from(Books.JANSEN_IBAN), "i-2", "40.00");
    BackTest.Result result = result();
    assertThat(result.payments()).isEqualTo(2);
    assertThat(result.whole()).isEqualTo(2);
    assertThat(result.lines()).isEqualTo(2);
    assertThat(result.differing()).isEmpty();
    assertThat(result.proposed()).isEqualByComparingTo("0.99");
  }

  @Test
  void theThresholdIsTheLowestAtWhichNextToNothingDiffers() {
    books.invoice("i-1", "2026-0041", "c-1", "100.00").invoice("i-2", "2026-0042", "c-2", "55.00");
    books.invoice("i-3", "2026-0043", "c-1", "70.00");
    booked(Paid.of("p-1", "100.00").text("2026-0041").from(Books.JANSEN_IBAN), "i-1", "100.00");
    booked(Paid.of("p-2", "70.00").from(Books.JANSEN_IBAN), "i-2", "55.00");
    BackTest.Result result = result();
    assertThat(result.proposed()).isGreaterThan(new BigDecimal("0.998"));
    assertThat(result.lines()).isEqualTo(2);
    assertThat(result.differing()).extracting(Allocation::paymentId).containsExactly("p-2");
    assertThat(result.whole()).isEqualTo(1);
  }

  @Test
  void whereNoThresholdHelpsNothingIsToBeAutomaticButWhatIsCertain() {
    books.invoice("i-1", "2026-0041", "c-1", "100.00").invoice("i-2", "2026-0042", "c-2", "100.00");
    booked(Paid.of("p-1", "100.00").text("2026-0041").from(Books.JANSEN_IBAN), "i-2", "100.00");
    BackTest.Result result = result();
    assertThat(result.proposed()).isEqualByComparingTo("1");
    assertThat(result.differing()).hasSize(1);
  }

  @Test
  void aPartThatWasBookedOtherwiseDiffers() {
    books.invoice("i-1", "2026-0041", "c-1", "100.00");
    booked(Paid.of("p-1", "100.00").text("2026-0041"), "i-1", "90.00");
    assertThat(result().whole()).isZero();
  }

  @Test
  void whatWasSettledWithoutMoneyIsOpenAgainButNeverMoreThanAllOfTheInvoice() {
    books.invoice("i-1", "2026-0041", "c-1", "100.00");
    Invoice invoice = books.documents.getFirst().document();
    assertThat(BackTest.before(invoice, euros("98.00"), euros("2.00"))).isEqualTo(euros("100.00"));
    assertThat(BackTest.before(invoice, euros("60.00"), euros("2.00"))).isEqualTo(euros("62.00"));
    assertThat(BackTest.before(invoice, euros("98.00"), euros("3.00"))).isEqualTo(euros("100.00"));
    assertThat(BackTest.before(invoice, euros("101.00"), euros("3.00"))).isEqualTo(euros("101.00"));
  }

  private static Money euros(String amount) {
    return Money.parse("EUR " + amount);
  }

  @Test
  void nothingWasEverBooked() {
    assertThat(result().payments()).isZero();
    assertThat(result().differing()).extracting(Allocation::paymentId).isEmpty();
  }

  private void booked(Paid paid, String invoice, String amount) {
    past.add(new Past(paid.payment(), Map.of(invoice, Money.parse("EUR " + amount))));
  }

  private BackTest.Result result() {
    LedgerViewBuilder builder = LedgerView.of(books.facts().company());
    builder.settledKnown();
    books.customers.forEach(builder::customer);
    books.documents.forEach(each -> builder.document(each.document(), each.open()));
    return BackTest.of(builder.build(), past);
  }
}
