package org.dunlin.work.road;

import java.util.List;
import org.dunlin.connectors.program.Setting;
import org.dunlin.connectors.program.SettingType;
import org.dunlin.work.outgoing.OutgoingContent;
import org.dunlin.work.outgoing.OutgoingSettings;

/** What is filled in for files that go out. */
final class OutgoingForm {
  static final String TO = "to";
  static final String FOLDER = "outFolder";
  static final String DESCRIPTION = "description";
  static final String SINCE = "since";
  static final String BANKS = "bankAccounts";
  static final String DIFFERENCES = "differenceAccounts";

  private OutgoingForm() {}

  static List<Setting> asked() {
    return List.of(
        text(
                TO,
                "Over which connection",
                "A watched folder or an SFTP server; no FTPS server and no mailbox.",
                ".{1,40}")
            .needed("bank"),
        text(FOLDER, "Folder there", "It is made where it is missing.", "[^\\\\\\p{Cntrl}]{1,500}")
            .initially(initial(FOLDER)),
        new Asked(
                "content",
                "What the files tell",
                "status: how each invoice stands, after each change. payments and datev: what was"
                    + " matched, once a business day.",
                SettingType.CHOICE,
                null)
            .choice(OutgoingContent.words()),
        text(
                DESCRIPTION,
                "Description of the columns",
                "For CSV: YAML as docs/formats/files-out.md has it. Empty: all columns.",
                "(?s).{1,10000}")
            .asked(),
        text(
                SINCE,
                "Payments booked from",
                "For payments and datev: what was booked before is in the books already.",
                "[0-9]{4}-[0-9]{2}-[0-9]{2}")
            .like("2026-01-01"),
        number("consultant", "Consultant number", "For datev: the Beraternummer."),
        number("client", "Client number", "For datev: the Mandantennummer."),
        text(
                "fiscalYear",
                "Fiscal year begins on",
                "For datev: month and day.",
                "[0-9]{2}-[0-9]{2}")
            .initially(initial("fiscalYear")),
        new Asked(
                "accountDigits",
                "Digits of ledger accounts",
                "For datev: 4 to 8; debtors have one more.",
                SettingType.NUMBER,
                null)
            .initially(initial("accountDigits")),
        text(
                BANKS,
                "Ledger accounts of bank accounts",
                "For datev: a line each, such as DE75512108001245126199 = 1800.",
                "(?s).{1,10000}")
            .asked(),
        text(
                DIFFERENCES,
                "Ledger accounts of differences",
                "For datev: a line each, such as BANK_CHARGE = 6855. Discount needs none.",
                "(?s).{1,10000}")
            .asked());
  }

  private static String initial(String name) {
    return OutgoingSettings.INITIAL.getOrDefault(name, "");
  }

  private static Asked text(String name, String label, String help, String pattern) {
    return new Asked(name, label, help, SettingType.TEXT, pattern);
  }

  private static Setting number(String name, String label, String help) {
    return new Asked(name, label, help, SettingType.NUMBER, null).asked();
  }
}
