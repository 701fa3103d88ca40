package org.dunlin.work;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes camt.052, .053 and .054 files whose entries are sums of transactions or say nothing of
 * them, apart from the code that reads them.
 */
public record AccountFile(Kind kind, String id, String iban, LocalDate day, List<Ntry> entries) {
  /** The three messages. */
  public enum Kind {
    REPORT("052", "BkToCstmrAcctRpt", "Rpt"),
    STATEMENT("053", "BkToCstmrStmt", "Stmt"),
    NOTIFICATION("054", "BkToCstmrDbtCdtNtfctn", "Ntfctn");

    private final String number;
    private final String message;
    private final String part;

    Kind(String number, String message, String part) {
      this.number = number;
      this.message = message;
      this.part = part;
    }
  }

  /**
   * A transaction of an entry.
   *
   * @param amount in the direction of the entry
   */
  public record Tx(String amount, String party, String remittance) {}

  /**
   * An entry.
   *
   * @param bank the bank's reference (AcctSvcrRef)
   * @param own the entry's reference (NtryRef)
   * @param details the message in which the bank tells what it is made of (AddtlInfInd)
   * @param batch the batch that it is (PmtInfId)
   * @param amount negative where money leaves
   */
  public record Ntry(
      String status,
      @Nullable String bank,
      @Nullable String own,
      @Nullable String details,
      @Nullable String batch,
      LocalDate on,
      BigDecimal amount,
      List<Tx> transactions) {
    /** A booked entry known by the bank's reference. */
    public static Ntry of(@Nullable String bank, LocalDate on, String amount, Tx... made) {
      BigDecimal sum = new BigDecimal(amount);
      return new Ntry("BOOK", bank, null, null, null, on, sum, List.of(made));
    }

    /** The same in another status. */
    public Ntry status(String other) {
      return new Ntry(other, bank, own, details, batch, on, amount, transactions);
    }

    /** The same with these further references. */
    public Ntry known(@Nullable String own, @Nullable String details, @Nullable String batch) {
      return new Ntry(status, bank, own, details, batch, on, amount, transactions);
    }

    /** The same without its transactions. */
    public Ntry bare() {
      return new Ntry(status, bank, own, details, batch, on, amount, List.of());
    }
  }

  /** A message about {@link TestHub#IBAN}. */
  public static AccountFile of(Kind kind, String id, LocalDate day, Ntry... entries) {
    return new AccountFile(kind, id, TestHub.IBAN, day, List.of(entries));
  }

  /** The same about another account. */
  public AccountFile on(String other) {
    return new AccountFile(kind, id, other, day, entries);
  }

  /** The same under another id, so other bytes. */
  public AccountFile called(String other) {
    return new AccountFile(kind, other, iban, day, entries);
  }

  /** The file; a statement opens at zero and ties out. */
  public byte[] bytes() {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.").append(kind.number);
    xml.append(".001.08\"><").append(kind.message).append("><GrpHdr><MsgId>").append(id);
    xml.append("</MsgId><CreDtTm>").append(day).append("T23:00:00Z</CreDtTm></GrpHdr><");
    xml.append(kind.part).append("><Id>").append(id).append("</Id><CreDtTm>").append(day);
    xml.append("T23:00:00Z</CreDtTm><Acct><Id><IBAN>").append(iban).append("</IBAN></Id>");
    xml.append("<Ccy>EUR</Ccy></Acct>");
    if (kind == Kind.STATEMENT) {
      BigDecimal sum =
          entries.stream()
              .filter(entry -> entry.status().equals("BOOK"))
              .map(Ntry::amount)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      balance(xml, "OPBD", BigDecimal.ZERO);
      balance(xml, "CLBD", sum);
    }
    entries.forEach(entry -> entry(xml, entry));
    xml.append("</").append(kind.part).append("></").append(kind.message).append("></Document>");
    return xml.toString().getBytes(UTF_8);
  }

  private void balance(StringBuilder xml, String code, BigDecimal amount) {
    xml.append("<Bal><Tp><CdOrPrtry><Cd>").append(code).append("</Cd></CdOrPrtry></Tp>");
    amount(xml, amount);
    xml.append("<Dt><Dt>").append(day).append("</Dt></Dt></Bal>");
  }

  private static void amount(StringBuilder xml, BigDecimal amount) {
    xml.append("<Amt Ccy=\"EUR\">").append(amount.abs().toPlainString()).append("</Amt>");
    xml.append("<CdtDbtInd>").append(amount.signum() < 0 ? "DBIT" : "CRDT").append("</CdtDbtInd>");
  }

  private static void entry(StringBuilder xml, Ntry entry) {
    xml.append("<Ntry>");
    element(xml, "NtryRef", entry.own());
    amount(xml, entry.amount());
    xml.append("<Sts><Cd>").append(entry.status()).append("</Cd></Sts><BookgDt><Dt>");
    xml.append(entry.on()).append("</Dt></BookgDt>");
    element(xml, "AcctSvcrRef", entry.bank());
    xml.append("<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly>");
    xml.append("</Domn></BkTxCd>");
    if (entry.details() != null) {
      xml.append("<AddtlInfInd><MsgNmId>camt.054.001.08</MsgNmId><MsgId>").append(entry.details());
      xml.append("</MsgId></AddtlInfInd>");
    }
    xml.append("<NtryDtls>");
    if (entry.batch() != null) {
      xml.append("<Btch><PmtInfId>").append(entry.batch()).append("</PmtInfId></Btch>");
    }
    entry.transactions().forEach(made -> transaction(xml, made, entry.amount().signum() < 0));
    xml.append("</NtryDtls></Ntry>");
  }

  private static void transaction(StringBuilder xml, Tx made, boolean leaves) {
    String role = leaves ? "Cdtr" : "Dbtr";
    xml.append("<TxDtls><Refs><EndToEndId>E-").append(made.remittance().replace(' ', '-'));
    xml.append("</EndToEndId></Refs><Amt Ccy=\"EUR\">").append(made.amount());
    xml.append("</Amt><RltdPties><").append(role).append("><Pty><Nm>").append(made.party());
    xml.append("</Nm></Pty></").append(role).append("></RltdPties><RmtInf><Ustrd>");
    xml.append(made.remittance()).append("</Ustrd></RmtInf></TxDtls>");
  }

  private static void element(StringBuilder xml, String name, @Nullable String text) {
    if (text != null) {
      xml.append('<').append(name).append('>').append(text).append("</").append(name).append('>');
    }
  }
}
