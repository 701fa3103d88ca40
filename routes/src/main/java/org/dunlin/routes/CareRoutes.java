package org.dunlin.routes;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.dunlin.work.Heartbeat;

/**
 * What keeps the hub itself going: the heartbeat of its leases and the supervision of its folders.
 */
public final class CareRoutes extends RouteBuilder {
  private final Heartbeat heartbeat;
  private final FolderSupervisor supervisor;
  private final RouteSettings settings;

  /** Cares at the rates that the settings give. */
  public CareRoutes(Heartbeat heartbeat, FolderSupervisor supervisor, RouteSettings settings) {
    this.heartbeat = heartbeat;
    this.supervisor = supervisor;
    this.settings = settings;
  }

  @Override
  public void configure() {
    onException(Exception.class)
        .handled(true)
        .log(LoggingLevel.WARN, "${routeId} broke off; the next one goes on: ${exception.message}");
    from("timer:heartbeat?includeMetadata=false&period=" + settings.heartbeat().toMillis())
        .routeId("heartbeat")
        .process(exchange -> heartbeat.beat());
    from("timer:supervise?includeMetadata=false&delay=0&period=" + settings.sweep().toMillis())
        .routeId("supervise-folders")
        .process(exchange -> supervisor.look());
  }
}
