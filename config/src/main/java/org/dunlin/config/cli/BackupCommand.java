package org.dunlin.config.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dunlin.config.hub.Hub;
import org.dunlin.config.hub.HubSettings;
import org.dunlin.config.hub.HubVersion;
import org.dunlin.config.hub.ReachedDatabase;
import org.dunlin.config.hub.TravellingKey;
import org.dunlin.store.backup.Backup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dunlin backup FILE}: all data of the hub, of one moment, in one file. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Writes all data of the hub to one file, as they are at one moment.",
      "The hub may run meanwhile. It is the one that dunlin.yaml in this folder and DUNLIN_…"
          + " variables name.",
      "The file holds everything, also personal data; only you may read it. Keep it safe."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0: the file is written in full",
      "1: it is not, for the reason in the problem line",
      "2: wrong usage"
    })
public final class BackupCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The file to write; it must not be there yet.")
  private Path file = Path.of("");

  @Spec private @Nullable CommandSpec specification;

  @Override
  public Integer call() {
    Copying copying = Copying.of(specification, file);
    Optional<HubSettings> settings = Hub.settings();
    return settings.isEmpty() ? 1 : copying.attempt(() -> write(settings.get(), copying));
  }

  private void write(HubSettings settings, Copying copying) {
    try (ReachedDatabase database = ReachedDatabase.toSave(settings)) {
      Backup.Written written =
          new Backup(database.dataSource(), HubVersion.text())
              .write(file, TravellingKey.of(database.dataSource(), settings), copying.progress());
      copying
          .words()
          .printf(
              "%s holds %d rows of %d tables (%s), of %s, as of %s.%n",
              written.file(),
              written.rows(),
              written.head().tables().size(),
              Copying.size(written.bytes()),
              Copying.companies(written.head().companies().size()),
              written.head().moment());
    }
  }
}
