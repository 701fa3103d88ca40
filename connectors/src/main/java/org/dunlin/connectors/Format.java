package org.dunlin.connectors;

/** A form of file that the hub reads without knowing the program that wrote it. */
public enum Format {
  /** Invoice or credit note in UBL 2 (EN 16931, Peppol BIS Billing 3). */
  UBL("UBL 2 invoice or credit note", false),
  /** Interim report of an account in ISO 20022 camt.052. */
  CAMT_052("camt.052 interim account report", true),
  /** Invoice or credit note in UN/CEFACT's Cross Industry Invoice (EN 16931), and of ZUGFeRD 1. */
  CII("UN/CEFACT CII invoice", false),
  /** Italian invoice in FatturaPA; of a signed one (.p7m) the signature is not verified. */
  FATTURA_PA("FatturaPA invoice", false),
  /** PDF with the data of an invoice inside: Factur-X, ZUGFeRD, XRechnung. */
  FACTUR_X("PDF invoice with data inside (Factur-X, ZUGFeRD)", false),
  /** Bank statement in ISO 20022 camt.053. */
  CAMT_053("camt.053 bank statement", true),
  /** Notification of debits and credits in ISO 20022 camt.054. */
  CAMT_054("camt.054 debit and credit notification", true),
  /** What a bank answers to files of direct debits, in ISO 20022 pain.002. */
  PAIN_002("pain.002 payment status report", true),
  /** Bank statement in CODA 2 (Belgium, Febelfin). */
  CODA("CODA bank statement", true),
  /** Bank statement in CFONB 120 (France). */
  CFONB_120("CFONB 120 bank statement", true),
  /** Statement of a bank account or credit card in OFX 1 or 2. */
  OFX("OFX bank statement", true),
  /** Bank statement in SWIFT MT940. */
  MT_940("MT940 bank statement", true),
  /** Report of what has moved since the last statement in SWIFT MT942. */
  MT_942("MT942 interim report", true),
  /** Balance report in BAI2, of American banks. */
  BAI2("BAI2 balance report", true);

  private final String description;
  private final boolean wholeOrNothing;

  Format(String description, boolean wholeOrNothing) {
    this.description = description;
    this.wholeOrNothing = wholeOrNothing;
  }

  /** What a person calls it. */
  public String description() {
    return description;
  }

  /**
   * Whether a file counts only as a whole: one wrong entry makes every balance of a bank statement
   * doubtful, so nothing of such a file may be kept once its translator has refused it.
   */
  public boolean wholeOrNothing() {
    return wholeOrNothing;
  }
}
