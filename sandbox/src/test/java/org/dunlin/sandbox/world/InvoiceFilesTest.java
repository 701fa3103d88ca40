package org.dunlin.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the accounting program exports, read back with XPath. */
class InvoiceFilesTest {
  private static final Played PLAYED = Played.of(7);
  private static final List<Xpath> INVOICES = PLAYED.invoices();

  @Test
  void aboutThreeInvoicesAreIssuedAWorkingDayAndNowAndThenACreditNote() {
    Set<String> numbers = new HashSet<>();
    INVOICES.forEach(document -> numbers.add(document.text("ID")));
    long creditNotes = numbers.stream().filter(number -> number.startsWith("C")).count();
    assertThat(numbers.size() - creditNotes).isBetween(110L, 180L);
    assertThat(creditNotes).isBetween(4L, 10L);
  }

  @Test
  void theLinesAndTheTaxesLeadToTheTotal() {
    for (Xpath document : INVOICES) {
      BigDecimal net = document.number("LegalMonetaryTotal/LineExtensionAmount");
      BigDecimal tax = document.number("TaxTotal/TaxAmount");
      String line = document.all("InvoiceLine").isEmpty() ? "CreditNoteLine" : "InvoiceLine";
      assertThat(document.sum(line + "/LineExtensionAmount")).isEqualByComparingTo(net);
      assertThat(document.sum("TaxTotal/TaxSubtotal/TaxableAmount")).isEqualByComparingTo(net);
      assertThat(document.sum("TaxTotal/TaxSubtotal/TaxAmount")).isEqualByComparingTo(tax);
      assertThat(document.number("LegalMonetaryTotal/PayableAmount"))
          .isEqualByComparingTo(net.add(tax))
          .isPositive();
    }
  }

  @Test
  void quantityTimesPriceIsTheAmountOfALineAndTheRateGivesTheTax() {
    for (Xpath document : INVOICES) {
      for (Xpath line : document.all("InvoiceLine")) {
        assertThat(line.number("InvoicedQuantity").multiply(line.number("Price/PriceAmount")))
            .isEqualByComparingTo(line.number("LineExtensionAmount"));
      }
      for (Xpath group : document.all("TaxTotal/TaxSubtotal")) {
        BigDecimal rate = group.number("TaxCategory/Percent").movePointLeft(2);
        assertThat(group.number("TaxableAmount").multiply(rate).setScale(2, RoundingMode.HALF_UP))
            .isEqualByComparingTo(group.number("TaxAmount"));
      }
    }
  }

  @Test
  void creditorReferencesAndAccountsHaveValidCheckDigits() {
    Set<String> checked = new HashSet<>();
    for (Xpath document : INVOICES) {
      for (Xpath reference : document.all("PaymentMeans/PaymentID")) {
        checked.add(reference.node().getTextContent());
      }
      for (Xpath account : document.all("PaymentMeans/PayeeFinancialAccount/ID")) {
        checked.add(account.node().getTextContent());
      }
    }
    assertThat(checked).hasSizeGreaterThan(10).allMatch(InvoiceFilesTest::passesMod97);
    assertThat(checked).anyMatch(text -> text.startsWith("RF"));
  }

  @Test
  void everyDocumentNamesBothPartiesInFull() {
    for (Xpath document : INVOICES) {
      for (String role : List.of("AccountingSupplierParty", "AccountingCustomerParty")) {
        Xpath party = document.all(role + "/Party").getFirst();
        assertThat(party.text("PartyLegalEntity/RegistrationName")).isNotBlank();
        assertThat(party.text("PostalAddress/CityName")).isNotBlank();
        assertThat(party.text("PostalAddress/Country/IdentificationCode")).hasSize(2);
        assertThat(party.text("PartyTaxScheme/CompanyID")).hasSizeGreaterThan(8);
      }
    }
  }

  @Test
  void aCreditNoteNamesTheInvoiceThatItTakesBack() {
    List<Xpath> notes = INVOICES.stream().filter(d -> d.text("ID").startsWith("C")).toList();
    assertThat(notes)
        .isNotEmpty()
        .allSatisfy(
            note ->
                assertThat(PLAYED.world().truth().open())
                    .containsKey(note.text("BillingReference/InvoiceDocumentReference/ID")));
  }

  /** Written anew, so that the generator's arithmetic is not checked with itself. */
  private static boolean passesMod97(String text) {
    StringBuilder digits = new StringBuilder();
    (text.substring(4) + text.substring(0, 4))
        .chars()
        .forEach(c -> digits.append(Character.digit(c, 36)));
    return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
  }
}
