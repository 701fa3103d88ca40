package org.dunlin.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.dunlin.core.port.RouteAct;
import org.dunlin.core.port.RouteBoard;
import org.dunlin.core.port.RouteState;
import org.dunlin.core.port.RouteStatus;
import org.dunlin.core.port.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The board tells how each route is doing, and switches stages without breaking anything off. */
class RouteBoardTest {
  private static final Duration NEVER = Duration.ofDays(1);

  private final CamelContext camel = new DefaultCamelContext();
  private final AtomicInteger asked = new AtomicInteger();
  private final StageSwitches switches = new StageSwitches();
  private final RouteBoard board = new CamelRouteBoard(camel, switches, new HeldRoutes());

  @AfterEach
  void close() throws Exception {
    camel.close();
  }

  private void start(Duration sweep, BooleanSupplier useCase) throws Exception {
    RouteSettings settings = new RouteSettings(sweep, NEVER, NEVER, NEVER);
    camel.addRoutes(new StageRoutes(Map.of(Stage.MATCH, useCase), settings, switches));
    camel.getShutdownStrategy().setTimeout(2);
    camel.start();
  }

  private RouteStatus match() {
    return status("match");
  }

  private RouteStatus status(String id) {
    return board.all().stream().filter(route -> route.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void aRouteThatNothingBefellRuns() throws Exception {
    start(NEVER, () -> asked.incrementAndGet() < 0);
    assertThat(match().stage()).isEqualTo(Stage.MATCH);
    assertThat(match().state()).isEqualTo(RouteState.RUNNING);
    assertThat(match().acts()).containsExactly(RouteAct.STOP);
    assertThat(match().failures()).isZero();
    assertThat(match().lastFailureAt()).isNull();
    assertThat(status("sweep-match").stage()).isNull();
  }

  @Test
  void whatIsOnItsWayIsCountedAndAStageThatIsSwitchedOffBringsItToAnEnd() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    start(
        NEVER,
        () -> {
          asked.incrementAndGet();
          try {
            return go.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    Eventually.holds("one is at work", () -> match().inFlight() == 1 && asked.get() == 1);
    board.set(Stage.MATCH, false);
    assertThat(match().state()).isEqualTo(RouteState.SWITCHED_OFF);
    assertThat(match().inFlight()).isEqualTo(1);
    go.countDown();
    Eventually.holds("it ends and takes up nothing more", () -> match().inFlight() == 0);
    assertThat(asked.get()).isEqualTo(1);
  }

  @Test
  void aStageThatIsSwitchedOnAgainGoesOnAtOnce() throws Exception {
    board.set(Stage.MATCH, false);
    start(NEVER, () -> asked.incrementAndGet() % 3 != 0);
    Eventually.holds("the sweep at the start is over", () -> status("sweep-match").inFlight() == 0);
    board.set(Stage.MATCH, true);
    Eventually.holds("what waited is worked off", () -> asked.get() >= 3);
    assertThat(match().state()).isEqualTo(RouteState.RUNNING);
  }

  @Test
  void aFailureIsCountedAndItsReasonKeptAlsoWhereTheRouteGoesOn() throws Exception {
    start(
        NEVER,
        () -> {
          throw new IllegalStateException("no database");
        });
    Eventually.holds("it failed", () -> match().failures() == 1);
    assertThat(match().lastFailure()).isEqualTo("no database");
    assertThat(match().lastFailureAt()).isNotNull();
    assertThat(match().state()).isEqualTo(RouteState.RUNNING);
  }

  @Test
  void aRoadIsItsCompanysAndFailsWithTheReasonOfWhatItCalls() throws Exception {
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            errorHandler(noErrorHandler());
            from("direct:road").routeId("intake/acme/books").to("direct:accept");
            from("direct:accept")
                .routeId("accept")
                .throwException(new IllegalStateException("disk full"));
          }
        });
    camel.start();
    camel.createProducerTemplate().send("direct:road", exchange -> {});
    assertThat(status("intake/acme/books").companyId()).isEqualTo("acme");
    assertThat(status("intake/acme/books").lastFailure()).isEqualTo("disk full");
    assertThat(status("accept").companyId()).isNull();
  }

  @Test
  void aRouteThatIsStoppedSaysSo() throws Exception {
    start(NEVER, () -> false);
    camel.getRouteController().stopRoute("match");
    assertThat(match().state()).isEqualTo(RouteState.STOPPED);
  }

  @Test
  void howLongOneTakesOnAverageIsToldOnceOneWentThrough() throws Exception {
    start(NEVER, () -> false);
    Eventually.holds("the sweep at the start is over", () -> match().mean() != null);
    assertThat(match().mean()).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void aRouteOnAClockIsSuspendedResumedStoppedAndStarted() throws Exception {
    start(NEVER, () -> false);
    assertThat(status("sweep-match").acts())
        .containsExactlyInAnyOrder(RouteAct.SUSPEND, RouteAct.STOP);

    assertThat(board.act("sweep-match", RouteAct.RESUME)).as("it is not suspended").isFalse();
    assertThat(board.act("sweep-match", RouteAct.SUSPEND)).isTrue();
    assertThat(status("sweep-match").state()).isEqualTo(RouteState.SUSPENDED);
    assertThat(board.act("sweep-match", RouteAct.RESUME)).isTrue();
    assertThat(status("sweep-match").state()).isEqualTo(RouteState.RUNNING);
    assertThat(board.act("sweep-match", RouteAct.STOP)).isTrue();
    assertThat(status("sweep-match").state()).isEqualTo(RouteState.SWITCHED_OFF);
    assertThat(board.act("sweep-match", RouteAct.START)).isTrue();
    assertThat(status("sweep-match").state()).isEqualTo(RouteState.RUNNING);
    assertThat(board.act("nobody", RouteAct.STOP)).isFalse();
  }

  @Test
  void aStageIsStoppedByItsSwitchAndNothingThatOthersCallOrThatKeepsLeasesCanBeStopped()
      throws Exception {
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:accept").routeId("accept").log("taken");
            from("timer:heartbeat?delay=1d").routeId("heartbeat").log("beats");
          }
        });
    start(NEVER, () -> asked.incrementAndGet() < 0);

    assertThat(board.act("match", RouteAct.STOP)).isTrue();

    assertThat(match().state()).isEqualTo(RouteState.SWITCHED_OFF);
    assertThat(match().acts()).containsExactly(RouteAct.START);
    for (String id : new String[] {"accept", "heartbeat"}) {
      assertThat(status(id).acts()).isEmpty();
      assertThat(board.act(id, RouteAct.STOP)).isFalse();
      assertThat(status(id).state()).isEqualTo(RouteState.RUNNING);
    }
  }
}
