package org.dunlin.routes;

import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.dunlin.work.person.ReplayMany;

/** Takes the steps of what people have done again for many, at the rate of the sweeps. */
public final class ReplayRoute extends RouteBuilder {
  private final ReplayMany replayMany;
  private final RouteSettings settings;

  /** Takes steps of this one. */
  public ReplayRoute(ReplayMany replayMany, RouteSettings settings) {
    this.replayMany = replayMany;
    this.settings = settings;
  }

  @Override
  public void configure() {
    onException(Exception.class)
        .handled(true)
        .log(LoggingLevel.WARN, "${routeId} broke off; the next one goes on: ${exception.message}");
    from("timer:replay?includeMetadata=false&period=" + settings.sweep().toMillis())
        .routeId("replay")
        .process(this::steps);
  }

  private void steps(Exchange exchange) {
    boolean worked = true;
    while (worked && exchange.getContext().isRunAllowed()) {
      worked = replayMany.next();
    }
  }
}
