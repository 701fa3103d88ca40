package org.dunlin.connectors.csv;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Problem;
import org.junit.jupiter.api.Test;

class BrokenCsvTest {
  private static final String HEADER = "Date;Amount;Balance;Text\n";
  private static final String FILE =
      HEADER
          + "2026-11-18;1.00;101.00;\"a;b\"\n2026-11-19;2.00;103.00;c\n2026-11-20;3.00;106.00;d\n";

  @Test
  void cutOffAnywhereItIsTakenOrRefusedWithAPlace() {
    for (int length = HEADER.length() + 1; length < FILE.length(); length++) {
      String cut = FILE.substring(0, length);
      try {
        assertThat(Reading.BANK.records(cut)).as(cut).isNotEmpty();
      } catch (Untranslatable refused) {
        assertThat(refused.problem().position()).as(cut).startsWith("line ");
      }
    }
  }

  @Test
  void aQuoteThatNeverEndsIsRefusedWhereItBegins() {
    expect(HEADER + "2026-11-18;1.00;101.00;\"a\n2026-11-19;2.00;103.00;b\n", "MALFORMED_CSV", 2);
  }

  @Test
  void textBehindAQuoteIsRefused() {
    expect(HEADER + "2026-11-18;1.00;;a\n2026-11-19;2.00;;\"b\"c\n", "MALFORMED_CSV", 3);
  }

  @Test
  void aDayThatThereIsNotIsRefused() {
    expect(HEADER + "2026-02-30;1.00;;a\n", "WRONG_DATE", 2);
    expect(HEADER + "18-11-2026;1.00;;a\n", "WRONG_DATE", 2);
    expect(HEADER + "1026-11-18;1.00;;a\n", "WRONG_DATE", 2);
  }

  @Test
  void anAmountOfAnotherStyleIsRefused() {
    expect(HEADER + "2026-11-18;1.000,00;;a\n", "WRONG_AMOUNT", 2);
    expect(HEADER + "2026-11-18;12,34;;a\n", "WRONG_AMOUNT", 2);
    expect(HEADER + "2026-11-18;1e5;;a\n", "WRONG_AMOUNT", 2);
    expect(HEADER + "2026-11-18;" + "9".repeat(200) + ";;a\n", "WRONG_AMOUNT", 2);
    expect(HEADER + "2026-11-18;1.005;;a\n", "TOO_MANY_DECIMALS", 2);
  }

  @Test
  void aRowThatEndsTooEarlyIsRefused() {
    Reading reading = Reading.BANK.with("balance: {optional: Balance}", "balance: Balance");

    assertThat(reading.problem(HEADER + "2026-11-18;1.00\n"))
        .returns("MISSING_COLUMN", Problem::code)
        .returns("line 2", Problem::position);
  }

  @Test
  void aRowWithoutADateIsRefusedUnlessTheDescriptionSaysWhatItMeans() {
    String file = HEADER + "2026-11-18;1.00;;a\n;;;goes on\nTotal;1.00;;\n2026-11-19;1.00;;b\n";

    expect(file, "MISSING_VALUE", 3);
    assertThat(undated("skip", file)).isEqualTo("a b");
    assertThat(undated("end", file)).isEqualTo("a");
    assertThat(undated("continue", file)).isEqualTo("a goes on b");
  }

  private static String undated(String word, String file) {
    Reading reading = Reading.BANK.and("undated: " + word + "\n");
    return String.join(
        " ", reading.records(file, Payment.class).stream().map(Payment::remittance).toList());
  }

  @Test
  void aDayThatIsWrittenWrongIsNoRowWithoutADate() {
    Reading reading = Reading.BANK.and("undated: skip\n");

    assertThat(reading.problem(HEADER + "2026-11-18;1.00;;a\n2026-1x-19;1.00;;b\n").code())
        .isEqualTo("WRONG_DATE");
  }

  @Test
  void boundsHold() {
    expect(HEADER + "2026-11-18;1.00;;" + "x".repeat(70_000) + "\n", "MALFORMED_CSV", 2);
    expect(HEADER + "2026-11-18;1.00;;" + "x;".repeat(600) + "\n", "MALFORMED_CSV", 2);
    expect(HEADER + "2026-11-18;1.00;;\"" + "x\n".repeat(600_000) + "\"\n", "MALFORMED_CSV", 2);
    expect(HEADER + "2026-11-18;1.00;;" + "x".repeat(2_000_000) + "\n", "LINE_TOO_LONG", 2);
  }

  @Test
  void aPayersTextIsNoLabel() {
    Reading reading =
        Reading.BANK
            .with(
                "constants: {account: NL44RABO0123456789, currency: EUR}",
                "constants: {currency: EUR}")
            .and("labels: {account: \"IBAN:\"}\nundated: continue\n");
    String file =
        "IBAN:;NL44RABO0123456789\n" + HEADER + "2026-11-18;1.00;;a\n;;;IBAN: NL91ABNA0417164300\n";

    assertThat(reading.records(file, Payment.class))
        .singleElement()
        .satisfies(
            payment -> {
              assertThat(requireNonNull(payment.account()).iban()).isEqualTo("NL44RABO0123456789");
              assertThat(payment.remittance()).isEqualTo("a IBAN: NL91ABNA0417164300");
            });
  }

  @Test
  void bytesThatAreNotOfTheEncodingThatWasNamedAreRefused() {
    Reading reading = Reading.BANK.and("encoding: UTF-8\n");

    byte[] file = (HEADER + "2026-11-18;1.00;;\u00e4\n").getBytes(StandardCharsets.ISO_8859_1);

    try {
      assertThat(reading.records(file)).isEmpty();
    } catch (Untranslatable refused) {
      assertThat(refused.problem().code()).isIn("WRONG_ENCODING", "UNKNOWN_CSV");
    }
  }

  @Test
  void whatTheFileDoesNotSayIsNotInvented() {
    Reading plain =
        Reading.BANK.with("constants: {account: NL44RABO0123456789, currency: EUR}", "");

    assertThat(plain.problem(FILE))
        .returns("MISSING_VALUE", Problem::code)
        .extracting(Problem::message)
        .asString()
        .contains("currency")
        .contains("extends: test");
    Reading currency = plain.and("constants: {currency: EUR}\n");
    assertThat(currency.problem(FILE).code()).isEqualTo("MISSING_ACCOUNT");
  }

  private static void expect(String file, String code, int line) {
    assertThat(Reading.BANK.problem(file))
        .as(file.substring(0, Math.min(file.length(), 200)))
        .returns(code, Problem::code)
        .returns("line " + line, Problem::position);
  }
}
