package org.dunlin.connectors.ofx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dunlin.connectors.ReadFile;
import org.dunlin.core.model.Problem;
import org.junit.jupiter.api.Test;

/** What is wrong is refused with its place. */
class RefusedFileTest {
  private static final String TRANSACTION = OfxFile.transaction("CREDIT", "1.00", "F-0001", "A");

  @Test
  void aFileThatIsCutOffAnywhere() {
    for (String whole : List.of(OfxFile.text(TRANSACTION), OfxFile.xml(TRANSACTION))) {
      int begin = whole.indexOf("<OFX>") + 5;
      for (int end = begin; end < whole.strip().length(); end++) {
        Problem problem = ReadFile.of(whole.substring(0, end)).problem();
        assertThat(problem.position()).as(whole.substring(begin, end)).startsWith("line ");
      }
    }
  }

  @Test
  void fieldsThatAreNone() {
    Problem problem = with("<TRNAMT>1.00", "<TRNAMT>$1.00");

    assertThat(problem.code()).isEqualTo("WRONG_AMOUNT");
    assertThat(problem.position()).isEqualTo("line 21");
    assertThat(with("<TRNAMT>1.00", "<TRNAMT>1,234.00").code()).isEqualTo("WRONG_AMOUNT");
    assertThat(with("<TRNAMT>1.00", "<TRNAMT>1,234").code()).isEqualTo("TOO_MANY_DECIMALS");
    assertThat(with("<TRNAMT>1.00", "<TRNAMT>").code()).isEqualTo("MISSING_ELEMENT");
    assertThat(with("<DTPOSTED>20261118", "<DTPOSTED>20261318").code()).isEqualTo("WRONG_DATE");
    assertThat(with("<DTPOSTED>20261118", "<DTPOSTED>10261118").code()).isEqualTo("WRONG_DATE");
    assertThat(with("<DTPOSTED>20261118120000.000[-5:EST]", "").code())
        .isEqualTo("MISSING_ELEMENT");
    assertThat(with("<CURDEF>EUR", "<CURDEF>EURO").code()).isEqualTo("UNKNOWN_CURRENCY");
    assertThat(with("<CURDEF>EUR", "<CURDEF>").code()).isEqualTo("MISSING_ELEMENT");
    assertThat(with("<ACCTID>0417164300", "<ACCTID>").code()).isEqualTo("MISSING_ELEMENT");
    assertThat(with("<DTSTART>20261101", "<DTSTART>20261201").code()).isEqualTo("WRONG_DATE");
  }

  @Test
  void aSignThatContradictsTheType() {
    assertThat(with("<TRNAMT>1.00", "<TRNAMT>-1.00").code()).isEqualTo("SIGN_CONTRADICTS_TYPE");
    assertThat(with("<TRNTYPE>CREDIT", "<TRNTYPE>DEBIT").code()).isEqualTo("SIGN_CONTRADICTS_TYPE");
  }

  @Test
  void anAmountThatIsNotInTheAccountsCurrency() {
    String currency = "<CURRENCY><CURRATE>1.25<CURSYM>USD</CURRENCY>";

    assertThat(with("<NAME>A\n", "<NAME>A\n" + currency).code()).isEqualTo("CURRENCY_MISMATCH");
    assertThat(
            OfxFile.sgml(TRANSACTION, "<NAME>A\n", "<NAME>A\n" + currency.replace("USD", "EUR"))
                .payments())
        .hasSize(1);
  }

  @Test
  void aCorrectionOfWhatMayHaveBeenReadBefore() {
    String correction = "<CORRECTFITID>F-0000<CORRECTACTION>REPLACE\n";

    assertThat(with("<NAME>A\n", correction + "<NAME>A\n").code()).isEqualTo("CORRECTION");
  }

  @Test
  void aFileWithoutAListOfTransactionsSaysWhatTheBankSays() {
    String list = OfxFile.text("");
    String balanceOnly =
        list.substring(0, list.indexOf("<BANKTRANLIST>"))
            + list.substring(list.indexOf("<LEDGERBAL>"));
    Problem problem =
        ReadFile.of(
                balanceOnly.replace(
                    "<CODE>0<SEVERITY>INFO</STATUS>\n<DTSERVER>",
                    "<CODE>15500<SEVERITY>ERROR<MESSAGE>Signon invalid</STATUS>\n<DTSERVER>"))
            .problem();

    assertThat(ReadFile.of(balanceOnly).problem().code()).isEqualTo("NO_STATEMENT");
    assertThat(problem.message()).contains("the bank says: 15500 Signon invalid");
  }

  @Test
  void aStatementThatStandsTwice() {
    String twice = OfxFile.statement("0417164300", TRANSACTION) + "</BANKMSGSRSV1>";

    assertThat(with("</BANKMSGSRSV1>", twice).code()).isEqualTo("DUPLICATE_STATEMENT");
  }

  @Test
  void whatXmlMayNotHold() {
    String xml = OfxFile.xml(TRANSACTION);
    String declared = xml.replace("<OFX>", "<!DOCTYPE OFX [<!ENTITY a \"b\">]><OFX>");

    assertThat(ReadFile.of(declared).problem().code()).isEqualTo("DTD_NOT_ALLOWED");
    assertThat(ReadFile.of(xml.replace("<NAME>A", "<NAME>A & B")).problem().code())
        .isEqualTo("MALFORMED_XML");
  }

  @Test
  void whatNestsOrGoesOnWithoutEnd() {
    assertThat(with("<OFX>", "<OFX>" + "<STATUS>".repeat(100)).code()).isEqualTo("XML_TOO_LARGE");
    assertThat(with("<NAME>A", "<NAME>" + "A".repeat(200_000)).code()).isEqualTo("XML_TOO_LARGE");
  }

  private static Problem with(String text, String replacement) {
    return OfxFile.sgml(TRANSACTION, text, replacement).problem();
  }
}
