package org.dunlin.connectors.coda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.dunlin.connectors.Format;
import org.dunlin.connectors.ReadFile;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.model.Statement;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What a movement becomes. */
class PaymentTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @Test
  void aTransferWithItsPartyAndItsWords() {
    ReadFile file =
        CodaFile.begun()
            .entry(1, 1_210_000, "00150000", "0Invoice 2026-0042 of November, pa")
            .second(1, 0, " ".repeat(19) + "id in full", "E2E-7", "BBRUBEBB")
            .third(
                1, 0, "BE71096123456769" + " ".repeat(18) + "EUR", "BAKERY JANSEN", "with thanks")
            .end()
            .read();
    Payment payment = file.payment();

    assertThat(file.format()).isEqualTo(Format.CODA);
    assertThat(payment.kind()).isEqualTo(PaymentKind.TRANSFER);
    assertThat(payment.direction()).isEqualTo(Direction.IN);
    assertThat(payment.amount()).isEqualTo(Money.parse("EUR 1210.00"));
    assertThat(payment.bookingDate()).isEqualTo(DAY);
    assertThat(payment.valueDate()).isEqualTo(DAY);
    assertThat(payment.payerName()).isEqualTo("BAKERY JANSEN");
    assertThat(String.valueOf(payment.payerAccount())).contains("iban=BE71096123456769");
    assertThat(payment.payerBic()).isEqualTo("BBRUBEBB");
    assertThat(payment.endToEndId()).isEqualTo("E2E-7");
    assertThat(payment.transactionCode()).isEqualTo("00150000");
    assertThat(payment.remittance())
        .isEqualTo("Invoice 2026-0042 of November, pa id in full with thanks");
    assertThat(payment.details().references().bankReference()).isEqualTo("BANKREF00010000");
  }

  @Test
  void aWordThatTheEndOfARecordCutsIsOneAgain() {
    String first = "x".repeat(50) + " in";
    ReadFile file =
        CodaFile.begun()
            .entry(1, 1_000, "00150000", "0" + first)
            .second(1, 0, "voice 2026-0042", "", "")
            .end()
            .read();

    assertThat(file.payment().remittance()).endsWith(" invoice 2026-0042");
  }

  @Test
  void theStatementCoversTheDaysAfterThatOfItsOldBalance() {
    Statement statement =
        CodaFile.begun()
            .entry(1, 1_210_000, "00150000", "0")
            .entry(2, -10_000, "00101000", "0")
            .end()
            .read()
            .statement();

    assertThat(statement.id()).isEqualTo(CodaFile.ACCOUNT + "/2026-11-20/017");
    assertThat(statement.from()).isEqualTo(DAY);
    assertThat(statement.to()).isEqualTo(DAY);
    assertThat(statement.openingBalance()).isEqualTo(Money.parse("EUR 100.00"));
    assertThat(statement.closingBalance()).isEqualTo(Money.parse("EUR 1300.00"));
    assertThat(statement.entries()).isEqualTo(2);
  }

  @Test
  void aStatementOverAWeekendCoversTheWeekend() {
    String text = CodaFile.begun().end().text().replace("191126DUCK", "171126DUCK");

    assertThat(ReadFile.of(text).statement().from()).isEqualTo(LocalDate.of(2026, 11, 18));
  }

  @Test
  void everyStructureOfAnAccountNumberIsRead() {
    String belgian = "539007547034 EUR0BE" + " ".repeat(18);
    assertThat(account('0', belgian)).isEqualTo("BE68539007547034");
    assertThat(account('0', "539007547035 EUR0BE")).isEqualTo("539007547035");
    assertThat(account('1', "0417164300" + " ".repeat(24) + "EUR")).isEqualTo("0417164300");
    assertThat(account('2', "BE68539007547034" + " ".repeat(18) + "EUR"))
        .isEqualTo("BE68539007547034");
    assertThat(account('3', "NL91ABNA0417164300" + " ".repeat(16) + "USD"))
        .isEqualTo("NL91ABNA0417164300");
  }

  @Test
  void theOtherPartyMayHaveABelgianNumberOrNoIban() {
    assertThat(other("539007547034")).isEqualTo("BE68539007547034");
    assertThat(other("12-345 6789")).isEqualTo("12-345 6789");
    assertThat(other("NL91 ABNA 0417 1643 00")).isEqualTo("NL91ABNA0417164300");
    assertThat(
            CodaFile.begun()
                .entry(1, 1_000, "00150000", "0")
                .third(1, 0, "", "A", "")
                .end()
                .read()
                .payment()
                .payerAccount())
        .isNull();
  }

  @Test
  void theFullNameOfTheOtherPartyIsThatOfTheInformation() {
    Payment payment =
        CodaFile.begun()
            .entry(1, 1_000, "00150000", "0")
            .third(1, 0, "BE71096123456769", "THE SOCIETY FOR THE PROTECTION OF D", "")
            .information(1, 1, 1, "1001THE SOCIETY FOR THE PROTECTION OF DUCKS")
            .information(2, 1, 1, "POND STREET 1")
            .information(1, 1, 2, "1009THE LEFT WING")
            .information(1, 1, 3, "1008DUCK NORTH")
            .information(1, 1, 4, "0Paid at the coun")
            .information(2, 1, 4, "ter of Ghent")
            .end()
            .read()
            .payment();

    assertThat(payment.payerName()).isEqualTo("THE SOCIETY FOR THE PROTECTION OF DUCKS");
    assertThat(payment.details().ultimatePayerName()).isEqualTo("THE LEFT WING");
    assertThat(payment.details().ultimateOwnName()).isEqualTo("DUCK NORTH");
    assertThat(payment.details().bankText()).startsWith("Paid at the coun").contains("Ghent");
  }

  @Test
  void anAmountOfZeroMovesNoMoney() {
    ReadFile file = CodaFile.begun().entry(1, 0, "00150000", "0words").end().read();

    assertThat(file.payments()).isEmpty();
    assertThat(file.statement().entries()).isEqualTo(1);
  }

  private static String account(char structure, String accountAndCurrency) {
    return new CodaFile()
        .begin(structure, accountAndCurrency, 100_000)
        .end()
        .read()
        .statement()
        .account()
        .key();
  }

  private static String other(String number) {
    Payment payment =
        CodaFile.begun()
            .entry(1, 1_000, "00150000", "0")
            .third(1, 0, number, "A", "")
            .end()
            .read()
            .payment();
    return payment.payerAccount() == null ? "" : payment.payerAccount().key();
  }
}
