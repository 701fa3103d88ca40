package org.dunlin.connectors.pain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.connectors.Format;
import org.dunlin.connectors.Formats;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.debit.BankStatus;
import org.dunlin.core.model.CanonicalRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bank answers: of the file, of its batches, of single debits. */
class StatusTest {
  static String report(String version) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.%s"><CstmrPmtStsRpt>
          <GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2026-11-25T10:00:00</CreDtTm></GrpHdr>
          <OrgnlGrpInfAndSts><OrgnlMsgId>MSG1</OrgnlMsgId><OrgnlMsgNmId>pain.008.001.08</OrgnlMsgNmId>
            <GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
          <OrgnlPmtInfAndSts><OrgnlPmtInfId>MSG1-1</OrgnlPmtInfId><PmtInfSts>PART</PmtInfSts>
            <TxInfAndSts><OrgnlEndToEndId>E1</OrgnlEndToEndId><TxSts>RJCT</TxSts>
              <StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Account closed</AddtlInf></StsRsnInf>
            </TxInfAndSts>
            <TxInfAndSts><OrgnlEndToEndId>E2</OrgnlEndToEndId><TxSts>ACSP</TxSts></TxInfAndSts>
          </OrgnlPmtInfAndSts>
          <OrgnlPmtInfAndSts><OrgnlPmtInfId>MSG1-2</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts>
            <StsRsnInf><Rsn><Prtry>ZZ9</Prtry></Rsn></StsRsnInf>
          </OrgnlPmtInfAndSts>
        </CstmrPmtStsRpt></Document>
        """
        .formatted(version);
  }

  private static List<BankStatus> read(String text) throws IOException {
    List<BankStatus> told = new ArrayList<>();
    new StatusTranslator()
        .translate(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            "answer.xml",
            new RecordSink() {
              @Override
              public void accept(CanonicalRecord record) {
                throw new AssertionError("a status report brings no records");
              }

              @Override
              public void debitStatus(BankStatus status) {
                told.add(status);
              }
            });
    return told;
  }

  @ParameterizedTest
  @ValueSource(strings = {"03", "10", "14"})
  void groupBatchAndDebitAreToldInTheirOrder(String version) throws IOException {
    assertThat(read(report(version)))
        .containsExactly(
            new BankStatus("MSG1", null, null, "PART", null, null),
            new BankStatus("MSG1", "MSG1-1", null, "PART", null, null),
            new BankStatus("MSG1", "MSG1-1", "E1", "RJCT", "AC04", "Account closed"),
            new BankStatus("MSG1", "MSG1-1", "E2", "ACSP", null, null),
            new BankStatus("MSG1", "MSG1-2", null, "RJCT", "ZZ9", null));
  }

  @Test
  void itIsRecognisedByItsContent() {
    assertThat(Formats.detect(report("10").getBytes(StandardCharsets.UTF_8)))
        .contains(Format.PAIN_002);
  }

  @Test
  void aReportThatNamesNoFileIsRefused() {
    String nameless = report("10").replaceAll("(?s)<OrgnlGrpInfAndSts>.*?</OrgnlGrpInfAndSts>", "");
    assertThatThrownBy(() -> read(nameless))
        .isInstanceOf(Untranslatable.class)
        .hasMessageContaining("OrgnlMsgId");
  }

  @Test
  void aReportThatSaysNothingIsRefused() {
    assertThatThrownBy(
            () ->
                read(
                    "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\">"
                        + "<CstmrPmtStsRpt/></Document>"))
        .isInstanceOf(Untranslatable.class);
  }
}
