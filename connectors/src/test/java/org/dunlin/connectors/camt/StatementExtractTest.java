package org.dunlin.connectors.camt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.CanonicalRecord;
import org.junit.jupiter.api.Test;

/** The statements of one account, copied out of a file that holds others as well. */
class StatementExtractTest {
  private static final String OURS = "NL44RABO0123456789";
  private static final String THEIRS = "NL91ABNA0417164300";

  @Test
  void itSaysOfTheAccountWhatTheWholeFileSays() throws IOException {
    String whole =
        file(statement("S-1", OURS, "ours & <ours>"), statement("S-2", THEIRS, "theirs"));
    List<CanonicalRecord> ofTheirs =
        records(whole).stream().filter(r -> r.toString().contains(THEIRS)).toList();

    assertThat(records(extract(whole, THEIRS))).isEqualTo(ofTheirs).hasSize(2);
    assertThat(records(extract(whole, OURS)).toString()).contains("ours & <ours>");
  }

  @Test
  void itHoldsNothingOfTheOthersNorTheHeader() throws IOException {
    String whole = file(statement("S-1", OURS, "secret"), statement("S-2", THEIRS, "theirs"));
    assertThat(extract(whole, THEIRS))
        .contains("theirs")
        .doesNotContain(OURS, "secret", "S-1", "Receiver of the file");
  }

  @Test
  void theSameFileGivesTheSameBytes() throws IOException {
    String whole = file(statement("S-1", OURS, "a"), statement("S-2", THEIRS, "b"));
    assertThat(extract(whole, THEIRS)).isEqualTo(extract(whole, THEIRS));
  }

  @Test
  void whatBanksAddInNamespacesOfTheirOwnStaysWellFormed() throws IOException {
    String extra =
        "<SplmtryData><Envlp><x:More xmlns:x=\"urn:bank\" x:id=\"1\">m</x:More></Envlp></SplmtryData>";
    String whole = file(statement("S-2", THEIRS, "b").replace("</Stmt>", extra + "</Stmt>"));
    assertThat(records(extract(whole, THEIRS))).isEqualTo(records(whole));
  }

  private static String extract(String whole, String iban) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CamtTranslator()
        .statementsOf(
            AccountId.ofIban(iban)::equals,
            new ByteArrayInputStream(whole.getBytes(UTF_8)),
            "whole.xml",
            out);
    return out.toString(UTF_8);
  }

  private static List<CanonicalRecord> records(String file) throws IOException {
    List<CanonicalRecord> records = new ArrayList<>();
    new CamtTranslator()
        .translate(new ByteArrayInputStream(file.getBytes(UTF_8)), "file.xml", records::add);
    return records;
  }

  private static String file(String... statements) {
    return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt>"
        + "<GrpHdr><MsgId>M</MsgId><MsgRcpt><Nm>Receiver of the file</Nm></MsgRcpt></GrpHdr>"
        + String.join("", statements)
        + "</BkToCstmrStmt></Document>";
  }

  private static String statement(String id, String iban, String text) {
    String balance =
        "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">%s</Amt>"
            + "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-20</Dt></Dt></Bal>";
    return "<Stmt><Id>"
        + id
        + "</Id><CreDtTm>2026-11-21T06:00:00Z</CreDtTm><Acct><Id><IBAN>"
        + iban
        + "</IBAN></Id><Ccy>EUR</Ccy></Acct>"
        + balance.formatted("OPBD", "0.00")
        + balance.formatted("CLBD", "10.00")
        + "<Ntry><Amt Ccy=\"EUR\">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>"
        + "<BookgDt><Dt>2026-11-20</Dt></BookgDt><AddtlNtryInf>"
        + text.replace("&", "&amp;").replace("<", "&lt;")
        + "</AddtlNtryInf></Ntry></Stmt>";
  }
}
