package org.dunlin.routes;

import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.dunlin.work.backup.NightlyBackup;

/** Asks once a minute whether a backup is due. */
public final class BackupRoutes extends RouteBuilder {
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final NightlyBackup nightlyBackup;

  /** Asks this one. */
  public BackupRoutes(NightlyBackup nightlyBackup) {
    this.nightlyBackup = nightlyBackup;
  }

  @Override
  public void configure() {
    from("timer:backup?includeMetadata=false&period=" + PERIOD.toMillis())
        .routeId("backup")
        .process(exchange -> nightlyBackup.look());
  }
}
