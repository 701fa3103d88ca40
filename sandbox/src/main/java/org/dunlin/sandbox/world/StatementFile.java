package org.dunlin.sandbox.world;

import java.time.LocalDate;
import org.joda.money.Money;

/** A day of an account as CAMT.053: what the bank sends in the evening. */
final class StatementFile {
  private final Xml xml = new Xml();
  private final BankDay day;

  private StatementFile(BankDay day) {
    this.day = day;
  }

  static byte[] of(BankDay day) {
    StatementFile file = new StatementFile(day);
    file.xml.element(
        "Document",
        () -> file.xml.element("BkToCstmrStmt", file::message),
        "xmlns",
        day.version().namespace());
    return file.xml.bytes();
  }

  private void message() {
    String id = day.account().iban().substring(12) + "-" + day.day();
    xml.element(
        "GrpHdr",
        () -> {
          xml.element("MsgId", "M" + id);
          created();
        });
    xml.element("Stmt", () -> statement("S" + id));
  }

  private void statement(String id) {
    xml.element("Id", id);
    xml.element("ElctrncSeqNb", Integer.toString(day.sequence()));
    created();
    xml.element(
        "FrToDt",
        () -> {
          xml.element("FrDtTm", day.day() + "T00:00:00");
          xml.element("ToDtTm", day.day() + "T23:59:59");
        });
    xml.element("Acct", this::account);
    balance("OPBD", day.opening(), BankingDays.onOrBefore(day.day().minusDays(1)));
    balance("CLBD", day.closing(), day.day());
    EntryElements entries = new EntryElements(xml, day);
    day.entries().forEach(entry -> xml.element("Ntry", () -> entries.write(entry)));
  }

  private void created() {
    xml.element("CreDtTm", day.day() + "T21:30:00");
  }

  private void account() {
    xml.element("Id", () -> xml.element("IBAN", day.account().iban()));
    xml.element("Ccy", "EUR");
    xml.element("Ownr", () -> xml.element("Nm", day.account().name()));
    xml.element("Svcr", () -> bic(xml, day.version(), day.account().bic()));
  }

  private void balance(String code, Money amount, LocalDate on) {
    xml.element(
        "Bal",
        () -> {
          xml.element("Tp", () -> xml.element("CdOrPrtry", () -> xml.element("Cd", code)));
          amount(xml, "Amt", amount.abs());
          direction(xml, !amount.isNegative());
          xml.element("Dt", () -> xml.element("Dt", on.toString()));
        });
  }

  static void amount(Xml xml, String name, Money amount) {
    xml.element(name, Euro.text(amount), "Ccy", "EUR");
  }

  static void direction(Xml xml, boolean credit) {
    xml.element("CdtDbtInd", credit ? "CRDT" : "DBIT");
  }

  static void bic(Xml xml, CamtVersion version, String bic) {
    String name =
        switch (version) {
          case V02 -> "BIC";
          case V08 -> "BICFI";
        };
    xml.element("FinInstnId", () -> xml.element(name, bic));
  }
}
