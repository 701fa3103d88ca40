package org.dunlin.routes;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dunlin.core.port.Line;
import org.dunlin.core.port.NotSent;

/**
 * The circuit breaker, the places and the short windows of each connection, as far as this process
 * knows. Nobody waits for one: what has no place now is tried again later.
 */
final class Lines {
  private static final int USUAL_PLACES = 8;
  private static final Duration OPEN = Duration.ofSeconds(30);

  private static final CircuitBreakerConfig BREAKER =
      CircuitBreakerConfig.custom()
          .slidingWindowSize(10)
          .minimumNumberOfCalls(5)
          .failureRateThreshold(50)
          .waitDurationInOpenState(OPEN)
          .permittedNumberOfCallsInHalfOpenState(1)
          .automaticTransitionFromOpenToHalfOpenEnabled(false)
          .build();

  private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(BREAKER);
  private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
  private final RateLimiterRegistry limiters = RateLimiterRegistry.ofDefaults();
  private final Map<String, Instant> forgiven = new ConcurrentHashMap<>();

  /** A place on a line; it is given back once. */
  record Place(CircuitBreaker breaker, Bulkhead bulkhead) {
    void giveBack() {
      bulkhead.onComplete();
    }
  }

  /** Takes a place. */
  Place take(Line line) throws NotSent {
    String name = name(line.companyId(), line.connectionId());
    CircuitBreaker breaker = breakers.circuitBreaker(name);
    Bulkhead bulkhead = bulkhead(name, line);
    if (!bulkhead.tryAcquirePermission()) {
      throw new NotSent("As many requests as the program permits at once are under way.");
    }
    try {
      for (Line.Window window : line.windows()) {
        if (!limiter(name, window).acquirePermission()) {
          throw new NotSent(
              "The program permits "
                  + window.requests()
                  + " requests in "
                  + window.per().toSeconds()
                  + " seconds; it goes on in the next.");
        }
      }
      if (!breaker.tryAcquirePermission()) {
        throw new NotSent("The program failed several times; it is asked again soon.", OPEN);
      }
    } catch (NotSent e) {
      bulkhead.onComplete();
      throw e;
    }
    return new Place(breaker, bulkhead);
  }

  /**
   * Closes the circuit breaker of a connection and forgets what it has counted, once for each
   * moment: a process hears of the same one with every request.
   */
  void forgive(String companyId, String connectionId, Instant at) {
    String name = name(companyId, connectionId);
    forgiven.compute(
        name,
        (same, known) -> {
          if (known != null && !at.isAfter(known)) {
            return known;
          }
          breakers.circuitBreaker(name).reset();
          return at;
        });
  }

  private static String name(String companyId, String connectionId) {
    return companyId + "/" + connectionId;
  }

  private Bulkhead bulkhead(String name, Line line) {
    int places = line.atOnce() == 0 ? USUAL_PLACES : line.atOnce();
    return bulkheads.bulkhead(
        name + "/" + places,
        () ->
            BulkheadConfig.custom()
                .maxConcurrentCalls(places)
                .maxWaitDuration(Duration.ZERO)
                .build());
  }

  private RateLimiter limiter(String name, Line.Window window) {
    return limiters.rateLimiter(
        name + "/" + window.name() + "/" + window.requests() + "/" + window.per(),
        () ->
            RateLimiterConfig.custom()
                .limitForPeriod(window.requests())
                .limitRefreshPeriod(window.per())
                .timeoutDuration(Duration.ZERO)
                .build());
  }
}
