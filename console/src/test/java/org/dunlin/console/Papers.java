package org.dunlin.console;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files as programs and banks deliver them, with no more than the pages show of them. */
final class Papers {
  private Papers() {}

  /** A UBL invoice over EUR 100.00. */
  static String invoice(String number, String customer) {
    return """
    <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
             xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
             xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
      <cbc:ID>NUMBER</cbc:ID>
      <cbc:IssueDate>2026-10-01</cbc:IssueDate>
      <cbc:DueDate>2026-10-31</cbc:DueDate>
      <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
      <cac:AccountingCustomerParty><cac:Party><cac:PartyLegalEntity>
        <cbc:RegistrationName>CUSTOMER</cbc:RegistrationName>
        <cbc:CompanyID>1</cbc:CompanyID>
      </cac:PartyLegalEntity></cac:Party></cac:AccountingCustomerParty>
      <cac:LegalMonetaryTotal>
        <cbc:TaxInclusiveAmount currencyID="EUR">100.00</cbc:TaxInclusiveAmount>
        <cbc:PayableAmount currencyID="EUR">100.00</cbc:PayableAmount>
      </cac:LegalMonetaryTotal>
    </Invoice>
    """
        .replace("NUMBER", number)
        .replace("CUSTOMER", customer);
  }

  /** Several in one envelope of the Peppol network. */
  static String invoices(int count, String customer) {
    String name = "StandardBusinessDocument";
    String inside =
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> invoice("2026-%04d".formatted(i), customer))
            .collect(Collectors.joining());
    return "<%1$s xmlns=\"http://www.unece.org/cefact/namespaces/%1$sHeader\"><%1$sHeader/>%2$s</%1$s>"
        .formatted(name, inside);
  }

  /** A camt.053 statement of one day with one entry of EUR 40.00 that came in. */
  static String statement(String iban, String payer, String remittance) {
    return """
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
      <GrpHdr><MsgId>M</MsgId><CreDtTm>2026-11-21T06:00:00Z</CreDtTm></GrpHdr>
      <Stmt><Id>1</Id><CreDtTm>2026-11-20T23:00:00Z</CreDtTm>
        <FrToDt><FrDtTm>2026-11-20T00:00:00</FrDtTm><ToDtTm>2026-11-20T00:00:00</ToDtTm></FrToDt>
        <Acct><Id><IBAN>IBAN-OF-OURS</IBAN></Id><Ccy>EUR</Ccy></Acct>
        <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">0.00</Amt>
          <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-20</Dt></Dt></Bal>
        <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">40.00</Amt>
          <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-20</Dt></Dt></Bal>
        <Ntry><Amt Ccy="EUR">40.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
          <BookgDt><Dt>2026-11-20</Dt></BookgDt><AcctSvcrRef>R1</AcctSvcrRef>
          <NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>PAYER</Nm></Pty></Dbtr></RltdPties>
          <RmtInf><Ustrd>REMITTANCE</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
      </Stmt></BkToCstmrStmt></Document>
    """
        .replace("IBAN-OF-OURS", iban)
        .replace("PAYER", payer)
        .replace("REMITTANCE", remittance);
  }
}
