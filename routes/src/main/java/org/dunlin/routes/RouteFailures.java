package org.dunlin.routes;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailedEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailureHandledEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.jspecify.annotations.Nullable;

/** Counts by their routes the exchanges that failed, and keeps why the last one did. */
final class RouteFailures extends EventNotifierSupport {
  private static final int LONGEST = 500;

  private final Map<String, Failed> byRoute = new ConcurrentHashMap<>();

  /** How often exchanges of a route failed, and the last time. */
  record Failed(long times, @Nullable Instant at, @Nullable String message) {
    private static final Failed NEVER = new Failed(0, null, null);

    private Failed again(@Nullable Throwable cause) {
      String said = String.valueOf(cause == null ? null : cause.getMessage());
      return new Failed(
          times + 1, Instant.now(), said.substring(0, Math.min(said.length(), LONGEST)));
    }
  }

  RouteFailures() {
    setIgnoreCamelContextEvents(true);
    setIgnoreRouteEvents(true);
    setIgnoreServiceEvents(true);
    setIgnoreStepEvents(true);
    setIgnoreExchangeCreatedEvent(true);
    setIgnoreExchangeCompletedEvent(true);
    setIgnoreExchangeSendingEvents(true);
    setIgnoreExchangeSentEvents(true);
    setIgnoreExchangeRedeliveryEvents(true);
    setIgnoreExchangeAsyncProcessingStartedEvents(true);
  }

  Failed of(String routeId) {
    return byRoute.getOrDefault(routeId, Failed.NEVER);
  }

  @Override
  public void notify(CamelEvent event) {
    switch (event) {
      case ExchangeFailedEvent failed -> add(failed.getExchange());
      case ExchangeFailureHandledEvent handled -> add(handled.getExchange());
      default -> {}
    }
  }

  private void add(Exchange exchange) {
    String routeId = exchange.getFromRouteId();
    Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    Throwable cause = exchange.getException() == null ? caught : exchange.getException();
    if (routeId != null) {
      byRoute.compute(
          routeId, (id, before) -> (before == null ? Failed.NEVER : before).again(cause));
    }
  }
}
