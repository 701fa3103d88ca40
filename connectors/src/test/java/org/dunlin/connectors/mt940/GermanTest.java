package org.dunlin.connectors.mt940;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.model.Statement;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The layout of Deutsche Bank, Commerzbank, Sparkassen and cooperative banks (DFÜ, annex 3). */
class GermanTest {
  @Test
  void aTransferIsReadOutOfItsSubfields() {
    Payment payment = Sample.german().payment();

    assertThat(payment.kind()).isEqualTo(PaymentKind.TRANSFER);
    assertThat(payment.direction()).isEqualTo(Direction.IN);
    assertThat(payment.amount()).isEqualTo(Money.parse("EUR 1210.00"));
    assertThat(payment.bookingDate()).isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(payment.payerName()).isEqualTo("Baeckerei Morgenrot GmbH und Co KG");
    assertThat(payment.payerAccount()).isEqualTo(AccountId.ofIban("DE89370400440532013000"));
    assertThat(payment.payerBic()).isEqualTo("GENODEF1ABC");
    assertThat(payment.remittance())
        .isEqualTo("Rechnung: 2026-0042 vom 01.11.2026 Kundennummer 4711");
    assertThat(payment.endToEndId()).isEqualTo("RG-2026-0042");
    assertThat(payment.transactionCode()).isEqualTo("N166-166");
    assertThat(payment.details().references().bankReference()).isEqualTo("POS 7");
    assertThat(payment.details().bankText()).isEqualTo("SEPA-UEBERWEISUNG");
  }

  @Test
  void bankCodeAndNumberAreTheAccountsIban() {
    Statement statement = Sample.german().statements().get(0);

    assertThat(statement.account()).isEqualTo(AccountId.ofIban("DE41500105170123456789"));
    assertThat(statement.openingBalance()).isEqualTo(Money.parse("EUR 1000.00"));
    assertThat(statement.closingBalance()).isEqualTo(Money.parse("EUR 2110.00"));
    assertThat(statement.entries()).isEqualTo(4);
    assertThat(statement.from()).isEqualTo(LocalDate.of(2026, 11, 19));
    assertThat(statement.to()).isEqualTo(LocalDate.of(2026, 11, 20));
  }

  @Test
  void debitsReturnsAndFeesAreWhatTheirCodesSay() {
    List<Payment> payments = Sample.german().payments();

    assertThat(payments)
        .extracting(Payment::kind)
        .containsExactly(
            PaymentKind.TRANSFER, PaymentKind.DIRECT_DEBIT, PaymentKind.RETURN, PaymentKind.FEE);
    assertThat(payments.get(1).details().references().mandateId()).isEqualTo("M-2026-1");
    assertThat(payments.get(1).details().payerId()).isEqualTo("DE98ZZZ09999999999");
  }

  @Test
  void aReturnedDebitNamesWhatCameBackAndWhy() {
    Payment returned = Sample.german().payments().get(2);

    assertThat(returned.returnOf()).isEqualTo("RG-2026-0017");
    assertThat(returned.details().returnReason()).isEqualTo("MD06");
    assertThat(returned.payerName()).isEqualTo("Anna Muster");
  }

  @Test
  void anOlderEntryHasBankCodeAndNumberOfTheOtherParty() {
    Payment payment =
        Sample.of(
                "10,00",
                ":61:2611201120CR10,00NTRFNONREF",
                ":86:051?00UEBERWEISUNG?20Miete?3010020030?310001234567?32MUELLER")
            .payment();

    assertThat(payment.payerAccount()).isEqualTo(AccountId.ofIban("DE73100200300001234567"));
    assertThat(payment.payerBic()).isNull();
    assertThat(payment.payerName()).isEqualTo("MUELLER");
  }

  @Test
  void whatTheBankRepeatsWithColonsBehindTheWordsIsNotTheirs() {
    Payment payment =
        Sample.of(
                "10,00",
                ":61:2611201120CR10,00NTRFNONREF",
                ":86:166?20SVWZ+Rechnung 7?21EREF: E-1 MREF: M-1 IBAN: DE?228937040044053201300"
                    + "0 BIC: A?23BCDEFGH?32A. Berg")
            .payment();

    assertThat(payment.remittance()).isEqualTo("Rechnung 7");
    assertThat(payment.endToEndId()).isEqualTo("E-1");
    assertThat(payment.details().references().mandateId()).isEqualTo("M-1");
  }

  @Test
  void fieldsSixtyToSixtyThreeGoOnWhereTwentyNineEnded() {
    Payment payment =
        Sample.of(
                "10,00",
                ":61:2611201120CR10,00NTRFNONREF",
                ":86:166?20SVWZ+one?29two?60three?63four?32A. Berg")
            .payment();

    assertThat(payment.remittance()).isEqualTo("one two three four");
  }

  @Test
  void aTimeOfACardPaymentMayWrapSoThatItLooksLikeAField() {
    String wrapped = ":86:106?00KARTENZAHLUNG?20EREF+1?21SVWZ+SHOP//KOELN/DE?22 2026-11-20T16";
    for (String minutes : new String[] {":20:37 Karte 1", ":25:59", ":13:26:37 Folgenr. 007"}) {
      Payment payment =
          Sample.of("10,00", ":61:2611201120CR10,00NMSCNONREF", wrapped, minutes).payment();

      assertThat(payment.remittance()).as(minutes).endsWith("T16" + minutes);
    }
  }

  @Test
  void aReversalGoesTheOtherWayAndIsAReturn() {
    Payment credit = Sample.of("10,00", ":61:2611201120RDR10,00NTRFNONREF").payment();
    assertThat(credit.direction()).isEqualTo(Direction.IN);
    assertThat(credit.kind()).isEqualTo(PaymentKind.RETURN);

    Payment debit =
        Sample.of("0,00", ":61:2611201120RC10,00NTRFX", ":61:2611201120C10,00NTRFX").payment();
    assertThat(debit.direction()).isEqualTo(Direction.OUT);
  }

  @Test
  void olderProgramsKeepTheDetailsInAFieldOfTheirOwn() {
    Payment payment =
        Sample.of(
                "10,00",
                ":61:2611201120C10,00S051",
                ":NS:01Rechnung 7",
                "02von Mai",
                "15Anna Berg",
                "17GUTSCHRIFT",
                "191000")
            .payment();

    assertThat(payment.remittance()).isEqualTo("Rechnung 7 von Mai");
    assertThat(payment.payerName()).isEqualTo("Anna Berg");
    assertThat(payment.details().bankText()).isEqualTo("GUTSCHRIFT");
  }
}
