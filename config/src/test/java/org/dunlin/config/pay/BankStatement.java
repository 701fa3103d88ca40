package org.dunlin.config.pay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Statements of the company's account, one following on the other, as CAMT.053. */
public final class BankStatement {
  static final String IBAN = "NL44RABO0123456789";

  private final Path in;
  private int number;
  private long balance = 1_000_000;

  BankStatement(Path in) {
    this.in = in;
  }

  /**
   * Money that came in.
   *
   * @param text what its payer says
   */
  public record In(long cents, String payer, String text) {}

  /** The bank brings what was booked on a day, and that nothing was from another day until then. */
  public void bring(LocalDate from, LocalDate day, List<In> booked) throws IOException {
    number++;
    long before = balance;
    balance += booked.stream().mapToLong(In::cents).sum();
    String statement =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
        <GrpHdr><MsgId>M%1$d</MsgId><CreDtTm>%3$sT21:30:00</CreDtTm></GrpHdr>
        <Stmt><Id>S%1$d</Id><ElctrncSeqNb>%1$d</ElctrncSeqNb><CreDtTm>%3$sT21:30:00</CreDtTm>
        <FrToDt><FrDtTm>%2$sT00:00:00</FrDtTm><ToDtTm>%3$sT23:59:59</ToDtTm></FrToDt>
        <Acct><Id><IBAN>%4$s</IBAN></Id><Ccy>EUR</Ccy></Acct>
        %5$s%6$s%7$s</Stmt></BkToCstmrStmt></Document>
        """
            .formatted(
                number,
                from,
                day,
                IBAN,
                balance("OPBD", before, from.minusDays(1)),
                balance("CLBD", balance, day),
                booked.stream().map(each -> entry(each, day)).collect(Collectors.joining()));
    Path file = in.resolve("statement-" + number + ".xml.part");
    Files.writeString(file, statement, StandardCharsets.UTF_8);
    Files.move(file, in.resolve("statement-" + number + ".xml"));
  }

  private static String balance(String code, long cents, LocalDate on) {
    return """
        <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">%s</Amt>
        <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>
        """
        .formatted(code, euro(cents), on);
  }

  private String entry(In in, LocalDate on) {
    return """
        <Ntry><Amt Ccy="EUR">%1$s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
        <BookgDt><Dt>%2$s</Dt></BookgDt><ValDt><Dt>%2$s</Dt></ValDt>
        <AcctSvcrRef>%5$d-%1$s</AcctSvcrRef>
        <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
        <NtryDtls><TxDtls><Refs><AcctSvcrRef>%5$d-%1$s</AcctSvcrRef></Refs>
        <AmtDtls><TxAmt><Amt Ccy="EUR">%1$s</Amt></TxAmt></AmtDtls>
        <RltdPties><Dbtr><Nm>%3$s</Nm></Dbtr></RltdPties>
        <RmtInf><Ustrd>%4$s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
        """
        .formatted(euro(in.cents()), on, in.payer(), in.text(), number);
  }

  private static String euro(long cents) {
    return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
  }
}
