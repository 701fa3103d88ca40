package org.dunlin.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.dunlin.connectors.camt.CamtTranslator;
import org.dunlin.connectors.ubl.UblTranslator;
import org.dunlin.core.model.Problem;
import org.junit.jupiter.api.Test;

class FormatsTest {
  private static final String INVOICE =
      "<?xml version=\"1.0\" encoding=\"ENCODING\"?><!-- c --><?pi x?>\n"
          + "<q:Invoice xmlns:q=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\">";

  @Test
  void aFormatIsRecognisedByItsRootElementWhateverItsPrefixAndEncoding() {
    for (Charset encoding :
        new Charset[] {
          StandardCharsets.UTF_8,
          StandardCharsets.ISO_8859_1,
          StandardCharsets.UTF_16,
          StandardCharsets.UTF_16LE
        }) {
      byte[] head = INVOICE.replace("ENCODING", encoding.name()).getBytes(encoding);

      assertThat(Formats.detect(head)).as(encoding.name()).contains(Format.UBL);
    }
  }

  @Test
  void aFormatIsRecognisedThoughTheHeadEndsAnywhereAfterTheRoot() {
    byte[] head = INVOICE.replace("ENCODING", "UTF-8").getBytes(StandardCharsets.UTF_8);

    assertThat(Formats.detect(head)).contains(Format.UBL);
    assertThat(Formats.detect(Arrays.copyOf(head, head.length - 1))).isEmpty();
  }

  @Test
  void everyVersionOfTheStatementIsOneFormatAlsoWithWordsAroundItsName() {
    for (String namespace :
        new String[] {
          "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02",
          "urn:iso:std:iso:20022:tech:xsd:camt.053.001.99",
          "ISO:camt.053.001.02:APC:STUZZA:payments:002"
        }) {
      assertThat(Formats.detect(bytes("<Document xmlns=\"" + namespace + "\">")))
          .contains(Format.CAMT_053);
    }
  }

  @Test
  void swiftMessagesAreRecognisedByTheirFields() {
    String statement = ":20:R\r\n:25:NL91ABNA0417164300\r\n:28C:1\r\n:60F:C261119EUR0,00\r\n";
    String interim = ":20:R\r\n:25:NL91ABNA0417164300\r\n:28C:1\r\n:34F:EUR0,\r\n";
    for (String before : new String[] {"", "\r\n", "{1:F01X}{2:I94xX}{4:\r\n", "ABNANL2A\n940\n"}) {
      assertThat(Formats.detect(bytes(before + statement))).contains(Format.MT_940);
      assertThat(Formats.detect(bytes(before + interim))).contains(Format.MT_942);
    }
    assertThat(Formats.detect(statement.getBytes(StandardCharsets.UTF_16))).contains(Format.MT_940);
    assertThat(Formats.detect(bytes("at 12:20: we met\n:25:"))).isEmpty();
  }

  @Test
  void aBalanceReportIsRecognisedByItsHeader() {
    assertThat(Formats.detect(bytes("01,BANK,ACME,261121,0615,1,80,,2/\n02,A,B,1,261120,,,2/")))
        .contains(Format.BAI2);
    assertThat(Formats.detect(bytes("01,Anna,Berg,Cologne,5,6\n"))).isEmpty();
  }

  @Test
  void anInvoiceOfAnotherNamespaceIsNotOne() {
    assertThat(Formats.detect(bytes("<Invoice xmlns=\"urn:example\"/>"))).isEmpty();
    assertThat(
            Formats.detect(
                bytes(
                    "<CreditNote"
                        + " xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"/>")))
        .isEmpty();
  }

  @Test
  void anInvoiceIsRecognisedInEverySyntax() {
    assertThat(Formats.detect(InvoiceFile.of("/cii/invoice.xml").bytes())).contains(Format.CII);
    assertThat(Formats.detect(InvoiceFile.of("/cii/zugferd-1.xml").bytes())).contains(Format.CII);
    assertThat(Formats.detect(InvoiceFile.of("/fatturapa/ordinary.xml").bytes()))
        .contains(Format.FATTURA_PA);
    assertThat(Formats.detect(bytes("\r\n%PDF-1.7\n"))).contains(Format.FACTUR_X);
    assertThat(Formats.detect(bytes("see %PDF-1.7\n"))).isEmpty();
  }

  @Test
  void everyFormatHasItsTranslator() {
    assertThat(Formats.translator(Format.UBL)).isInstanceOf(UblTranslator.class);
    for (Format camt : new Format[] {Format.CAMT_052, Format.CAMT_053, Format.CAMT_054}) {
      assertThat(Formats.translator(camt)).isInstanceOf(CamtTranslator.class);
      assertThat(camt.wholeOrNothing()).isTrue();
    }
  }

  @Test
  void onlyABankStatementCountsAsAWhole() {
    assertThat(Format.CAMT_053.wholeOrNothing()).isTrue();
    assertThat(Format.UBL.wholeOrNothing()).isFalse();
  }

  @Test
  void whatIsNotRecognisedIsDescribed() {
    assertThat(like("PK\u0003\u0004rest")).contains("a ZIP archive");
    assertThat(like("<!DOCTYPE html><html>")).contains("an HTML page");
    assertThat(like("  {\"a\": 1}")).contains("JSON");
    assertThat(like(":20:STARTUMS\r\n:25:1/2")).contains("an MT940 bank statement");
    assertThat(like("{1:F01RABONL2UXXXX}")).contains("a SWIFT message");
    assertThat(like("")).contains("an empty file");
    assertThat(like(" \n ")).contains("blanks only");
    assertThat(like("a;b;c")).contains("text of another kind");
    assertThat(like("a\u0000b")).contains("binary data");
    assertThat(like("<?xml version=\"1.0\"?><")).contains("XML that is malformed");
    assertThat(like("<a:Other xmlns:a=\"urn:example\"/>"))
        .contains("root element Other in namespace urn:example");
    assertThat(like("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"/>"))
        .contains("camt.054.001.08");
  }

  @Test
  void theProblemSaysWhatCanBeRead() {
    Problem problem = Formats.unknown(bytes("x"), "letter.doc");

    assertThat(problem.source()).isEqualTo("letter.doc");
    assertThat(problem.code()).isEqualTo("UNKNOWN_FORMAT");
    assertThat(problem.position()).isNull();
    for (Format format : Format.values()) {
      assertThat(problem.message()).contains(format.description());
    }
  }

  private static String like(String content) {
    return Formats.unknown(content.getBytes(StandardCharsets.ISO_8859_1), "file").message();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
