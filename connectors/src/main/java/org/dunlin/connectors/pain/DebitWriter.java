package org.dunlin.connectors.pain;

import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.dunlin.connectors.pain.DebitFile.Creditor;
import org.dunlin.connectors.pain.DebitLine.Was;
import org.dunlin.connectors.pain.Flavour.NewAccount;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Writes CustomerDirectDebitInitiation (pain.008) by the customer-to-bank guidelines of the EPC
 * (EPC130-08 for CORE, EPC131-08 for B2B). The same file is always the same text.
 */
public final class DebitWriter {
  private static final int LONGEST_NAME = 70;
  private static final int LONGEST_REMITTANCE = 140;

  /** So many characters of an IBAN name the bank, from the fifth on. */
  private static final Map<String, Integer> BANK_CODES =
      Map.of("NL", 4, "DE", 8, "BE", 3, "FR", 5, "AT", 5, "LU", 3, "ES", 4, "IE", 4, "FI", 3);

  private static final String UNKNOWN_BANK = "NOTPROVIDED";
  private static final String NEW_ACCOUNT = "SMNDA";

  private final DebitFile file;
  private final PainVersion version;
  private final Flavour flavour;
  private final SepaText sepa;
  private final XmlText xml = new XmlText();

  private DebitWriter(DebitFile file, PainVersion version, Flavour flavour) {
    this.file = file;
    this.version = version;
    this.flavour = flavour;
    this.sepa = new SepaText(flavour.twoLetters());
  }

  /** The file as text; it is to be written in UTF-8. */
  public static String write(DebitFile file, PainVersion version, Flavour flavour) {
    DebitWriter writer = new DebitWriter(file, version, flavour);
    writer.document();
    return writer.xml.toString();
  }

  private void document() {
    xml.in(
        "Document",
        "Document xmlns=\"" + version.namespace() + "\"",
        () ->
            xml.in(
                "CstmrDrctDbtInitn",
                () -> {
                  header();
                  file.batches().forEach(this::batch);
                }));
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
          xml.leaf("NbOfTxs", file.count());
          xml.leaf("CtrlSum", plain(file.sum()));
          xml.in(
              "InitgPty",
              () -> {
                xml.leaf("Nm", name(file.creditor().name()));
                String number = file.initiatorId();
                if (number != null && flavour.initiatorId()) {
                  xml.in("Id", () -> xml.in("OrgId", () -> other(sepa.of(number, 35))));
                }
              });
        });
  }

  private void batch(DebitBatch batch) {
    Creditor creditor = file.creditor();
    xml.in(
        "PmtInf",
        () -> {
          xml.leaf("PmtInfId", batch.id());
          xml.leaf("PmtMtd", "DD");
          xml.leaf("BtchBookg", batch.asOneSum());
          xml.leaf("NbOfTxs", batch.lines().size());
          xml.leaf("CtrlSum", plain(batch.sum()));
          xml.in(
              "PmtTpInf",
              () -> {
                xml.in("SvcLvl", () -> xml.leaf("Cd", "SEPA"));
                xml.in("LclInstrm", () -> xml.leaf("Cd", batch.scheme().name()));
                xml.leaf("SeqTp", batch.sequence().name());
              });
          xml.leaf("ReqdColltnDt", batch.collectOn());
          xml.in("Cdtr", () -> xml.leaf("Nm", name(creditor.name())));
          account("CdtrAcct", creditor.iban());
          agent("CdtrAgt", creditor.bic());
          xml.leaf("ChrgBr", "SLEV");
          xml.in("CdtrSchmeId", () -> scheme(creditor.identifier()));
          batch.lines().forEach(this::line);
        });
  }

  private void scheme(String identifier) {
    xml.in(
        "Id",
        () ->
            xml.in(
                "PrvtId",
                () ->
                    xml.in(
                        "Othr",
                        () -> {
                          xml.leaf("Id", identifier);
                          xml.in("SchmeNm", () -> xml.leaf("Prtry", "SEPA"));
                        })));
  }

  private void line(DebitLine line) {
    xml.in(
        "DrctDbtTxInf",
        () -> {
          xml.in("PmtId", () -> xml.leaf("EndToEndId", line.endToEndId()));
          xml.leaf(
              "InstdAmt",
              "InstdAmt Ccy=\"" + line.amount().getCurrencyUnit().getCode() + "\"",
              plain(line.amount()));
          xml.in("DrctDbtTx", () -> xml.in("MndtRltdInf", () -> mandate(line)));
          agent("DbtrAgt", line.bic());
          xml.in("Dbtr", () -> xml.leaf("Nm", name(line.holder())));
          account("DbtrAcct", line.iban());
          xml.in("RmtInf", () -> xml.leaf("Ustrd", sepa.of(line.remittance(), LONGEST_REMITTANCE)));
        });
  }

  private void mandate(DebitLine line) {
    xml.leaf("MndtId", line.mandate());
    xml.leaf("DtOfSgntr", line.signedOn());
    Was was = line.was();
    if (was == null) {
      xml.leaf("AmdmntInd", false);
    } else {
      xml.leaf("AmdmntInd", true);
      xml.in(
          "AmdmntInfDtls",
          () -> {
            if (was.mandate() != null) {
              xml.leaf("OrgnlMndtId", was.mandate());
            }
            if (was.iban() != null) {
              formerAccount(was.iban(), line.iban());
            }
          });
    }
  }

  /** Where the bank is the same, the account is named; of another bank only that it is new. */
  private void formerAccount(String was, String now) {
    if (sameBank(was, now)) {
      account("OrgnlDbtrAcct", was);
    } else if (flavour.newAccount() == NewAccount.IN_ACCOUNT && version != PainVersion.V003_02) {
      xml.in("OrgnlDbtrAcct", () -> xml.in("Id", () -> other(NEW_ACCOUNT)));
    } else {
      xml.in("OrgnlDbtrAgt", () -> xml.in("FinInstnId", () -> other(NEW_ACCOUNT)));
    }
  }

  /** By the codes of banks within an IBAN (ISO 13616 registry); of other countries nobody knows. */
  private static boolean sameBank(String was, String now) {
    Integer code = BANK_CODES.get(was.substring(0, 2));
    return code != null
        && was.substring(0, 2).equals(now.substring(0, 2))
        && was.regionMatches(4, now, 4, code);
  }

  private void agent(String name, @Nullable String bic) {
    xml.in(
        name,
        () ->
            xml.in(
                "FinInstnId",
                () -> {
                  if (bic == null) {
                    other(UNKNOWN_BANK);
                  } else {
                    xml.leaf(version.bic(), bic);
                  }
                }));
  }

  private void account(String name, String iban) {
    xml.in(name, () -> xml.in("Id", () -> xml.leaf("IBAN", iban)));
  }

  private void other(String id) {
    xml.in("Othr", () -> xml.leaf("Id", id));
  }

  private String name(String text) {
    return sepa.of(text, LONGEST_NAME);
  }

  private static String plain(Money money) {
    return money.getAmount().toPlainString();
  }
}
