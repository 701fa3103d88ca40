package org.dunlin.connectors.cfonb120;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.dunlin.connectors.ReadFile;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Problem;
import org.junit.jupiter.api.Test;

/** What is wrong is refused with its place, and what only looks wrong is read. */
class RefusedFileTest {
  @Test
  void balancesThatDoNotTieOut() {
    Problem problem = with(CfonbFile.amount(131_000), CfonbFile.amount(130_000));

    assertThat(problem.code()).isEqualTo("BALANCE_DOES_NOT_TIE");
    assertThat(problem.position()).isEqualTo("line 4");
    assertThat(problem.message()).contains("opening 100.00", "entries 1210.00", "closing 1300.00");
  }

  @Test
  void aFileThatIsCutOffAnywhere() {
    String[] lines = sample().split("\n");
    for (int kept = 1; kept < lines.length; kept++) {
      String cut = String.join("\n", List.of(lines).subList(0, kept));
      assertThat(ReadFile.of(cut).problem().code()).as(kept + " lines").isEqualTo("MISSING_RECORD");
      Problem half = ReadFile.of(cut + "\n" + lines[kept].substring(0, 25)).problem();
      assertThat(half.position()).as(kept + " lines and a part").startsWith("line ");
    }
  }

  @Test
  void aRecordThatIsMissing() {
    String[] lines = sample().split("\n");
    String withoutMovement = lines[0] + "\n" + lines[2] + "\n" + lines[3];
    String withoutBegin = lines[1] + "\n" + lines[2] + "\n" + lines[3];

    assertThat(ReadFile.of(withoutMovement).problem().code()).isEqualTo("MISSING_RECORD");
    assertThat(ReadFile.of(withoutBegin).problem().code()).isEqualTo("MISSING_RECORD");
    assertThat(ReadFile.of(lines[0] + "\n" + lines[3]).problem().code())
        .isEqualTo("BALANCE_DOES_NOT_TIE");
    assertThat(ReadFile.of(lines[0] + "\n" + sample()).problem().code())
        .isEqualTo("MISSING_RECORD");
  }

  @Test
  void aRecordOfAnotherAccount() {
    String[] lines = sample().split("\n");
    String other = lines[1].replace("12345678901", "12345678999");

    assertThat(ReadFile.of(sample().replace(lines[1], other)).problem().code())
        .isEqualTo("ACCOUNT_MISMATCH");
  }

  @Test
  void fieldsThatAreNone() {
    assertThat(with(CfonbFile.amount(121_000), "0000000012100x").code()).isEqualTo("WRONG_AMOUNT");
    assertThat(with(CfonbFile.amount(121_000), "00000000121000").code()).isEqualTo("WRONG_AMOUNT");
    assertThat(with(CfonbFile.amount(121_000), "00000 0012100{").code()).isEqualTo("WRONG_AMOUNT");
    assertThat(with("05201126", "05311126").code()).isEqualTo("WRONG_DATE");
    assertThat(with("05201126", "05000000").code()).isEqualTo("WRONG_DATE");
    assertThat(with("EUR2", "EUX2").code()).isEqualTo("UNKNOWN_CURRENCY");
    assertThat(with("\n04", "\n06").code()).isEqualTo("UNKNOWN_RECORD");
    assertThat(with("211126VIR", "991126VIR").code()).isEqualTo("WRONG_DATE");
  }

  @Test
  void aMovementInAnotherCurrency() {
    String[] lines = sample().split("\n");
    String other = lines[1].replace("EUR2", "USD2");

    assertThat(ReadFile.of(sample().replace(lines[1], other)).problem().code())
        .isEqualTo("CURRENCY_MISMATCH");
  }

  @Test
  void aFieldThatOverflows() {
    Problem problem = with("BANKREF", "BANKREFERENCE OF THIS OPERATION");

    assertThat(problem.code()).isEqualTo("WRONG_LENGTH");
    assertThat(problem.position()).isEqualTo("line 2");
  }

  @Test
  void aStatementThatStandsTwice() {
    assertThat(ReadFile.of(sample() + sample()).problem().code()).isEqualTo("DUPLICATE_STATEMENT");
  }

  @Test
  void complementsWithoutEnd() {
    CfonbFile file = CfonbFile.begun().entry("05", 100, "VIR");
    for (int i = 0; i <= 1_000; i++) {
      file.complement("LIB", "more");
    }

    assertThat(file.end().read().problem().code()).isEqualTo("TOO_MANY_DETAILS");
  }

  @Test
  void recordsWithoutLineEndsAreReadAsThoseWithThem() {
    ReadFile unbroken = ReadFile.of(sample().replace("\n", ""));

    assertThat(unbroken.records()).isEqualTo(ReadFile.of(sample()).records());
    assertThat(ReadFile.of(sample().replace("\n", "\r\n\r\n")).records())
        .isEqualTo(unbroken.records());
  }

  @Test
  void blanksThatAProgramCutOffAreThere() {
    String cut = sample().replaceAll(" +\n", "\n");

    assertThat(ReadFile.of(cut).records()).isEqualTo(ReadFile.of(sample()).records());
  }

  @Test
  void namesAreReadInWhateverEncodingTheyAre() {
    String text = sample().replace("BOULANGERIE", "Crémerie 12");
    for (String encoding : List.of("UTF-8", "windows-1252", "IBM850")) {
      assertThat(ReadFile.in(Charset.forName(encoding), text).payment().payerName())
          .as(encoding)
          .isEqualTo("Crémerie 12");
    }
  }

  @Test
  void theStatementsOfOneAccountSayWhatTheWholeFileSays() {
    String other = new CfonbFile().begin("99999999999", 0).entry("05", 100, "Secret").end().text();
    ReadFile whole = ReadFile.of(other + sample());
    ReadFile extract = whole.statementsOf(AccountId.ofIban(CfonbFile.IBAN));
    List<CanonicalRecord> expected = ReadFile.of(sample()).records();

    assertThat(extract.records()).isEqualTo(expected);
    assertThat(new String(extract.bytes(), UTF_8)).doesNotContain("Secret", "99999999999");
  }

  @Test
  void equalMovementsOfADayAreTold() {
    List<Payment> payments =
        CfonbFile.begun().entry("05", 100, "V").entry("05", 100, "V").end().read().payments();

    assertThat(payments).extracting(Payment::id).doesNotHaveDuplicates().hasSize(2);
    assertThat(payments.get(0).id())
        .isEqualTo(CfonbFile.begun().entry("05", 100, "V").end().read().payment().id());
  }

  private static Problem with(String text, String replacement) {
    String sample = sample();
    if (!sample.contains(text)) {
      throw new AssertionError("the sample has no " + text);
    }
    return ReadFile.of(sample.replace(text, replacement)).problem();
  }

  private static String sample() {
    return CfonbFile.begun()
        .entry("05", 121_000, "VIR SEPA")
        .complement("NPY", "BOULANGERIE")
        .end()
        .text();
  }
}
