package org.dunlin.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.impl.DefaultCamelContext;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.RouteAct;
import org.dunlin.core.port.RouteBoard;
import org.dunlin.core.port.RouteState;
import org.dunlin.core.port.RouteStatus;
import org.dunlin.store.Stores;
import org.dunlin.store.TestDatabase;
import org.dunlin.store.TestKeys;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Connection;
import org.dunlin.store.company.FlowState;
import org.dunlin.work.intake.AcceptFile;
import org.dunlin.work.intake.WatchFolders;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When folders begin to be watched. */
class FolderSupervisorTest {
  private static final String ROUTE = "intake/acme/books";
  private static final long LARGEST = 1000;
  private static final RouteSettings SETTINGS =
      new RouteSettings(
          Duration.ofSeconds(5),
          Duration.ofMillis(30),
          Duration.ofMillis(150),
          Duration.ofSeconds(10));

  @TempDir private Path top;
  private final TestDatabase database = TestDatabase.create();
  private final Stores stores =
      Stores.over(database.dataSource(), Duration.ofSeconds(30), Clock.systemUTC(), TestKeys.RING);
  private final CamelContext camel = new DefaultCamelContext();
  private final HeldRoutes held = new HeldRoutes();
  private final RouteBoard board = new CamelRouteBoard(camel, new StageSwitches(), held);
  private FolderSupervisor supervisor;

  @BeforeEach
  void connect() throws Exception {
    Company company =
        new Company(
            "acme",
            "acme",
            "NL",
            ZoneId.of("Europe/Amsterdam"),
            null,
            CurrencyUnit.EUR,
            List.of(),
            null,
            null,
            null,
            Map.of(),
            null,
            DunningMode.SHADOW);
    stores
        .companies()
        .put(new CompanyProfile(company, DunningMode.SHADOW, "ar@acme.example", null, null));
    String path = top.resolve("books").toString();
    stores
        .connections()
        .put(new Connection("acme", "books", "folder", Map.of("path", path), false));
    camel.addRoutes(
        new AcceptRoute(new AcceptFile(stores, Clock.systemUTC(), Checkpoint.NONE, LARGEST)));
    camel.addRoutes(new FolderRoutes(SETTINGS));
    camel.getShutdownStrategy().setTimeout(5);
    supervisor =
        new FolderSupervisor(camel, new WatchFolders(stores), SETTINGS, Clock.systemUTC(), held);
  }

  @AfterEach
  void close() throws Exception {
    camel.close();
    database.close();
  }

  @Test
  void noFolderIsWatchedBeforeCamelHasStartedAndItIsAtTheNextLookAfterwards() {
    supervisor.look();

    assertThat(camel.getRoute(ROUTE)).isNull();
    assertThat(top.resolve("books")).doesNotExist();

    camel.start();
    supervisor.look();

    assertThat(camel.getRouteController().getRouteStatus(ROUTE)).isEqualTo(ServiceStatus.Started);
    assertThat(top.resolve("books").resolve("in")).isDirectory();
  }

  @Test
  void whereAFileStandsInPlaceOfTheFolderItIsSaidInWords() throws IOException {
    Files.writeString(top.resolve("books"), "a file");
    camel.start();
    supervisor.look();

    FlowState flow = stores.flows().of("acme").getFirst();
    assertThat(flow.failing()).isTrue();
    assertThat(flow.lastFailure())
        .isEqualTo(
            "The folder %1$s cannot be watched: %1$s/in: Not a directory.", top.resolve("books"));

    Files.delete(top.resolve("books"));
    supervisor.look();

    assertThat(camel.getRouteController().getRouteStatus(ROUTE)).isEqualTo(ServiceStatus.Started);
    assertThat(stores.flows().of("acme").getFirst().failing()).isFalse();
  }

  @Test
  void aFolderThatAPersonStoppedIsNotWatchedUntilAPersonStartsIt() {
    camel.start();
    supervisor.look();

    assertThat(board.act(ROUTE, RouteAct.STOP)).isTrue();
    supervisor.look();

    assertThat(road().state()).isEqualTo(RouteState.SWITCHED_OFF);
    assertThat(road().acts()).containsExactly(RouteAct.START);
    assertThat(stores.connections().find("acme", "books")).get().matches(each -> !each.paused());

    assertThat(board.act(ROUTE, RouteAct.START)).isTrue();
    supervisor.look();

    assertThat(road().state()).isEqualTo(RouteState.RUNNING);
  }

  @Test
  void aFolderThatWaitsForAWhileIsNotStartedAnewByItsSupervisor() {
    camel.start();
    supervisor.look();

    assertThat(board.act(ROUTE, RouteAct.SUSPEND)).isTrue();
    supervisor.look();

    assertThat(road().state()).isEqualTo(RouteState.SUSPENDED);
    assertThat(board.act(ROUTE, RouteAct.RESUME)).isTrue();
    assertThat(road().state()).isEqualTo(RouteState.RUNNING);
  }

  @Test
  void aStoppedFolderWhoseConnectionIsPausedCanStillBeLetGoOn() {
    camel.start();
    supervisor.look();
    board.act(ROUTE, RouteAct.STOP);
    stores.connections().setPaused("acme", "books", true);
    supervisor.look();
    assertThat(camel.getRoute(ROUTE)).isNull();
    assertThat(road().state()).isEqualTo(RouteState.SWITCHED_OFF);

    assertThat(board.act(ROUTE, RouteAct.START)).isTrue();
    stores.connections().setPaused("acme", "books", false);
    supervisor.look();

    assertThat(road().state()).isEqualTo(RouteState.RUNNING);
  }

  private RouteStatus road() {
    return board.all().stream().filter(each -> each.id().equals(ROUTE)).findFirst().orElseThrow();
  }
}
