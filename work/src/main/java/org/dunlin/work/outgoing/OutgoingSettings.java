package org.dunlin.work.outgoing;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.store.company.Connection;

/** What is said of files that are written for another program. */
public final class OutgoingSettings {
  /** What counts where nothing is said. */
  public static final Map<String, String> INITIAL =
      Map.of("outFolder", "out", "fiscalYear", "01-01", "accountDigits", "4");

  private final Map<String, String> settings;

  private OutgoingSettings(Map<String, String> settings) {
    this.settings = settings;
  }

  /** Those of a connection of this kind. */
  public static OutgoingSettings of(Connection connection) {
    return of(connection.settings());
  }

  /** As they were given; what is not said is what a form offers. */
  public static OutgoingSettings of(Map<String, String> given) {
    Map<String, String> complete = new TreeMap<>(INITIAL);
    complete.putAll(given);
    return new OutgoingSettings(complete);
  }

  /** A setting; empty where it is not said. */
  public String text(String name) {
    return settings.getOrDefault(name, "").strip();
  }

  /** The connection over which they go. */
  public String to() {
    return text("to");
  }

  /** Where they are put. */
  public String folder() {
    return text("outFolder");
  }

  /** What they tell. */
  public OutgoingContent content() {
    return OutgoingContent.of(text("content"));
  }

  /** How the columns are described; empty where that is not said. */
  public String description() {
    return settings.getOrDefault("description", "");
  }

  /**
   * The first booking date of payments that are told.
   *
   * @throws java.time.DateTimeException where none is set
   */
  public LocalDate since() {
    return LocalDate.parse(text("since"));
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
    return accounts("bankAccounts");
  }

  /** Numbers of ledger accounts of what is settled without money, beside discount. */
  public Map<AdjustmentReason, String> differences() {
    Map<AdjustmentReason, String> differences = new EnumMap<>(AdjustmentReason.class);
    Map<String, String> named = accounts("differenceAccounts");
    for (AdjustmentReason reason : AdjustmentReason.values()) {
      String account = named.get(reason.name());
      if (account != null) {
        differences.put(reason, account);
      }
    }
    return differences;
  }

  private Map<String, String> accounts(String name) {
    Map<String, String> accounts = new TreeMap<>();
    text(name)
        .lines()
        .map(line -> line.split("=", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> accounts.put(parts[0].replaceAll("\\s", ""), parts[1].strip()));
    return accounts;
  }
}
