package org.dunlin.routes.road;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.dunlin.routes.RouteSettings;

/** The supervision of roads; each of them is a route of its own, made while the hub runs. */
public final class RoadRoutes extends RouteBuilder {
  private final RoadSupervisor supervisor;
  private final RouteSettings settings;

  /** Supervises at the rate that the settings give. */
  public RoadRoutes(RoadSupervisor supervisor, RouteSettings settings) {
    this.supervisor = supervisor;
    this.settings = settings;
  }

  @Override
  public void configure() {
    onException(Exception.class)
        .handled(true)
        .log(LoggingLevel.WARN, "${routeId} broke off; the next one goes on: ${exception.message}");
    from("timer:supervise-roads?includeMetadata=false&delay=0&period="
            + settings.sweep().toMillis())
        .routeId("supervise-roads")
        .process(exchange -> supervisor.look());
  }
}
