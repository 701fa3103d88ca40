package org.dunlin.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A sweep goes on with its work as long as there is some, and begins again at its rate. */
class SweptRouteTest {
  private static final Duration NEVER = Duration.ofDays(1);
  private static final Duration OFTEN = Duration.ofMillis(30);

  private final CamelContext camel = new DefaultCamelContext();
  private final AtomicInteger asked = new AtomicInteger();

  @AfterEach
  void close() throws Exception {
    camel.close();
  }

  @Test
  void oneSweepCarriesOutAllThatThereIs() throws Exception {
    start(NEVER, () -> asked.incrementAndGet() < 4);

    Eventually.holds("three, and the answer that no more is there", () -> asked.get() == 4);
    assertThat(camel.getRoute("steps")).isNotNull();
  }

  @Test
  void whatBreaksOffGoesOnAtTheNextSweep() throws Exception {
    start(
        OFTEN,
        () -> {
          if (asked.incrementAndGet() < 3) {
            throw new IllegalStateException("no database");
          }
          return false;
        });

    Eventually.holds("it goes on", () -> asked.get() > 5);
  }

  private void start(Duration sweep, BooleanSupplier work) throws Exception {
    RouteSettings settings =
        new RouteSettings(sweep, Duration.ofSeconds(1), Duration.ofSeconds(1), NEVER);
    camel.addRoutes(new SweptRoute("steps", work, settings));
    camel.start();
  }
}
