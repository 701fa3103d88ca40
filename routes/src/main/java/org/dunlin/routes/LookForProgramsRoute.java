package org.dunlin.routes;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.dunlin.work.program.LookForPrograms;

/** Looks for folders of programs that were dropped in, at the rate of the sweeps. */
public final class LookForProgramsRoute extends RouteBuilder {
  private final LookForPrograms lookForPrograms;
  private final RouteSettings settings;

  /** Looks by this use case. */
  public LookForProgramsRoute(LookForPrograms lookForPrograms, RouteSettings settings) {
    this.lookForPrograms = lookForPrograms;
    this.settings = settings;
  }

  @Override
  public void configure() {
    onException(Exception.class)
        .handled(true)
        .log(LoggingLevel.WARN, "${routeId} broke off; the next one goes on: ${exception.message}");
    from("timer:look-for-programs?includeMetadata=false&period=" + settings.sweep().toMillis())
        .routeId("look-for-programs")
        .process(exchange -> lookForPrograms.look());
  }
}
