package org.dunlin.routes.road;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.ProcessorDefinition;
import org.dunlin.core.road.Road;
import org.dunlin.routes.AcceptRoute;

/** What the route of a server and that of a mailbox have in common: how it begins and fails. */
abstract class RoadRoute extends RouteBuilder {
  /** The mark of what was taken, from then on; whatever fails before takes nothing. */
  static final String TAKEN = "dunlinTaken";

  protected final Road road;
  protected final RoadWatch watch;
  protected final long mostBytes;

  private final String id;
  private final String address;

  /**
   * @param id of the route
   * @param address of the endpoint, which the context has
   * @param mostBytes that a file may have
   */
  RoadRoute(String id, String address, Road road, RoadWatch watch, long mostBytes) {
    this.id = id;
    this.address = address;
    this.road = road;
    this.watch = watch;
    this.mostBytes = mostBytes;
  }

  /** The beginning: nothing is kept in memory, and whatever fails is told and stays there. */
  protected final ProcessorDefinition<?> begun() {
    return from(address)
        .routeId(id)
        .noStreamCaching()
        .onException(Exception.class)
        .handled(false)
        .process(this::failed)
        .end();
  }

  private void failed(Exchange exchange) {
    Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    String name = exchange.getProperty(AcceptRoute.NAME, "", String.class);
    watch.failed(name + ": ", cause == null ? new IllegalStateException("unknown") : cause);
  }
}
