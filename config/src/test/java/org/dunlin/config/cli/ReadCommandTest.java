package org.dunlin.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** {@code dunlin read FILE…} */
class ReadCommandTest {
  private static final String STATEMENT =
      """
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
      <Id>S</Id><CreDtTm>2026-02-01T00:00:00Z</CreDtTm>
      <Acct><Id><IBAN>NL44RABO0123456789</IBAN></Id><Ccy>EUR</Ccy></Acct>
      <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">0.00</Amt>
      <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-01-31</Dt></Dt></Bal>
      <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">%s</Amt>
      <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-01-31</Dt></Dt></Bal>
      %s</Stmt></BkToCstmrStmt></Document>
      """;
  private static final String ENTRY =
      """
      <Ntry><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
      <BookgDt><Dt>2026-01-31</Dt></BookgDt><AddtlNtryInf>%s</AddtlNtryInf></Ntry>
      """;
  private static final String INVOICE =
      """
      <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">
      <ID>1</ID>%s<DocumentCurrencyCode>EUR</DocumentCurrencyCode>
      <AccountingCustomerParty><Party><PartyName><Name>Jansen</Name></PartyName></Party>
      </AccountingCustomerParty>
      <LegalMonetaryTotal><TaxInclusiveAmount currencyID="EUR">5.00</TaxInclusiveAmount>
      <PayableAmount currencyID="EUR">5.00</PayableAmount></LegalMonetaryTotal></Invoice>
      """;

  @TempDir private Path folder;

  private record Answer(int status, List<String> lines, String words) {}

  @Test
  void recordsGoToStandardOutputAndWordsToStandardError() throws IOException {
    Path file = file("any.name", STATEMENT.formatted("1.00", ENTRY.formatted("x")));

    Answer answer = read(file.toString());

    assertThat(answer.status).isZero();
    assertThat(answer.lines).hasSize(2);
    assertThat(answer.lines.get(0)).startsWith("{\"type\":\"payment\"").contains("\"1.00\"");
    assertThat(answer.lines.get(1)).startsWith("{\"type\":\"statement\"");
    assertThat(answer.words).contains("any.name").contains("camt.053 bank statement, 2 records");
  }

  @Test
  void theEncodingOfATextIsSaid() throws IOException {
    String text =
        ":20:R\n:25:NL44RABO0123456789\n:28C:1\n:60F:C260131EUR0,00\n"
            + ":61:260131C1,00NTRFX\n:86:for Müller – 5 €\n:62F:C260131EUR1,00\n-\n";
    Path file = folder.resolve("statement");
    Files.write(file, text.getBytes(Charset.forName("windows-1252")));

    Answer answer = read(file.toString());

    assertThat(answer.words).contains("MT940 bank statement in Windows-1252, 2 records");
    assertThat(answer.lines.get(0)).contains("for Müller – 5 €");
  }

  @Test
  void nothingOfAStatementThatDoesNotTieOutIsPrintedButItsProblem() throws IOException {
    Path file = file("s.xml", STATEMENT.formatted("9.00", ENTRY.formatted("x")));

    Answer answer = read(file.toString());

    assertThat(answer.status).isEqualTo(1);
    assertThat(answer.lines)
        .singleElement()
        .asString()
        .startsWith("{\"type\":\"problem\"")
        .contains("BALANCE_DOES_NOT_TIE")
        .contains("opening 0.00 + entries 1.00 is not closing 9.00");
  }

  @Test
  void aFileTooLongForTheMemoryIsPrintedInFullOrNotAtAll() throws IOException {
    String entry = ENTRY.formatted("x".repeat(90_000));
    Path good = file("good.xml", STATEMENT.formatted("100.00", entry.repeat(100)));
    Path bad = file("bad.xml", STATEMENT.formatted("99.00", entry.repeat(100)));

    Answer answer = read(good.toString(), bad.toString());

    assertThat(answer.lines).hasSize(102);
    assertThat(answer.lines.get(100)).startsWith("{\"type\":\"statement\"");
    assertThat(answer.lines.get(101)).startsWith("{\"type\":\"problem\"");
    assertThat(answer.lines.subList(0, 100))
        .allSatisfy(line -> assertThat(line).startsWith("{\"type\":\"payment\"").endsWith("}"));
  }

  @Test
  void oneRefusedFileDoesNotStopTheOthers() throws IOException {
    Path bad = file("bad.xml", INVOICE.formatted(""));
    Path good = file("good.xml", INVOICE.formatted("<IssueDate>2026-11-01</IssueDate>"));

    Answer answer = read(bad.toString(), good.toString());

    assertThat(answer.status).isEqualTo(1);
    assertThat(answer.lines).hasSize(3);
    assertThat(answer.lines.get(0)).contains("MISSING_ELEMENT").contains("bad.xml");
    assertThat(answer.lines.get(1)).startsWith("{\"type\":\"customer\"");
    assertThat(answer.lines.get(2)).startsWith("{\"type\":\"invoice\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <?xml version="1.0" encoding="UTF-8"?><!DOCTYPE x SYSTEM "http://x"> | DTD_NOT_ALLOWED
          <?xml version="1.0" encoding="KLINGON-7"?>                          | UNKNOWN_FORMAT
          <a>                                                                  | UNKNOWN_FORMAT
          <XQQ>                                                                | UNKNOWN_CURRENCY
          <cut>                                                                | MALFORMED_XML
          """)
  void aBadFileIsItsProblemLineAndTheRestIsPrinted(String badness, String code) throws IOException {
    String invoice = INVOICE.formatted("<IssueDate>2026-11-01</IssueDate>");
    String bad =
        switch (badness) {
          case "<XQQ>" -> invoice.replace("EUR", "XQQ");
          case "<cut>" -> invoice.substring(0, invoice.length() - 20);
          case "<a>" -> badness;
          default -> badness + invoice;
        };
    Path first = file("bad.xml", bad);
    Path second = file("good.xml", invoice);

    Answer answer = read(first.toString(), second.toString());

    assertThat(answer.status).isEqualTo(1);
    assertThat(answer.lines).hasSize(3);
    assertThat(answer.lines.get(0)).startsWith("{\"type\":\"problem\"").contains(code, "bad.xml");
    assertThat(answer.lines.get(2)).startsWith("{\"type\":\"invoice\"");
  }

  @Test
  void whatAnInvoiceNamesAndBringsIsPrintedWithIt() throws IOException {
    String named =
        "<IssueDate>2026-11-01</IssueDate><BillingReference><InvoiceDocumentReference><ID>2026-0001</ID>"
            + "</InvoiceDocumentReference></BillingReference><AdditionalDocumentReference><ID>A</ID>"
            + "<Attachment><EmbeddedDocumentBinaryObject mimeCode=\"application/pdf\""
            + " filename=\"a.pdf\">JVBERi0=</EmbeddedDocumentBinaryObject></Attachment>"
            + "</AdditionalDocumentReference>";

    Answer answer = read(file("invoice.xml", INVOICE.formatted(named)).toString());

    assertThat(answer.status).isZero();
    assertThat(answer.lines.get(1))
        .contains("\"x-precedingInvoices\":[{\"number\":\"2026-0001\"}]")
        .contains("\"x-attachments\":[{\"name\":\"a.pdf\",\"mediaType\":\"application/pdf\"}]");
  }

  @Test
  void aFileThatIsNotThereOrAFolderIsAProblemLine() {
    Answer answer = read(folder.resolve("nowhere.xml").toString(), folder.toString());

    assertThat(answer.status).isEqualTo(1);
    assertThat(answer.lines).hasSize(2);
    assertThat(answer.lines.get(0)).contains("FILE_NOT_FOUND").contains("nowhere.xml");
    assertThat(answer.lines.get(1)).contains("NOT_A_FILE");
  }

  @Test
  void aFormatThatNobodyReadsIsAProblemLine() throws IOException {
    Answer answer = read(file("invoice.xml", "{\"invoice\": 1}").toString());

    assertThat(answer.status).isEqualTo(1);
    assertThat(answer.lines)
        .singleElement()
        .asString()
        .contains("UNKNOWN_FORMAT")
        .contains("looks like JSON");
  }

  @Test
  void wrongUseIsSaidInWordsAlone() {
    assertThat(read().status).isEqualTo(2);
    assertThat(read("--no-such-option", "x").status).isEqualTo(2);
    assertThat(read().lines).isEmpty();
    assertThat(read().words).contains("FILE");
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static Answer read(String... arguments) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    StringWriter words = new StringWriter();
    int status =
        new CommandLine(new ReadCommand(new PrintStream(data, true, StandardCharsets.UTF_8)))
            .setErr(new PrintWriter(words, true))
            .execute(arguments);
    return new Answer(
        status, data.toString(StandardCharsets.UTF_8).lines().toList(), words.toString());
  }
}
