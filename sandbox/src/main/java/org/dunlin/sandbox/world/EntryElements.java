package org.dunlin.sandbox.world;

import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The entries of a CAMT.053 statement. */
final class EntryElements {
  private final Xml xml;
  private final BankDay day;

  EntryElements(Xml xml, BankDay day) {
    this.xml = xml;
    this.day = day;
  }

  void write(Entry entry) {
    StatementFile.amount(xml, "Amt", entry.signed().abs());
    StatementFile.direction(xml, entry.signed().isPositive());
    switch (day.version()) {
      case V02 -> xml.element("Sts", "BOOK");
      case V08 -> xml.element("Sts", () -> xml.element("Cd", "BOOK"));
    }
    xml.element("BookgDt", () -> xml.element("Dt", day.day().toString()));
    xml.element("ValDt", () -> xml.element("Dt", day.day().toString()));
    xml.element("AcctSvcrRef", entry.bankReference());
    xml.element("BkTxCd", () -> code(entry.code()));
    xml.element("NtryDtls", () -> details(entry));
  }

  private void details(Entry entry) {
    if (entry.movements().size() > 1) {
      String count = Integer.toString(entry.movements().size());
      xml.element("Btch", () -> xml.element("NbOfTxs", count));
    }
    for (int i = 0; i < entry.movements().size(); i++) {
      String reference = entry.bankReference(i);
      Movement movement = entry.movements().get(i);
      xml.element("TxDtls", () -> movement(movement, reference));
    }
  }

  private void movement(Movement movement, String reference) {
    xml.element("Refs", () -> references(movement, reference));
    amount(movement);
    Party other = movement.other();
    if (other != null) {
      boolean fromOther =
          movement.code().incoming() || movement.code() == BankCode.COLLECTION_RETURNED;
      xml.element("RltdPties", () -> party(other, fromOther ? "Dbtr" : "Cdtr"));
      xml.element(
          "RltdAgts",
          () ->
              xml.element(
                  fromOther ? "DbtrAgt" : "CdtrAgt",
                  () -> StatementFile.bic(xml, day.version(), other.bic())));
    }
    remittance(movement.remittance());
    if (movement.code() == BankCode.COLLECTION_RETURNED) {
      // AM04: insufficient funds (ISO 20022 external return reasons).
      xml.element("RtrInf", () -> xml.element("Rsn", () -> xml.element("Cd", "AM04")));
    }
  }

  private void references(Movement movement, String reference) {
    xml.element("AcctSvcrRef", reference);
    xml.element("EndToEndId", Objects.requireNonNullElse(movement.endToEndId(), "NOTPROVIDED"));
    String mandate = movement.mandate();
    if (mandate != null) {
      xml.element("MndtId", mandate);
    }
  }

  private void amount(Movement movement) {
    Money amount = movement.amount();
    switch (day.version()) {
      case V02 ->
          xml.element(
              "AmtDtls",
              () -> xml.element("TxAmt", () -> StatementFile.amount(xml, "Amt", amount)));
      case V08 -> {
        StatementFile.amount(xml, "Amt", amount);
        StatementFile.direction(xml, movement.code().incoming());
      }
    }
  }

  private void party(Party other, String role) {
    Runnable name = () -> xml.element("Nm", other.name());
    switch (day.version()) {
      case V02 -> xml.element(role, name);
      case V08 -> xml.element(role, () -> xml.element("Pty", name));
    }
    xml.element(role + "Acct", () -> xml.element("Id", () -> xml.element("IBAN", other.iban())));
  }

  private void remittance(Remittance remittance) {
    if (!remittance.equals(Remittance.NONE)) {
      xml.element("RmtInf", () -> remittanceParts(remittance));
    }
  }

  private void remittanceParts(Remittance remittance) {
    remittance.text().forEach(line -> xml.element("Ustrd", line));
    creditorReference(remittance.creditorReference());
    remittance.documents().forEach(portion -> xml.element("Strd", () -> document(portion)));
  }

  private void creditorReference(@Nullable String reference) {
    if (reference != null) {
      xml.element(
          "Strd",
          () ->
              xml.element(
                  "CdtrRefInf",
                  () -> {
                    type("SCOR");
                    xml.element("Ref", reference);
                  }));
    }
  }

  private void document(Portion portion) {
    xml.element(
        "RfrdDocInf",
        () -> {
          type("CINV");
          xml.element("Nb", portion.invoiceNumber());
        });
    xml.element("RfrdDocAmt", () -> StatementFile.amount(xml, "RmtdAmt", portion.amount()));
  }

  private void type(String code) {
    xml.element("Tp", () -> xml.element("CdOrPrtry", () -> xml.element("Cd", code)));
  }

  private void code(BankCode code) {
    xml.element(
        "Domn",
        () -> {
          xml.element("Cd", code.domain());
          xml.element(
              "Fmly",
              () -> {
                xml.element("Cd", code.family());
                xml.element("SubFmlyCd", code.subFamily());
              });
        });
  }
}
