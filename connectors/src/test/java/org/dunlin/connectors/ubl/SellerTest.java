package org.dunlin.connectors.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SellerTest {
  private static final String SELLER = "Molen Meel B.V.</cbc:RegistrationName>";

  @Test
  void whoBillsHimselfIsOwedNothing() {
    Sample sample =
        Sample.invoice()
            .with(SELLER, SELLER + "<cbc:CompanyID schemeID=\"0106\">12345678</cbc:CompanyID>");

    assertThat(sample.problem().code()).isEqualTo("NOT_A_RECEIVABLE");
    assertThat(sample.problem().message()).contains("0106:12345678");
  }

  @Test
  void theSameNumberOfAnotherRegisterIsAnotherParty() {
    Sample sample =
        Sample.invoice()
            .with(SELLER, SELLER + "<cbc:CompanyID schemeID=\"0208\">12345678</cbc:CompanyID>");

    assertThat(sample.document().number()).isEqualTo("2026-0042");
  }

  @Test
  void companiesOfAGroupMayShareTheirVatNumber() {
    assertThat(Sample.invoice().with("NL009999999B01", "NL001234567B01").document().number())
        .isEqualTo("2026-0042");
  }

  @Test
  void whoIsPaidInTheSellersPlaceDoesNotMatter() {
    Sample sample =
        Sample.invoice()
            .with(
                "<cac:PaymentMeans>",
                "<cac:PayeeParty><cac:PartyName><cbc:Name>Bank</cbc:Name></cac:PartyName>"
                    + "</cac:PayeeParty><cac:PaymentMeans>");

    assertThat(sample.records()).isEqualTo(Sample.invoice().records());
  }
}
