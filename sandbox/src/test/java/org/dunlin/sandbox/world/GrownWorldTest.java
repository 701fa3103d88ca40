package org.dunlin.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dunlin.core.model.Customer;
import org.iban4j.IbanUtil;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** A world with more customers than the table has. */
class GrownWorldTest {
  private static final Played PLAYED = Played.grown(7, 200);
  private static final List<Xpath> DOCUMENTS = PLAYED.invoices();
  private static final List<Customer> CUSTOMERS = PLAYED.world().customers();

  @Test
  void thereAreAsManyCustomersAsAskedForAndNoTwoShareANameANumberOrAnAccount() {
    assertThat(CUSTOMERS).hasSize(200);
    assertThat(CUSTOMERS).extracting(Customer::name).doesNotHaveDuplicates();
    assertThat(CUSTOMERS).extracting(Customer::vatNumber).doesNotHaveDuplicates();
    assertThat(CUSTOMERS.stream().flatMap(customer -> customer.ibans().stream()))
        .doesNotHaveDuplicates()
        .allSatisfy(IbanUtil::validate);
    assertThat(CUSTOMERS.stream().map(Customer::email).filter(email -> email != null))
        .doesNotHaveDuplicates();
  }

  @Test
  void aSmallerWorldIsTheBeginningOfALargerOne() {
    assertThat(World.of(7, Played.FIRST, 1, 20).customers()).isEqualTo(CUSTOMERS.subList(0, 20));
  }

  @Test
  void everybodyWritesAsTheirCountryDoes() {
    Map<String, String> languages = new HashMap<>();
    CUSTOMERS.forEach(
        customer ->
            languages.merge(country(customer), String.valueOf(customer.language()), (a, b) -> a));
    assertThat(languages)
        .containsEntry("NL", "nl")
        .containsEntry("DE", "de")
        .containsEntry("FR", "fr")
        .containsEntry("GB", "en");
    assertThat(vatNumbers("FR")).isNotEmpty().allMatch(vat -> vat.matches("FR\\d{11}"));
    assertThat(vatNumbers("GB")).isNotEmpty().allMatch(vat -> vat.matches("GB\\d{9}"));
  }

  @Test
  void everyHabitOccursAndWhoHasMovedAwayHasADeadAddress() {
    List<Debtor> debtors = Debtors.of(7, 200);
    assertThat(debtors).extracting(Debtor::habit).contains(Habit.values());
    assertThat(PLAYED.world().deadAddresses())
        .isNotEmpty()
        .allSatisfy(
            address ->
                assertThat(debtors)
                    .filteredOn(debtor -> address.equals(debtor.customer().email()))
                    .extracting(Debtor::habit)
                    .containsExactly(Habit.GONE));
  }

  @Test
  void aDiscountTakenInTimeIsCreditedAndThenNothingIsOpen() {
    Set<String> credited = new HashSet<>();
    for (Xpath document : DOCUMENTS) {
      if (!document.all("CreditNoteLine").isEmpty()
          && document.text("CreditNoteLine/Item/Name").startsWith("Betalingskorting")) {
        credited.add(document.text("BillingReference/InvoiceDocumentReference/ID"));
      }
    }
    assertThat(credited).hasSizeGreaterThan(10);
    Map<String, Money> open = PLAYED.world().truth().open();
    assertThat(credited).allSatisfy(number -> assertThat(open.get(number)).isEqualTo(Euro.ZERO));
  }

  @Test
  void instalmentsLeadToTheTotal() {
    List<Xpath> inParts =
        DOCUMENTS.stream().filter(d -> d.all("PaymentTerms").size() == Instalments.PARTS).toList();
    assertThat(inParts)
        .isNotEmpty()
        .allSatisfy(
            document ->
                assertThat(document.sum("PaymentTerms/Amount"))
                    .isEqualByComparingTo(document.number("LegalMonetaryTotal/PayableAmount")));
  }

  @Test
  void anInvoiceBringsAPdfWhoseTableSaysWhereItsObjectsBegin() {
    List<String> papers = new ArrayList<>();
    for (Xpath document : DOCUMENTS) {
      document
          .all("AdditionalDocumentReference/Attachment/EmbeddedDocumentBinaryObject")
          .forEach(found -> papers.add(found.node().getTextContent()));
    }
    assertThat(papers).isNotEmpty();
    String pdf =
        new String(Base64.getDecoder().decode(papers.getFirst()), StandardCharsets.ISO_8859_1);
    int table = Integer.parseInt(pdf.replaceAll("(?s).*startxref\\n(\\d+)\\n.*", "$1"));
    assertThat(pdf).startsWith("%PDF-1.4").endsWith("%%EOF\n");
    assertThat(pdf.substring(table)).startsWith("xref");
    String[] lines = pdf.substring(table).split("\\n", -1);
    for (int object = 1; lines[object + 2].endsWith(" n "); object++) {
      int begin = Integer.parseInt(lines[object + 2].substring(0, 10));
      assertThat(pdf.substring(begin)).startsWith(object + " 0 obj");
    }
  }

  private static String country(Customer customer) {
    return customer.address() == null ? "" : String.valueOf(customer.address().country());
  }

  private static Set<String> vatNumbers(String country) {
    return CUSTOMERS.stream()
        .filter(customer -> country(customer).equals(country))
        .map(customer -> String.valueOf(customer.vatNumber()))
        .collect(Collectors.toSet());
  }
}
