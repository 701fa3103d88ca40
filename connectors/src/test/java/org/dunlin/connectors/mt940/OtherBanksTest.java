package org.dunlin.connectors.mt940;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Nordic, Swiss, American and other banks, whose field 86 has words or SWIFT's codes. */
class OtherBanksTest {
  @Test
  void danishWordsAreReadInTheEncodingOfTheFile() {
    Sample sample =
        Sample.of(
                "1250,00",
                ":61:2611201120C1250,00NTRFNONREF//DB0112233",
                "Overførsel",
                ":86:Faktura 2026-0042",
                "Sørensen & Søn ApS")
            .with("NL91ABNA0417164300", "DK5000400440116243")
            .with("EUR", "DKK");
    for (Charset encoding :
        new Charset[] {
          StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, Charset.forName("IBM850")
        }) {
      Sample.Read read = sample.read(encoding);
      Payment payment = read.of(Payment.class).get(0);

      assertThat(payment.remittance()).isEqualTo("Faktura 2026-0042 Sørensen & Søn ApS");
      assertThat(payment.details().bankText()).isEqualTo("Overførsel");
      assertThat(payment.account()).isEqualTo(AccountId.ofIban("DK5000400440116243"));
      assertThat(payment.amount()).isEqualTo(Money.parse("DKK 1250.00"));
      assertThat(read.encodings()).containsExactly(encoding);
    }
  }

  @Test
  void aNorwegianKidStaysInTheWords() {
    Payment payment =
        Sample.of("90,00", ":61:2611201120C90,00NTRF0042//9001", ":86:KID 0012345678903").payment();

    assertThat(payment.remittance()).isEqualTo("KID 0012345678903");
    assertThat(payment.details().references().instructionId()).isEqualTo("0042");
  }

  @Test
  void swissEntriesHaveAFundsCodeAndTheirNumberInTheSecondLine() {
    Payment payment =
        Sample.of(
                "149,50",
                ":61:2611201120C149,5FMSC01916//NONREF",
                "20261120007602187654321000000012",
                ":86:GIRO AUS ONLINE-SIC 81379 AUFTRAGGEBER: JOHANNA MUSTER BEISPIELSTRASSE",
                " 12 8000 ZUERICH")
            .with("NL91ABNA0417164300", "CH9300762011623852957")
            .with("EUR", "CHF")
            .payment();

    assertThat(payment.amount()).isEqualTo(Money.parse("CHF 149.50"));
    assertThat(payment.kind()).isEqualTo(PaymentKind.OTHER);
    assertThat(payment.details().references().bankReference()).isNull();
    assertThat(payment.details().bankText()).isEqualTo("20261120007602187654321000000012");
    assertThat(payment.remittance())
        .isEqualTo(
            "GIRO AUS ONLINE-SIC 81379 AUFTRAGGEBER: JOHANNA MUSTER BEISPIELSTRASSE 12 8000"
                + " ZUERICH");
  }

  @Test
  void americanBanksNameTheMessageAndTheirAccountByNumber() {
    Sample sample =
        Sample.of(
                "1500,00",
                ":61:2611201120C1500,00S103INV 2026-0042//26324B12345",
                "WIRE IN",
                ":86:/ORDP/ACME SUPPLY INC/REMI/INVOICE 2026-0042")
            .with(":25:NL91ABNA0417164300", ":25:CITIUS33XXX/0012345678USD")
            .with("EUR", "USD");

    assertThat(sample.payment().kind()).isEqualTo(PaymentKind.TRANSFER);
    assertThat(sample.payment().payerName()).isEqualTo("ACME SUPPLY INC");
    assertThat(sample.payment().remittance()).isEqualTo("INVOICE 2026-0042");
    assertThat(sample.statements().get(0).account())
        .isEqualTo(new AccountId(null, "0012345678", null));
  }

  @Test
  void whatThePayerOrderedInAnotherCurrencyIsKept() {
    Payment payment =
        Sample.of(
                "92,10",
                ":61:2611201120C92,10NTRFNONREF//1",
                "/OCMT/USD100,00/CHGS/EUR1,50/",
                ":86:INVOICE 7")
            .payment();

    assertThat(payment.details().instructedAmount()).isEqualTo(Money.parse("USD 100.00"));
    assertThat(payment.details().bankText()).isNull();
  }

  @Test
  void anAccountIsReadWithItsCurrencyBehindIt() {
    for (String account :
        new String[] {
          "NL91ABNA0417164300EUR", "NL91 ABNA 0417 1643 00 EUR", "NL91ABNA0417164300/EUR"
        }) {
      Sample sample = Sample.of("1,00", ":61:261120C1,00NTRFX").with("NL91ABNA0417164300", account);

      assertThat(sample.statements().get(0).account())
          .as(account)
          .isEqualTo(AccountId.ofIban("NL91ABNA0417164300"));
    }
  }

  @Test
  void amountsAreReadWithCommaPointAndLeadingZeros() {
    for (String amount : new String[] {"10,", "10", "10.00", "000000000010,0", "10,000"}) {
      Payment payment = Sample.of("10,00", ":61:261120C" + amount + "NTRFX").payment();

      assertThat(payment.amount()).as(amount).isEqualTo(Money.parse("EUR 10.00"));
      assertThat(payment.direction()).isEqualTo(Direction.IN);
    }
  }

  @Test
  void theBookingDayIsOfTheYearNearestToTheValueDay() {
    assertThat(Sample.of("1,00", ":61:2512310102C1,00NTRFX").payment().bookingDate())
        .hasToString("2026-01-02");
    assertThat(Sample.of("1,00", ":61:2601021231C1,00NTRFX").payment().bookingDate())
        .hasToString("2025-12-31");
  }

  @Test
  void theThirtiethOfFebruaryIsItsLastDay() {
    assertThat(Sample.of("1,00", ":61:2602300301C1,00NTRFX").payment().valueDate())
        .hasToString("2026-02-28");
  }
}
