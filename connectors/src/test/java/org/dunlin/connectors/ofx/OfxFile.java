package org.dunlin.connectors.ofx;

import java.util.regex.Pattern;
import org.dunlin.connectors.ReadFile;

/** Builds files in OFX 1 and 2 of the same content. */
final class OfxFile {
  private static final String HEADER =
      """
      OFXHEADER:100
      DATA:OFXSGML
      VERSION:102
      SECURITY:NONE
      ENCODING:USASCII
      CHARSET:1252
      COMPRESSION:NONE
      OLDFILEUID:NONE
      NEWFILEUID:NONE

      """;

  private static final String XML_HEADER =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>
      """;

  private static final String BEGIN =
      """
      <OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS>
      <DTSERVER>20261120181500<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1>
      <BANKMSGSRSV1>
      """;

  private static final Pattern LEAF = Pattern.compile("<([A-Z.]+)>([^<\n]+)");

  private OfxFile() {}

  /** A transaction of 18 November 2026. */
  static String transaction(String type, String amount, String id, String name) {
    return "<STMTTRN>\n<TRNTYPE>"
        + type
        + "\n<DTPOSTED>20261118120000.000[-5:EST]\n<TRNAMT>"
        + amount
        + "\n<FITID>"
        + id
        + "\n<NAME>"
        + name
        + "\n</STMTTRN>\n";
  }

  /** A statement of 1 to 20 November 2026. */
  static String statement(String account, String transactions) {
    return "<STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS>\n"
        + "<STMTRS><CURDEF>EUR\n<BANKACCTFROM><BANKID>123<ACCTID>"
        + account
        + "<ACCTTYPE>CHECKING</BANKACCTFROM>\n<BANKTRANLIST><DTSTART>20261101<DTEND>20261120\n"
        + transactions
        + "</BANKTRANLIST>\n"
        + "<LEDGERBAL><BALAMT>1310.00<DTASOF>20261120181500</LEDGERBAL></STMTRS></STMTTRNRS>\n";
  }

  /**
   * OFX 1 with one statement.
   *
   * @param changes texts and what takes their place, in turn
   */
  static ReadFile sgml(String transactions, String... changes) {
    return ReadFile.of(text(transactions, changes));
  }

  static String text(String transactions, String... changes) {
    String text = body(transactions);
    for (int i = 0; i < changes.length; i += 2) {
      if (!text.contains(changes[i])) {
        throw new AssertionError("the sample has no " + changes[i]);
      }
      text = text.replace(changes[i], changes[i + 1]);
    }
    return HEADER + text;
  }

  /** OFX 2 with the same statement. */
  static String xml(String transactions) {
    return XML_HEADER + LEAF.matcher(body(transactions)).replaceAll("<$1>$2</$1>");
  }

  private static String body(String transactions) {
    return BEGIN + statement("0417164300", transactions) + "</BANKMSGSRSV1></OFX>\n";
  }
}
