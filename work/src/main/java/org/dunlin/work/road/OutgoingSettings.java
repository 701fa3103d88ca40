package org.dunlin.work.road;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.connectors.program.Setting;
import org.dunlin.connectors.program.SettingType;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.company.Connection;

/** What is said of files that are written for another program. */
public final class OutgoingSettings {
  static final String TO = "to";
  static final String FOLDER = "outFolder";
  static final String DESCRIPTION = "description";
  static final String SINCE = "since";
  static final String BANKS = "bankAccounts";

  private final Map<String, String> settings;

  private OutgoingSettings(Map<String, String> settings) {
    this.settings = settings;
  }

  /** Those of a connection of this kind. */
  public static OutgoingSettings of(Connection connection) {
    return of(RoadSettings.complete(RoadKind.OUTGOING, connection.settings()));
  }

  static OutgoingSettings of(Map<String, String> complete) {
    return new OutgoingSettings(complete);
  }

  static List<Setting> asked() {
    return List.of(
        text(TO, "Over which connection", "A watched folder or an SFTP server.", ".{1,40}")
            .needed("bank"),
        text(FOLDER, "Folder there", "It is made where it is missing.", "[^\\\\\\p{Cntrl}]{1,500}")
            .initially("out"),
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
            .initially("01-01"),
        new Asked(
                "accountDigits",
                "Digits of ledger accounts",
                "For datev: 4 to 8; debtors have one more.",
                SettingType.NUMBER,
                null)
            .initially("4"),
        text(
                BANKS,
                "Ledger accounts of bank accounts",
                "For datev: a line each, such as DE75512108001245126199 = 1800.",
                "(?s).{1,10000}")
            .asked());
  }

  private static Asked text(String name, String label, String help, String pattern) {
    return new Asked(name, label, help, SettingType.TEXT, pattern);
  }

  private static Setting number(String name, String label, String help) {
    return new Asked(name, label, help, SettingType.NUMBER, null).asked();
  }

  String text(String name) {
    return settings.getOrDefault(name, "").strip();
  }

  /** The connection over which they go. */
  public String to() {
    return text(TO);
  }

  /** Where they are put. */
  public String folder() {
    return text(FOLDER);
  }

  /** What they tell. */
  public OutgoingContent content() {
    return OutgoingContent.of(text("content"));
  }

  /** How the columns are described; empty where that is not said. */
  public String description() {
    return settings.getOrDefault(DESCRIPTION, "");
  }

  /**
   * The first booking date of payments that are told.
   *
   * @throws java.time.DateTimeException where none is set
   */
  public LocalDate since() {
    return LocalDate.parse(text(SINCE));
  }

  /** A whole number; the settings were checked. */
  public int whole(String name) {
    return Integer.parseInt(text(name));
  }

  /** When the fiscal year begins that holds a day. */
  public LocalDate fiscalYear(LocalDate day) {
    LocalDate begins = MonthDay.parse("--" + text("fiscalYear")).atYear(day.getYear());
    return begins.isAfter(day) ? begins.minusYears(1) : begins;
  }

  /** Numbers of ledger accounts by those of bank accounts; a line that is none is left out. */
  public Map<String, String> banks() {
    Map<String, String> banks = new TreeMap<>();
    text(BANKS)
        .lines()
        .map(line -> line.split("=", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> banks.put(parts[0].replaceAll("\\s", ""), parts[1].strip()));
    return banks;
  }
}
