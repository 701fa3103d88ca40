package org.dunlin.connectors.cfonb120;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dunlin.connectors.Format;
import org.dunlin.connectors.ReadFile;
import org.dunlin.core.model.BankCharge;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.model.Statement;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What a movement and its complements become. */
class PaymentTest {
  @Test
  void aTransferWithAllThatTheQualifiersSay() {
    ReadFile file =
        CfonbFile.begun()
            .entry("05", 121_000, "VIR SEPA RECU")
            .complement("NPY", "BOULANGERIE JANSEN")
            .complement("IPY", "12345678900012".concat(" ".repeat(21)) + "SIRET")
            .complement("NPO", "HOLDING JANSEN")
            .complement("NBE", "DUCK SARL")
            .complement("NBU", "DUCK NORD")
            .complement("LCC", "Facture 2026-0042 et")
            .complement("LC2", "2026-0043")
            .complement("LCS", "RF18539007547034")
            .complement("RCN", "E2E-7".concat(" ".repeat(30)) + "SUPP")
            .complement("REF", "BATCH-1".concat(" ".repeat(28)) + "INSTR-1")
            .complement("LIB", "DE BOULANGERIE JANSEN")
            .complement("XYZ", "of the bank itself")
            .end()
            .read();
    Payment payment = file.payment();

    assertThat(file.format()).isEqualTo(Format.CFONB_120);
    assertThat(payment.kind()).isEqualTo(PaymentKind.TRANSFER);
    assertThat(payment.direction()).isEqualTo(Direction.IN);
    assertThat(payment.amount()).isEqualTo(Money.parse("EUR 1210.00"));
    assertThat(payment.bookingDate()).isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(payment.valueDate()).isEqualTo(LocalDate.of(2026, 11, 21));
    assertThat(payment.payerName()).isEqualTo("BOULANGERIE JANSEN");
    assertThat(payment.remittance()).isEqualTo("Facture 2026-0042 et 2026-0043");
    assertThat(payment.creditorReference()).isEqualTo("RF18539007547034");
    assertThat(payment.endToEndId()).isEqualTo("E2E-7");
    assertThat(payment.transactionCode()).isEqualTo("05");
    assertThat(payment.details().payerId()).isEqualTo("12345678900012");
    assertThat(payment.details().ultimatePayerName()).isEqualTo("HOLDING JANSEN");
    assertThat(payment.details().ultimateOwnName()).isEqualTo("DUCK NORD");
    assertThat(payment.details().references().batchId()).isEqualTo("BATCH-1");
    assertThat(payment.details().references().instructionId()).isEqualTo("INSTR-1");
    assertThat(payment.details().references().bankReference()).isEqualTo("BANKREF");
    assertThat(payment.details().bankText()).isEqualTo("VIR SEPA RECU DE BOULANGERIE JANSEN");
  }

  @Test
  void withoutWordsFromClientToClientThoseOfTheBankCount() {
    Payment payment =
        CfonbFile.begun()
            .entry("05", 100, "VIR DE ANNA")
            .complement("LIB", "FACTURE 7")
            .complement("LIB", "MERCI")
            .end()
            .read()
            .payment();

    assertThat(payment.remittance()).isEqualTo("VIR DE ANNA FACTURE 7 MERCI");
    assertThat(payment.details().bankText()).isNull();
  }

  @Test
  void whoIsPaidIsTheOtherPartyOfWhatLeft() {
    Payment paid =
        CfonbFile.begun()
            .entry("06", -5_000, "VIR EMIS")
            .complement("NPY", "DUCK SARL")
            .complement("NBE", "MOULIN SA")
            .complement("CBE", "FR7630006000011234567890189")
            .end()
            .read()
            .payment();

    assertThat(paid.payerName()).isEqualTo("MOULIN SA");
    assertThat(paid.payerAccount()).isNotNull();
    assertThat(String.valueOf(paid.payerAccount())).contains("FR7630006000011234567890189");
  }

  @Test
  void aNameAloneIsTheOtherPartysUnderWhicheverQualifierItStands() {
    Payment paid =
        CfonbFile.begun()
            .entry("B1", -5_000, "PRLV SEPA")
            .complement("NPY", "ELECTRICITE SA")
            .end()
            .read()
            .payment();

    assertThat(paid.payerName()).isEqualTo("ELECTRICITE SA");
  }

  @Test
  void aReturnKeepsTheRolesOfWhatItUndoes() {
    Payment unpaid =
        CfonbFile.begun()
            .rejected("B3", "64", -5_000)
            .complement("NPY", "ANNA")
            .complement("NBE", "DUCK SARL")
            .complement("RUM", "M-77".concat(" ".repeat(31)) + "RCUR")
            .complement("RCN", "E2E-1")
            .complement("RET", "DOUBLON")
            .end()
            .read()
            .payment();

    assertThat(unpaid.kind()).isEqualTo(PaymentKind.RETURN);
    assertThat(unpaid.payerName()).isEqualTo("ANNA");
    assertThat(unpaid.returnOf()).isEqualTo("E2E-1");
    assertThat(unpaid.details().returnReason()).isEqualTo("64");
    assertThat(unpaid.details().returnText()).isEqualTo("DOUBLON");
    assertThat(unpaid.details().references().mandateId()).isEqualTo("M-77");
  }

  @Test
  void theAmountInAnotherCurrencyAndFeesInform() {
    Payment payment =
        CfonbFile.begun()
            .entry("45", 100_000, "VIR INTERNATIONAL")
            .complement("MMO", "USD2" + "00000000110000" + "04" + "00000011000")
            .complement("FEE", "EUR2" + "00000000001250")
            .end()
            .read()
            .payment();

    assertThat(payment.details().instructedAmount()).isEqualTo(Money.parse("USD 1100.00"));
    assertThat(payment.details().exchangeRate()).isEqualTo(new BigDecimal("1.1"));
    assertThat(payment.details().charges())
        .containsExactly(new BankCharge(Money.parse("EUR 12.50"), Direction.OUT, null, null));
  }

  @Test
  void whatCannotBeReadOfAComplementIsLeftOut() {
    Payment payment =
        CfonbFile.begun()
            .entry("45", 100_000, "VIR")
            .complement("MMO", "XXX?rubbish")
            .complement("MMO", "USD2" + "00000000110000" + "12" + "00000011001")
            .complement("FEE", "EURx")
            .end()
            .read()
            .payment();

    assertThat(payment.details().exchangeRate()).isNull();
    assertThat(payment.details().charges()).isEmpty();
  }

  @Test
  void theLastCharacterOfAnAmountHasItsSign() {
    for (int digit = 0; digit <= 9; digit++) {
      Payment credit = CfonbFile.begun().entry("05", 100 + digit, "V").end().read().payment();
      Payment debit = CfonbFile.begun().entry("06", -100 - digit, "V").end().read().payment();
      assertThat(credit.amount())
          .isEqualTo(Money.ofMinor(credit.amount().getCurrencyUnit(), 100 + digit));
      assertThat(credit.direction()).isEqualTo(Direction.IN);
      assertThat(debit.amount()).isEqualTo(credit.amount());
      assertThat(debit.direction()).isEqualTo(Direction.OUT);
    }
  }

  @Test
  void bracesThatAFrenchCodePageMadeLettersAreReadToo() {
    String text = CfonbFile.begun().entry("05", 100, "V").entry("06", -200, "V").end().text();
    String letters = text.replace('{', 'é').replace('}', 'è');

    assertThat(ReadFile.of(letters).statement()).isEqualTo(ReadFile.of(text).statement());
  }

  @Test
  void theDecimalsOfAnAmountAreThoseThatItsRecordSays() {
    String text = CfonbFile.begun().entry("05", 1_000, "V").end().text().replace("EUR2", "EUR3");

    assertThat(ReadFile.of(text).payment().amount()).isEqualTo(Money.parse("EUR 1.00"));
  }

  @Test
  void bankBranchAndNumberMakeTheIban() {
    Statement statement = CfonbFile.begun().end().read().statement();

    assertThat(statement.account().iban()).isEqualTo(CfonbFile.IBAN);
    assertThat(new CfonbFile().begin("12345678", 0).end().read().statement().account().key())
        .isEqualTo("300060000112345678");
  }

  @Test
  void theStatementCoversTheDaysAfterThatOfItsOldBalance() {
    Statement statement = CfonbFile.begun().entry("05", 121_000, "V").end().read().statement();

    assertThat(statement.id()).isEqualTo(CfonbFile.IBAN + "/2026-11-20");
    assertThat(statement.from()).isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(statement.to()).isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(statement.openingBalance()).isEqualTo(Money.parse("EUR 100.00"));
    assertThat(statement.closingBalance()).isEqualTo(Money.parse("EUR 1310.00"));
  }

  @Test
  void theKindIsThatOfTheInterbankCode() {
    assertThat(kind("A1")).isEqualTo(PaymentKind.DIRECT_DEBIT);
    assertThat(kind("C2")).isEqualTo(PaymentKind.TRANSFER);
    assertThat(kind("30")).isEqualTo(PaymentKind.CARD);
    assertThat(kind("02")).isEqualTo(PaymentKind.CHEQUE);
    assertThat(kind("62")).isEqualTo(PaymentKind.FEE);
    assertThat(kind("12")).isEqualTo(PaymentKind.RETURN);
    assertThat(kind("91")).isEqualTo(PaymentKind.OTHER);
  }

  private static PaymentKind kind(String code) {
    return CfonbFile.begun().entry(code, 100, "V").end().read().payment().kind();
  }
}
