package org.dunlin.work;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes camt.053 files with what the tests need, apart from the code that reads them. */
public final class BankFile {
  private final List<String> statements = new ArrayList<>();

  /**
   * An entry of a statement.
   *
   * @param reference the bank's own; null where it gives none
   * @param amount negative where money leaves
   * @param undoes the end-to-end id of what this returns; null for all else
   * @param iban of the other party; null where the bank does not name it
   */
  public record Entry(
      @Nullable String reference,
      LocalDate on,
      BigDecimal amount,
      String party,
      String remittance,
      @Nullable String endToEnd,
      @Nullable String undoes,
      @Nullable String iban) {
    public Entry(
        @Nullable String reference,
        LocalDate on,
        BigDecimal amount,
        String party,
        String remittance,
        @Nullable String endToEnd,
        @Nullable String undoes) {
      this(reference, on, amount, party, remittance, endToEnd, undoes, null);
    }

    /** Money that came in. */
    public static Entry in(
        String reference, LocalDate on, String amount, String party, String remittance) {
      return new Entry(reference, on, new BigDecimal(amount), party, remittance, null, null);
    }

    /** The same from this account. */
    public Entry from(String account) {
      return new Entry(reference, on, amount, party, remittance, endToEnd, undoes, account);
    }
  }

  private BankFile() {}

  /** A file without a statement yet. */
  public static BankFile empty() {
    return new BankFile();
  }

  /** A file with the statement of one day, which opens at zero. */
  public static BankFile day(String iban, LocalDate day, Entry... entries) {
    return new BankFile().with(iban, day, day, BigDecimal.ZERO, List.of(entries));
  }

  /** Adds a statement whose closing balance ties out. */
  public BankFile with(
      String iban, LocalDate from, LocalDate to, BigDecimal opening, List<Entry> entries) {
    BigDecimal closing = entries.stream().map(Entry::amount).reduce(opening, BigDecimal::add);
    return with(iban, from, to, opening, closing, entries);
  }

  /** Adds a statement with a closing balance that may not tie out. */
  public BankFile with(
      String iban,
      LocalDate from,
      LocalDate to,
      BigDecimal opening,
      BigDecimal closing,
      List<Entry> entries) {
    StringBuilder xml = new StringBuilder("<Stmt><Id>" + from + "_" + to + "</Id>");
    xml.append("<CreDtTm>").append(to).append("T23:00:00Z</CreDtTm>");
    xml.append("<FrToDt><FrDtTm>").append(from).append("T00:00:00</FrDtTm><ToDtTm>");
    xml.append(to).append("T00:00:00</ToDtTm></FrToDt>");
    xml.append("<Acct><Id><IBAN>").append(iban).append("</IBAN></Id><Ccy>EUR</Ccy></Acct>");
    balance(xml, "OPBD", opening, from);
    balance(xml, "CLBD", closing, to);
    entries.forEach(entry -> entry(xml, entry));
    statements.add(xml.append("</Stmt>").toString());
    return this;
  }

  /** The file. */
  public byte[] bytes() {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt>"
            + "<GrpHdr><MsgId>M</MsgId><CreDtTm>2026-11-21T06:00:00Z</CreDtTm></GrpHdr>"
            + String.join("", statements)
            + "</BkToCstmrStmt></Document>")
        .getBytes(UTF_8);
  }

  private static void balance(StringBuilder xml, String code, BigDecimal amount, LocalDate on) {
    xml.append("<Bal><Tp><CdOrPrtry><Cd>").append(code).append("</Cd></CdOrPrtry></Tp>");
    amount(xml, amount);
    xml.append("<Dt><Dt>").append(on).append("</Dt></Dt></Bal>");
  }

  private static void amount(StringBuilder xml, BigDecimal amount) {
    xml.append("<Amt Ccy=\"EUR\">").append(amount.abs().toPlainString()).append("</Amt>");
    xml.append("<CdtDbtInd>").append(amount.signum() < 0 ? "DBIT" : "CRDT").append("</CdtDbtInd>");
  }

  private static void entry(StringBuilder xml, Entry entry) {
    xml.append("<Ntry>");
    amount(xml, entry.amount());
    xml.append("<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>")
        .append(entry.on())
        .append("</Dt></BookgDt>");
    if (entry.reference() != null) {
      xml.append("<AcctSvcrRef>").append(entry.reference()).append("</AcctSvcrRef>");
    }
    xml.append("<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly>");
    xml.append("</Domn></BkTxCd><NtryDtls><TxDtls>");
    String endToEnd = entry.undoes() == null ? entry.endToEnd() : entry.undoes();
    xml.append("<Refs><EndToEndId>").append(endToEnd == null ? "NOTPROVIDED" : endToEnd);
    xml.append("</EndToEndId></Refs>");
    String role = entry.amount().signum() < 0 ? "Cdtr" : "Dbtr";
    xml.append("<RltdPties><").append(role).append("><Pty><Nm>").append(entry.party());
    xml.append("</Nm></Pty></").append(role).append(">");
    if (entry.iban() != null) {
      xml.append("<").append(role).append("Acct><Id><IBAN>").append(entry.iban());
      xml.append("</IBAN></Id></").append(role).append("Acct>");
    }
    xml.append("</RltdPties>");
    xml.append("<RmtInf><Ustrd>").append(entry.remittance()).append("</Ustrd></RmtInf>");
    if (entry.undoes() != null) {
      xml.append("<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>");
    }
    xml.append("</TxDtls></NtryDtls></Ntry>");
  }
}
