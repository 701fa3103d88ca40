package org.dunlin.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.dunlin.core.port.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A stage that is woken carries out all that waits; a sweep finds what no wake-up told of. */
class StageRoutesTest {
  private static final Duration NEVER = Duration.ofDays(1);
  private static final Duration OFTEN = Duration.ofMillis(30);

  private final CamelContext camel = new DefaultCamelContext();
  private final AtomicInteger asked = new AtomicInteger();
  private final StageSwitches switches = new StageSwitches();

  @AfterEach
  void close() throws Exception {
    camel.close();
  }

  @Test
  void aWakeUpCarriesOutAllThatWaits() throws Exception {
    start(NEVER, () -> asked.incrementAndGet() % 4 != 0);
    Eventually.holds("the sweep at the start is over", () -> asked.get() == 4);
    wake();

    Eventually.holds("three and the answer that no more waits", () -> asked.get() == 8);
  }

  @Test
  void whatNoWakeUpToldOfIsFoundByTheSweep() throws Exception {
    start(OFTEN, () -> asked.incrementAndGet() < 0);

    Eventually.holds("it is asked again and again", () -> asked.get() > 5);
  }

  @Test
  void aStageThatBreaksOffGoesOnAtTheNextSweep() throws Exception {
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

  @Test
  void wakeUpsThatCannotBeTakenAtOnceAreDroppedAndHoldUpNobody() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    start(
        NEVER,
        () -> {
          asked.incrementAndGet();
          try {
            go.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return false;
        });
    Eventually.holds("one is at work", () -> asked.get() == 1);
    for (int i = 0; i < 1000; i++) {
      wake();
    }
    go.countDown();

    Eventually.holds("the one that waited sees all", () -> asked.get() >= 2);
    wake();
    Eventually.holds("and the next is heard", () -> asked.get() >= 3);
    assertThat(asked.get()).isLessThan(10);
  }

  /** One after the other they take most of a second each, since so long each waits for work. */
  @Test
  void allStagesEndAtOnce() throws Exception {
    Map<Stage, BooleanSupplier> nothing = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      nothing.put(stage, () -> asked.incrementAndGet() < 0);
    }
    start(NEVER, nothing);
    Eventually.holds("the sweep at the start is over", () -> asked.get() == nothing.size());

    long begin = System.nanoTime();
    camel.stop();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
  }

  private void start(Duration sweep, BooleanSupplier useCase) throws Exception {
    start(sweep, Map.of(Stage.MATCH, useCase));
  }

  private void start(Duration sweep, Map<Stage, BooleanSupplier> useCases) throws Exception {
    RouteSettings settings = new RouteSettings(sweep, OFTEN, OFTEN, NEVER);
    camel.addRoutes(new StageRoutes(useCases, settings, switches));
    camel.getShutdownStrategy().setTimeout(2);
    camel.start();
  }

  private void wake() {
    camel.createProducerTemplate().sendBody(StageRoutes.wakeUri(Stage.MATCH), "");
  }
}
