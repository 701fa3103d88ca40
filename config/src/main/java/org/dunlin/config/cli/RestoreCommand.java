package org.dunlin.config.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dunlin.config.hub.Hub;
import org.dunlin.config.hub.HubSettings;
import org.dunlin.config.hub.ReachedDatabase;
import org.dunlin.config.hub.TravellingKey;
import org.dunlin.store.backup.BackupFile;
import org.dunlin.store.backup.Restoration;
import org.dunlin.store.company.Restored;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dunlin restore FILE}: brings a backup back into an empty hub. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Brings a backup back into an empty hub: a new data directory (DUNLIN_DATA), or a new"
          + " database on a server of your own (DUNLIN_DATABASE_URL).",
      "The file is checked to its last byte first; a wrong or damaged one is refused before"
          + " anything is touched.",
      "A restored hub sends nothing until you have looked, since the hub before it may have sent"
          + " more after the backup; docs/backup.md says what to do."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0: everything is restored",
      "1: nothing is, for the reason in the problem line",
      "2: wrong usage"
    })
public final class RestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A file that dunlin backup wrote.")
  private Path file = Path.of("");

  @Option(
      names = "--moved",
      description =
          "The hub was stopped before the backup and has not run since: go on exactly where it"
              + " stopped, with every company in the mode in which it was.")
  private boolean moved;

  @Spec private @Nullable CommandSpec specification;

  @Override
  public Integer call() {
    Copying copying = Copying.of(specification, file);
    Optional<HubSettings> settings = Hub.settings();
    return settings.isEmpty() ? 1 : copying.attempt(() -> restore(settings.get(), copying));
  }

  private void restore(HubSettings settings, Copying copying) {
    Clock clock = Clock.systemUTC();
    try (BackupFile backup = BackupFile.open(file, TravellingKey.PARTS, copying.progress())) {
      copying
          .words()
          .printf(
              "The file is whole: %s as of %s, by hub %s.%n",
              Copying.companies(backup.head().companies().size()),
              backup.head().moment(),
              backup.head().hub());
      try (ReachedDatabase target = ReachedDatabase.toFill(settings)) {
        TravellingKey.bring(backup, target.dataSource(), settings);
        long rows =
            new Restoration(target.dataSource())
                .load(
                    backup,
                    copying.progress(),
                    hub ->
                        hub.setRestored(new Restored(clock.instant(), backup.head().at()), next()));
        target.complete(settings, clock);
        copying.words().printf("%d rows are restored. %s%n", rows, whatNext());
      }
    }
  }

  private Restored.Next next() {
    return moved ? Restored.Next.GO_ON : Restored.Next.HOLD;
  }

  private String whatNext() {
    return moved
        ? "The hub goes on where it stopped; do not start the one that it was moved from."
        : "Every company is in shadow mode and nothing leaves; start the hub and look at its"
            + " console, and give it the files that came in after the backup.";
  }
}
