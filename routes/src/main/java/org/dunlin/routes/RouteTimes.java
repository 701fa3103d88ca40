package org.dunlin.routes;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCompletedEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.jspecify.annotations.Nullable;

/** How long the exchanges of each route took that did not fail. */
final class RouteTimes extends EventNotifierSupport {
  private final Map<String, Taken> byRoute = new ConcurrentHashMap<>();

  private record Taken(long times, long millis) {
    private Taken and(long more) {
      return new Taken(times + 1, millis + more);
    }
  }

  RouteTimes() {
    setIgnoreCamelContextEvents(true);
    setIgnoreRouteEvents(true);
    setIgnoreServiceEvents(true);
    setIgnoreStepEvents(true);
    setIgnoreExchangeCreatedEvent(true);
    setIgnoreExchangeFailedEvents(true);
    setIgnoreExchangeSendingEvents(true);
    setIgnoreExchangeSentEvents(true);
    setIgnoreExchangeRedeliveryEvents(true);
    setIgnoreExchangeAsyncProcessingStartedEvents(true);
  }

  /** On average; absent while nothing went through the route. */
  @Nullable Duration mean(String routeId) {
    Taken taken = byRoute.get(routeId);
    return taken == null ? null : Duration.ofMillis(taken.millis() / taken.times());
  }

  @Override
  public void notify(CamelEvent event) {
    if (event instanceof ExchangeCompletedEvent completed) {
      Exchange exchange = completed.getExchange();
      String routeId = exchange.getFromRouteId();
      if (routeId != null) {
        long millis = exchange.getClock().elapsed();
        byRoute.merge(routeId, new Taken(1, millis), (before, one) -> before.and(millis));
      }
    }
  }
}
