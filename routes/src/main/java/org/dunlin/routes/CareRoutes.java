package org.dunlin.routes;

import java.time.Duration;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.dunlin.work.Heartbeat;
import org.dunlin.work.privacy.KeepNoLonger;

/**
 * What keeps the hub itself going: the heartbeat of its leases, the supervision of its folders, and
 * the daily end of what was kept long enough.
 */
public final class CareRoutes extends RouteBuilder {
  /** What keeps the leases of this process; without it others would take over its work. */
  static final String HEARTBEAT = "heartbeat";

  /** Not while the hub has its start to do, and once a day from then on; in milliseconds. */
  private static final long SETTLED = Duration.ofMinutes(10).toMillis();

  private static final long DAY = Duration.ofDays(1).toMillis();

  private final Heartbeat heartbeat;
  private final FolderSupervisor supervisor;
  private final KeepNoLonger keepNoLonger;
  private final RouteSettings settings;

  /** Cares at the rates that the settings give. */
  public CareRoutes(
      Heartbeat heartbeat,
      FolderSupervisor supervisor,
      KeepNoLonger keepNoLonger,
      RouteSettings settings) {
    this.heartbeat = heartbeat;
    this.supervisor = supervisor;
    this.keepNoLonger = keepNoLonger;
    this.settings = settings;
  }

  @Override
  public void configure() {
    onException(Exception.class)
        .handled(true)
        .log(LoggingLevel.WARN, "${routeId} broke off; the next one goes on: ${exception.message}");
    from("timer:heartbeat?includeMetadata=false&period=" + settings.heartbeat().toMillis())
        .routeId(HEARTBEAT)
        .process(exchange -> heartbeat.beat());
    from("timer:supervise?includeMetadata=false&delay=0&period=" + settings.sweep().toMillis())
        .routeId("supervise-folders")
        .process(exchange -> supervisor.look());
    from("timer:keep-no-longer?includeMetadata=false&delay=" + SETTLED + "&period=" + DAY)
        .routeId("keep-no-longer")
        .process(exchange -> keepNoLonger.run());
  }
}
