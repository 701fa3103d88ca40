package org.dunlin.connectors.pain;

import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Writes CustomerCreditTransferInitiation (pain.001.001.09) by the customer-to-bank guidelines of
 * the EPC (EPC132-08). The same file is always the same text.
 */
public final class TransferWriter {
  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
  private static final int LONGEST_NAME = 70;
  private static final int LONGEST_REMITTANCE = 140;

  private final TransferFile file;
  private final SepaText sepa = new SepaText(false);
  private final XmlText xml = new XmlText();

  private TransferWriter(TransferFile file) {
    this.file = file;
  }

  /** The file as text; it is to be written in UTF-8. */
  public static String write(TransferFile file) {
    TransferWriter writer = new TransferWriter(file);
    writer.xml.in(
        "Document",
        "Document xmlns=\"" + NAMESPACE + "\"",
        () ->
            writer.xml.in(
                "CstmrCdtTrfInitn",
                () -> {
                  writer.header();
                  writer.payment();
                }));
    return writer.xml.toString();
  }

  private void header() {
    xml.in(
        "GrpHdr",
        () -> {
          xml.leaf("MsgId", file.messageId());
          xml.leaf(
              "CreDtTm",
              DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                  file.createdAt().truncatedTo(ChronoUnit.SECONDS)));
          xml.leaf("NbOfTxs", 1);
          xml.leaf("CtrlSum", amount());
          xml.in("InitgPty", () -> xml.leaf("Nm", name(file.fromName())));
        });
  }

  private void payment() {
    xml.in(
        "PmtInf",
        () -> {
          xml.leaf("PmtInfId", file.messageId());
          xml.leaf("PmtMtd", "TRF");
          xml.leaf("NbOfTxs", 1);
          xml.leaf("CtrlSum", amount());
          xml.in("PmtTpInf", () -> xml.in("SvcLvl", () -> xml.leaf("Cd", "SEPA")));
          xml.in("ReqdExctnDt", () -> xml.leaf("Dt", file.on()));
          xml.in("Dbtr", () -> xml.leaf("Nm", name(file.fromName())));
          account("DbtrAcct", file.fromIban());
          xml.in("DbtrAgt", this::unknownBank);
          xml.leaf("ChrgBr", "SLEV");
          xml.in("CdtTrfTxInf", this::transfer);
        });
  }

  private void transfer() {
    xml.in("PmtId", () -> xml.leaf("EndToEndId", file.endToEndId()));
    xml.in(
        "Amt",
        () ->
            xml.leaf(
                "InstdAmt",
                "InstdAmt Ccy=\"" + file.amount().getCurrencyUnit().getCode() + "\"",
                amount()));
    xml.in("Cdtr", () -> xml.leaf("Nm", name(file.toName())));
    account("CdtrAcct", file.toIban());
    xml.in("RmtInf", () -> xml.leaf("Ustrd", sepa.of(file.remittance(), LONGEST_REMITTANCE)));
  }

  /** The IBAN alone says which bank it is. */
  private void unknownBank() {
    xml.in("FinInstnId", () -> xml.in("Othr", () -> xml.leaf("Id", "NOTPROVIDED")));
  }

  private void account(String name, String iban) {
    xml.in(name, () -> xml.in("Id", () -> xml.leaf("IBAN", iban)));
  }

  private String name(String text) {
    return sepa.of(text, LONGEST_NAME);
  }

  private String amount() {
    return file.amount().getAmount().toPlainString();
  }
}
