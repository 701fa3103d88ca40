package org.dunlin.connectors.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import org.dunlin.core.model.Address;
import org.dunlin.core.model.Customer;
import org.junit.jupiter.api.Test;

class BuyerTest {
  @Test
  void theBuyerIsTheCustomerWithAllThatTheDocumentSaysOfIt() {
    Customer customer = Sample.invoice().customer();

    assertThat(customer.id()).isEqualTo("NL001234567B01");
    assertThat(customer.number()).isEqualTo("D1001");
    assertThat(customer.name()).isEqualTo("Bakkerij Jansen B.V.");
    assertThat(customer.email()).isEqualTo("ap@example.nl");
    assertThat(customer.phone()).isEqualTo("+31201234567");
    assertThat(customer.address())
        .isEqualTo(new Address("Dam 1, Postbus 12", "1012JS", "Amsterdam", "NL"));
    assertThat(customer.vatNumber()).isEqualTo("NL001234567B01");
    assertThat(customer.registrationNumber()).isEqualTo("12345678");
  }

  @Test
  void aNameIsReadWithoutMarksThatNobodySees() {
    Sample sample = Sample.invoice().with("Jansen", "\u202EJan\u200Bsen\u2069");

    assertThat(sample.customer().name()).isEqualTo("Bakkerij Jansen B.V.");
  }

  @Test
  void whatTheDocumentDoesNotSayStaysAbsent() {
    Customer customer = Sample.invoice().customer();

    assertThat(customer.consumer()).isNull();
    assertThat(customer.language()).isNull();
    assertThat(customer.source()).isNull();
    assertThat(customer.ibans()).isEmpty();
    assertThat(customer.paymentTermDays()).isNull();
  }

  @Test
  void theVatNumberNamesTheCustomerHoweverItIsSpaced() {
    assertThat(Sample.invoice().with("NL001234567B01", "nl 0012.34567.b01").customer().id())
        .isEqualTo("NL001234567B01");
  }

  @Test
  void withoutVatNumberTheRegistrationWithItsSchemeNamesTheCustomer() {
    Sample sample = Sample.invoice().without("PartyTaxScheme");

    assertThat(sample.customer().id()).isEqualTo("0106:12345678");
    assertThat(sample.customer().vatNumber()).isNull();
  }

  @Test
  void aTaxNumberThatIsNotForVatIsNoVatNumber() {
    Sample sample = Sample.invoice().with("<cbc:ID>VAT</cbc:ID>", "<cbc:ID>TAX</cbc:ID>");

    assertThat(sample.customer().vatNumber()).isNull();
  }

  @Test
  void withoutRegistrationAnIdentifierNamesTheCustomerThenAnEndpointThenTheName() {
    Sample identified = Sample.invoice().without("PartyTaxScheme").without("CompanyID");
    Sample reachable = identified.without("PartyIdentification");
    Sample named = reachable.without("EndpointID");

    assertThat(identified.customer().id()).isEqualTo("D1001");
    assertThat(reachable.customer().id()).isEqualTo("0106:12345678");
    assertThat(named.customer().id()).isEqualTo("BAKKERIJ JANSEN B V");
  }

  @Test
  void theInvoiceNamesTheSameCustomer() {
    Sample sample = Sample.invoice().without("PartyTaxScheme").without("CompanyID");

    assertThat(sample.document().customerId()).isEqualTo(sample.customer().id());
  }

  @Test
  void withoutRegisteredNameTheTradingNameCounts() {
    assertThat(Sample.creditNote().customer().name()).isEqualTo("Café Zuid");
  }

  @Test
  void aBuyerWithoutAnyNameIsAProblem() {
    Sample sample = Sample.creditNote().without("PartyName");

    assertThat(sample.problem().code()).isEqualTo("MISSING_ELEMENT");
    assertThat(sample.problem().message())
        .contains("AccountingCustomerParty/Party/PartyLegalEntity/RegistrationName");
  }

  @Test
  void anEndpointThatIsAnEmailAddressIsOneWhereTheContactHasNone() {
    Sample sample =
        Sample.invoice()
            .without("ElectronicMail")
            .with(
                "schemeID=\"0106\">12345678</cbc:EndpointID>",
                "schemeID=\"EM\">in@example.nl</cbc:EndpointID>");

    assertThat(sample.customer().email()).isEqualTo("in@example.nl");
  }

  @Test
  void anAccountThatTheSellerDebitsIsTheCustomers() {
    Sample sample =
        Sample.invoice()
            .with(
                "<cac:PayeeFinancialAccount>",
                "<cac:PaymentMandate><cac:PayerFinancialAccount><cbc:ID>NL91 ABNA 0417 1643 00"
                    + "</cbc:ID></cac:PayerFinancialAccount></cac:PaymentMandate>"
                    + "<cac:PayeeFinancialAccount>");

    assertThat(sample.customer().ibans()).containsExactly("NL91ABNA0417164300");
  }
}
