package org.dunlin.connectors.coda;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.dunlin.connectors.Formats;
import org.dunlin.connectors.ReadFile;
import org.dunlin.core.model.Problem;
import org.dunlin.core.model.Statement;
import org.junit.jupiter.api.Test;

/** What is wrong is refused with its place, and what only looks wrong is read. */
class RefusedFileTest {
  @Test
  void balancesThatDoNotTieOut() {
    Problem problem = with("00000000131000020112", "00000000130000020112");

    assertThat(problem.code()).isEqualTo("BALANCE_DOES_NOT_TIE");
    assertThat(problem.position()).isEqualTo("line 6");
    assertThat(problem.message()).contains("opening 100.00", "entries 1210.00", "closing 1300.00");
  }

  @Test
  void totalsOfTheTrailerThatDiffer() {
    Problem debit =
        with("9               000005000000000000000", "9               000005000000000001000");
    Problem credit = with("000000001210000     ", "000000001211000     ");
    Problem lost = with("9               000005", "9               000006");

    assertThat(List.of(debit, credit, lost))
        .extracting(Problem::code)
        .containsOnly("CONTROL_TOTAL_DIFFERS");
    assertThat(debit.message()).contains("1.00 of debits", "0.00 came");
    assertThat(lost.message()).contains("6 records", "5 came");
    assertThat(lost.position()).isEqualTo("line 7");
  }

  @Test
  void aFileThatIsCutOffAnywhere() {
    String[] lines = sample().split("\r\n");
    for (int kept = 1; kept < lines.length; kept++) {
      String cut = String.join("\r\n", List.of(lines).subList(0, kept));
      assertThat(ReadFile.of(cut).problem().code()).as(kept + " lines").isEqualTo("MISSING_RECORD");
      assertThat(ReadFile.of(cut + "\r\n" + lines[kept].substring(0, 60)).problem().code())
          .as(kept + " lines and a half")
          .isEqualTo("WRONG_LENGTH");
    }
  }

  @Test
  void aRecordThatIsMissing() {
    String[] lines = sample().split("\r\n");
    for (int missing = 1; missing < lines.length; missing++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < lines.length; i++) {
        text.append(i == missing ? "" : lines[i] + "\r\n");
      }
      Problem problem = ReadFile.of(text.toString()).problem();
      assertThat(problem.code())
          .as("without line " + (missing + 1))
          .isIn(
              "MISSING_RECORD",
              "RECORD_OUT_OF_PLACE",
              "CONTROL_TOTAL_DIFFERS",
              "BALANCE_DOES_NOT_TIE");
      assertThat(problem.position()).startsWith("line ");
    }
  }

  @Test
  void aRecordOfAnotherMovement() {
    assertThat(with("2300010000", "2300020000").code()).isEqualTo("RECORD_OUT_OF_PLACE");
    assertThat(with("2200010000", "2200010001").code()).isEqualTo("RECORD_OUT_OF_PLACE");
  }

  @Test
  void fieldsThatAreNone() {
    assertThat(with("0000000001210000201126", "00000000012100x0201126").code())
        .isEqualTo("WRONG_AMOUNT");
    assertThat(with("0000000001210000201126", "0000000001210005201126").code())
        .isEqualTo("TOO_MANY_DECIMALS");
    assertThat(with("0000000001210000201126", "0000000001210000311126").code())
        .isEqualTo("WRONG_DATE");
    assertThat(with("BANKREF00010000      0", "BANKREF00010000      2").code())
        .isEqualTo("WRONG_CODE");
    assertThat(with("EUR0000000000100000191126", "EUX0000000000100000191126").code())
        .isEqualTo("UNKNOWN_CURRENCY");
    assertThat(with("20112601700 0", "00000001700 0").code()).isEqualTo("WRONG_DATE");
    assertThat(with("\r\n12017", "\r\n17017").code()).isEqualTo("WRONG_CODE");
    assertThat(with("\r\n21", "\r\n71").code()).isEqualTo("UNKNOWN_RECORD");
    assertThat(with("\r\n21", "\r\n24").code()).isEqualTo("RECORD_OUT_OF_PLACE");
  }

  @Test
  void aFieldThatOverflows() {
    Problem problem = with("BANKREF", "BANKREFERENCE");

    assertThat(problem.code()).isEqualTo("WRONG_LENGTH");
    assertThat(problem.message()).contains("134");
    assertThat(problem.position()).isEqualTo("line 3");
  }

  @Test
  void versionOne() {
    String old = new CodaFile().header("00000", '1').text();

    assertThat(ReadFile.of(old).problem().code()).isEqualTo("UNSUPPORTED_VERSION");
  }

  @Test
  void detailsThatCameAsAFileOfTheirOwn() {
    String text =
        new CodaFile()
            .header("00012", '2')
            .old('2', CodaFile.ACCOUNT + " ".repeat(18) + "EUR", 0)
            .entry(1, 60_000, "00150000", "0Invoice 1")
            .end()
            .text();

    assertThat(ReadFile.of(text).problem().code()).isEqualTo("SEPARATE_APPLICATION");
  }

  @Test
  void aStatementThatStandsTwice() {
    assertThat(ReadFile.of(sample() + sample()).problem().code()).isEqualTo("DUPLICATE_STATEMENT");
  }

  @Test
  void aFileWithoutAStatement() {
    String empty =
        new CodaFile().header("00000", '2').text()
            + "9"
            + " ".repeat(15)
            + "0".repeat(36)
            + " ".repeat(75)
            + "2\r\n";

    assertThat(ReadFile.of(empty).problem().code()).isEqualTo("NO_STATEMENT");
  }

  @Test
  void severalStatementsOfSeveralAccountsAreRead() {
    String other =
        new CodaFile()
            .begin('3', "NL91ABNA0417164300" + " ".repeat(16) + "EUR", -5_000)
            .entry(1, 5_000, "00150000", "0")
            .end()
            .text();

    assertThat(ReadFile.of(sample() + other).statements())
        .extracting(statement -> statement.account().key())
        .containsExactly(CodaFile.ACCOUNT, "NL91ABNA0417164300");
  }

  @Test
  void lineEndsAndBlankLinesMakeNoDifference() {
    Statement expected = ReadFile.of(sample()).statement();
    String mixed = sample().replaceFirst("\r\n", "\n").replaceFirst("\r\n", "\r") + "\n\n\u001a";

    assertThat(ReadFile.of(sample().replace("\r\n", "\n")).statement()).isEqualTo(expected);
    assertThat(ReadFile.of("\r\n" + mixed).statement()).isEqualTo(expected);
    assertThat(ReadFile.of("\ufeff" + sample()).statement()).isEqualTo(expected);
  }

  @Test
  void namesAreReadInWhateverEncodingTheyAre() {
    String text = sample().replace("BAKERY", "Crémer");
    for (Charset encoding :
        List.of(
            Charset.forName("UTF-8"), Charset.forName("windows-1252"), Charset.forName("IBM850"))) {
      assertThat(ReadFile.in(encoding, text).payment().payerName())
          .as(encoding.name())
          .isEqualTo("Crémer JANSEN");
    }
    assertThat(ReadFile.in(ISO_8859_1, text).payment().payerName()).isEqualTo("Crémer JANSEN");
  }

  @Test
  void wordsOfTheBankToAllItsCustomersArePassedOver() {
    String words = new CodaFile().words("CLOSED ON MONDAY").text();
    String text = sample().replace("\r\n9  ", "\r\n" + words + "9  ");

    assertThat(ReadFile.of(text).statement()).isEqualTo(ReadFile.of(sample()).statement());
  }

  @Test
  void aFileOfAnotherKindIsNotTakenForOne() {
    assertThat(Formats.detect("0000000000000000 text".getBytes(ISO_8859_1))).isEmpty();
  }

  private static Problem with(String text, String replacement) {
    String sample = sample();
    if (!sample.contains(text)) {
      throw new AssertionError("the sample has no " + text);
    }
    return ReadFile.of(sample.replace(text, replacement)).problem();
  }

  private static String sample() {
    return CodaFile.begun()
        .entry(1, 1_210_000, "00150000", "0Invoice 2026-0042")
        .second(1, 0, "", "E2E-7", "BBRUBEBB")
        .third(1, 0, "BE71096123456769", "BAKERY JANSEN", "")
        .end()
        .text();
  }
}
