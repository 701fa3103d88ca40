package org.dunlin.work.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.dunlin.store.Stores;
import org.dunlin.store.backup.Backup;
import org.dunlin.store.backup.Extra;
import org.dunlin.store.backup.Progress;
import org.dunlin.store.company.Flows;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a backup each night, by one of the hubs of a database; what was missed while the hub was
 * off is made up for once. A failure is shown as one of the flow {@code backup} of every company,
 * removes nothing, and is tried again after an hour.
 */
public final class NightlyBackup {
  private static final Logger LOG = LoggerFactory.getLogger(NightlyBackup.class);
  private static final String FLOW = "backup";
  private static final Duration AFTER_FAILURE = Duration.ofHours(1);

  private final Stores stores;
  private final Backup backup;
  private final Supplier<List<Extra>> extras;
  private final NightlySettings settings;
  private final Clock clock;
  private @Nullable Instant failed;

  /**
   * @param extras what lies outside of the database and belongs to it
   */
  public NightlyBackup(
      Stores stores,
      Backup backup,
      Supplier<List<Extra>> extras,
      NightlySettings settings,
      Clock clock) {
    this.stores = stores;
    this.backup = backup;
    this.extras = extras;
    this.settings = settings;
    this.clock = clock;
  }

  /** Makes a backup if one is due; whether it did. */
  public synchronized boolean look() {
    Instant now = clock.instant();
    if (failed != null && now.isBefore(failed.plus(AFTER_FAILURE)) || !due(now)) {
      return false;
    }
    try {
      boolean made = stores.transactions().in(() -> makeAlone(now));
      if (made) {
        new BackupFolder(settings.folder()).rotate(settings);
        stores.companies().ids().forEach(id -> stores.flows().succeeded(id, Flows.ALL, FLOW));
      }
      failed = null;
      return made;
    } catch (IOException | RuntimeException e) {
      failed = now;
      LOG.error("the nightly backup failed: {}", e.getMessage());
      LOG.debug("because", e);
      String sentence = "The nightly backup failed: " + e.getMessage();
      stores.companies().ids().forEach(id -> stores.flows().failed(id, Flows.ALL, FLOW, sentence));
      return false;
    }
  }

  private boolean makeAlone(Instant now) {
    if (!stores.leases().alone(FLOW) || !due(now)) {
      return false;
    }
    Backup.Written written = backup.write(file(now), extras.get(), Progress.NONE);
    stores.settings().setBackedUp(now);
    LOG.info("backed up {} rows to {}", written.rows(), written.file());
    return true;
  }

  private Path file(Instant now) {
    try {
      Path file = new BackupFolder(settings.folder()).fileOf(now);
      Backup.removeLeftovers(settings.folder(), BackupFolder.BEGINNING);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the folder " + settings.folder() + " cannot be used (" + e + ")", e);
    }
  }

  /** Whether the newest backup is older than the last moment at which one was wanted. */
  private boolean due(Instant now) {
    Instant last = stores.settings().backedUp().orElse(null);
    if (last == null) {
      stores.settings().setBackedUp(now);
      return false;
    }
    ZonedDateTime today = now.atZone(settings.zone()).with(settings.at());
    ZonedDateTime wanted = today.toInstant().isAfter(now) ? today.minusDays(1) : today;
    return last.isBefore(wanted.toInstant());
  }
}
