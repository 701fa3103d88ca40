package org.dunlin.routes;

import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/**
 * Asks one use case for its work at the rate of the sweeps, and goes on with it as long as there is
 * some: the steps of what people have done again for many, folders of programs that were dropped
 * in.
 */
public final class SweptRoute extends RouteBuilder {
  private final String id;
  private final BooleanSupplier work;
  private final RouteSettings settings;

  /**
   * A route of this id.
   *
   * @param work says whether there may be more of it
   */
  public SweptRoute(String id, BooleanSupplier work, RouteSettings settings) {
    this.id = id;
    this.work = work;
    this.settings = settings;
  }

  @Override
  public void configure() {
    onException(Exception.class)
        .handled(true)
        .log(LoggingLevel.WARN, "${routeId} broke off; the next one goes on: ${exception.message}");
    from("timer:" + id + "?includeMetadata=false&period=" + settings.sweep().toMillis())
        .routeId(id)
        .process(this::drain);
  }

  private void drain(Exchange exchange) {
    boolean worked = true;
    while (worked && exchange.getContext().isRunAllowed()) {
      worked = work.getAsBoolean();
    }
  }
}
