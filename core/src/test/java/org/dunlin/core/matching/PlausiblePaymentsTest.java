package org.dunlin.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlausiblePaymentsTest {
  private final Books books =
      Books.ofTwoCustomers()
          .invoice("i-1", "2026-0042", "c-1", "100.00")
          .invoice("i-2", "2026-0043", "c-1", "200.00")
          .invoice("i-3", "2026-0044", "c-2", "350.00");

  @Test
  void aPaymentOfTheCustomerMaySettleAnyOfItsInvoices() {
    books.payment(Paid.of("p-1", "7.00").from(Books.JANSEN_IBAN));
    assertThat(plausible()).isEqualTo(Map.of("i-1", List.of("p-1"), "i-2", List.of("p-1")));
  }

  @Test
  void aPaymentOfTheOpenAmountMaySettleTheInvoiceWhoeverPays() {
    books.payment(Paid.of("p-1", "350.00").by("Somebody"));
    assertThat(plausible()).isEqualTo(Map.of("i-3", List.of("p-1")));
  }

  @Test
  void aPaymentThatMatchingProposesMaySettleTheInvoice() {
    books.payment(Paid.of("p-1", "7.00").text("2026-0044"));
    assertThat(plausible()).isEqualTo(Map.of("i-3", List.of("p-1")));
  }

  @Test
  void itIsTheUnallocatedRestThatIsCompared() {
    books.payments.add(
        new UnallocatedPayment(Paid.of("p-1", "1000.00").payment(), Money.parse("EUR 350.00")));
    assertThat(plausible()).isEqualTo(Map.of("i-3", List.of("p-1")));
  }

  @Test
  void severalPaymentsAreGivenInTheOrderOfTheirIds() {
    books.payment(Paid.of("p-2", "350.00")).payment(Paid.of("p-1", "350.00"));
    assertThat(plausible()).isEqualTo(Map.of("i-3", List.of("p-1", "p-2")));
  }

  @Test
  void aRefusedPairIsNotPlausible() {
    books.payment(Paid.of("p-1", "350.00").text("2026-0044")).refuse("p-1", "i-3");
    assertThat(plausible()).isEmpty();
  }

  @Test
  void aPaymentOfTheSumOfTwoInvoicesMaySettleBothWhoeverPays() {
    books.payment(Paid.of("p-1", "300.00").by("Somebody"));
    assertThat(plausible()).isEqualTo(Map.of("i-1", List.of("p-1"), "i-2", List.of("p-1")));
  }

  @Test
  void aPaymentOfAllThatACustomerOwesMaySettleAllOfIt() {
    books
        .invoice("i-4", "2026-0045", "c-1", "400.00")
        .payment(Paid.of("p-1", "700.00").by("Somebody"));
    assertThat(plausible().keySet()).containsExactly("i-1", "i-2", "i-4");
  }

  @Test
  void aSumOverTwoCustomersIsNotPlausible() {
    books.payment(Paid.of("p-1", "450.00").by("Somebody"));
    assertThat(plausible()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"BAKKERIJ JANSEN EN ZN BV", "Jansen Bakkerij", "BAKKERIJ JANSEN AMSTERDAM"})
  void aPayerWrittenDifferentlyMayBeTheCustomer(String payer) {
    books.payment(Paid.of("p-1", "7.00").by(payer));
    assertThat(plausible().keySet()).containsExactly("i-1", "i-2");
  }

  @Test
  void aPayerThatSharesOnlyOneOfTheWordsIsNotTheCustomer() {
    books.payment(Paid.of("p-1", "7.00").by("Bakkerij Pietersen"));
    assertThat(plausible()).isEmpty();
  }

  @Test
  void aCreditNoteOfTheCustomerMaySettleWhatItCovers() {
    books.document("n-1", "CR-1", "c-1", Money.parse("EUR 150.00"), InvoiceKind.CREDIT_NOTE, null);
    assertThat(plausible()).isEqualTo(Map.of("i-1", List.of("n-1")));
  }

  @Test
  void severalCreditNotesCoverTogether() {
    books
        .document("n-1", "CR-1", "c-1", Money.parse("EUR 150.00"), InvoiceKind.CREDIT_NOTE, null)
        .document("n-2", "CR-2", "c-1", Money.parse("EUR 50.00"), InvoiceKind.CREDIT_NOTE, null);
    assertThat(plausible())
        .isEqualTo(Map.of("i-1", List.of("n-1", "n-2"), "i-2", List.of("n-1", "n-2")));
  }

  @Test
  void anotherCurrencyIsNotPlausible() {
    books.payment(
        Paid.of("p-1", Money.parse("USD 100.00")).from(Books.JANSEN_IBAN).text("2026-0042"));
    assertThat(plausible()).isEmpty();
  }

  @Test
  void returnsAndMoneyThatGoesOutDoNotCountNorAnothersCreditNotes() {
    books
        .document("n-1", "CR-1", "c-2", Money.parse("EUR 50.00"), InvoiceKind.CREDIT_NOTE, null)
        .payment(Paid.of("p-1", "50.00"))
        .payment(Paid.of("p-2", "350.00").kind(PaymentKind.RETURN))
        .payment(Paid.of("p-3", "350.00").direction(Direction.OUT));
    assertThat(plausible()).isEmpty();
  }

  @Test
  void whoPaysFromItsOwnAccountIsNotHeldAgainstAnotherWhoOwesTheAmount() {
    books.payment(Paid.of("p-1", "350.00").from(Books.JANSEN_IBAN));
    assertThat(plausible().keySet()).containsExactly("i-1", "i-2");
  }

  @Test
  void whoseNameIsACustomersIsNotHeldAgainstAnotherWhoOwesTheAmount() {
    books.payment(Paid.of("p-1", "350.00").by("Bakkerij Jansen B.V.").from(Books.OTHER_IBAN));
    assertThat(plausible().keySet()).containsExactly("i-1", "i-2");
  }

  @Test
  void aReferenceOfACustomersIsNotHeldAgainstAnotherWhoOwesTheAmount() {
    books
        .invoice("i-4", "2026-0045", "c-1", "80.00", "RF18539007547034")
        .payment(Paid.of("p-1", "350.00").by("Somebody").reference("RF18539007547034"));
    assertThat(plausible().keySet()).containsExactly("i-4");
  }

  @Test
  void whoNamesAnothersInvoiceMayPayForIt() {
    books.payment(Paid.of("p-1", "350.00").from(Books.JANSEN_IBAN).text("2026-0044"));
    assertThat(plausible().keySet()).containsExactly("i-1", "i-2", "i-3");
  }

  @Test
  void whoNamesAnotherCustomerMayPayForIt() {
    books
        .customer("c-3", "Timmerwerken de Groot")
        .invoice("i-4", "2026-0045", "c-3", "444.00")
        .payment(
            Paid.of("p-1", "444.00").from(Books.JANSEN_IBAN).text("voor Timmerwerken de Groot"));
    assertThat(plausible().keySet()).containsExactly("i-1", "i-2", "i-4");
  }

  @Test
  void anAccountOfOneAndTheNameOfAnotherMayBeEither() {
    books.payment(Paid.of("p-1", "7.00").from(Books.JANSEN_IBAN).by("Visser"));
    assertThat(plausible().keySet()).containsExactly("i-1", "i-2", "i-3");
  }

  @Test
  void aNameThatOnlyResemblesACustomersDoesNotRuleOutOthers() {
    books.payment(Paid.of("p-1", "350.00").by("BAKKERIJ JANSEN AMSTERDAM"));
    assertThat(plausible().keySet()).containsExactly("i-1", "i-2", "i-3");
  }

  @Test
  void aKnownNameBesideANumberThatIsNobodysMayBeForAnyOfTheAmount() {
    books.payment(Paid.of("p-1", "350.00").by("Bakkerij Jansen").text("nota 2026-0040"));
    assertThat(plausible().keySet()).containsExactly("i-1", "i-2", "i-3");
  }

  @Test
  void whatAPersonRefusedForItsPayerMayBeAnybodysOfTheAmount() {
    books.payment(Paid.of("p-1", "350.00").from(Books.JANSEN_IBAN)).refuse("p-1", "i-1");
    assertThat(plausible().keySet()).containsExactly("i-2", "i-3");
  }

  @Test
  void anAccountThatPaidForACustomerBeforeMaySettleAnyOfItsInvoicesAndNobodyElses() {
    books.payment(Paid.of("p-1", "350.00").from(Books.OTHER_IBAN));
    assertThat(plausible().keySet()).containsExactly("i-3");

    Set<String> held = new TreeSet<>();
    new PlausiblePayments(
            books.facts(),
            List.of(new History.KnownPayer(Books.OTHER_IBAN, "c-1", null)),
            (invoice, by) -> held.add(invoice))
        .next(books.facts().payments());
    assertThat(held).containsExactly("i-1", "i-2");
  }

  @Test
  void whatGoesBackNamesWhatItUndoesAndThatIsNoMoneyAnyMore() {
    Payment in = Paid.of("p-1", "350.00").endToEndId("E-1").payment();
    Payment twin = Paid.of("p-2", "350.00").endToEndId("E-2").payment();
    assertThat(ReturnedMoney.of(List.of(in, twin, back("E-1", "350.00")))).containsExactly("p-1");
    assertThat(ReturnedMoney.of(List.of(in, twin, back("p-2", "350.00")))).containsExactly("p-2");
  }

  @Test
  void whatIsOfAnotherAmountOrCouldBeSeveralIsNotSaidToHaveGoneBack() {
    Payment in = Paid.of("p-1", "350.00").endToEndId("E-1").payment();
    Payment twin = Paid.of("p-2", "350.00").endToEndId("E-1").payment();
    assertThat(ReturnedMoney.of(List.of(in, back("E-1", "349.00")))).isEmpty();
    assertThat(ReturnedMoney.of(List.of(in, twin, back("E-1", "350.00")))).isEmpty();
    assertThat(ReturnedMoney.of(List.of(in))).isEmpty();
  }

  private static Payment back(String undone, String euros) {
    return Paid.of("r-1", euros)
        .kind(PaymentKind.RETURN)
        .direction(Direction.OUT)
        .returning(undone)
        .payment();
  }

  private Map<String, List<String>> plausible() {
    return PlausiblePayments.of(books.facts());
  }
}
