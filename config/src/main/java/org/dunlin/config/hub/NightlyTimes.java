package org.dunlin.config.hub;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import org.dunlin.config.hub.HubSettings.BackupSettings;
import org.dunlin.work.backup.NightlySettings;

/** Reads what the settings say of backups by night. */
final class NightlyTimes {
  private NightlyTimes() {}

  /**
   * The settings of the nightly backup.
   *
   * @throws WrongSettings when the time of day or what is to be kept cannot be used
   */
  static NightlySettings of(HubSettings settings) {
    BackupSettings backup = settings.backup();
    if (backup.keepDays() < 1 || backup.keepWeeks() < 0) {
      throw new WrongSettings(
          "dunlin.backup.keep-days must be 1 or more, and dunlin.backup.keep-weeks 0 or more.");
    }
    Path folder = backup.folder() != null ? backup.folder() : settings.data().resolve("backups");
    return new NightlySettings(
        folder.toAbsolutePath().normalize(),
        time(backup.at()),
        ZoneId.systemDefault(),
        backup.keepDays(),
        backup.keepWeeks());
  }

  /** YAML 1.1 takes 22:30 without quotation marks for a number of base 60: 1350, the minutes. */
  private static LocalTime time(String at) {
    try {
      return at.matches("\\d{1,4}")
          ? LocalTime.MIDNIGHT.withHour(minutes(at) / 60).withMinute(minutes(at) % 60)
          : LocalTime.parse(at);
    } catch (DateTimeException e) {
      throw new WrongSettings(
          "dunlin.backup.at must be a time of day such as 02:30, not " + at + ".");
    }
  }

  private static int minutes(String at) {
    return Integer.parseInt(at);
  }
}
