package org.dunlin.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.impl.DefaultCamelContext;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Checkpoint.Step;
import org.dunlin.store.Stores;
import org.dunlin.store.TestDatabase;
import org.dunlin.store.TestKeys;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Connection;
import org.dunlin.store.company.FlowState;
import org.dunlin.work.intake.AcceptFile;
import org.dunlin.work.intake.WatchFolders;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Files come in from watched folders whole, once, and are put away only when they are the hub's.
 */
class FolderTest {
  private static final long LARGEST = 1000;
  private static final RouteSettings SETTINGS =
      new RouteSettings(
          Duration.ofSeconds(5),
          Duration.ofMillis(30),
          Duration.ofMillis(150),
          Duration.ofSeconds(10));

  @TempDir private Path top;
  private final TestDatabase database = TestDatabase.create();
  private final Stores stores = stores();
  private final CamelContext camel = new DefaultCamelContext();
  private final TestClock clock = new TestClock();
  private final AtomicBoolean broken = new AtomicBoolean();
  private FolderSupervisor supervisor;

  @BeforeEach
  void watch() throws Exception {
    company("acme");
    connection("acme", "books", folder("books"));
    Checkpoint checkpoint =
        step -> {
          if (step == Step.INTAKE_STORED && broken.get()) {
            throw new IllegalStateException("the database is gone");
          }
        };
    camel.addRoutes(
        new AcceptRoute(new AcceptFile(stores, Clock.systemUTC(), checkpoint, LARGEST)));
    camel.addRoutes(new FolderRoutes(SETTINGS));
    camel.getShutdownStrategy().setTimeout(5);
    camel.start();
    supervisor =
        new FolderSupervisor(camel, new WatchFolders(stores), SETTINGS, clock, new HeldRoutes());
    supervisor.look();
  }

  @AfterEach
  void close() throws Exception {
    camel.close();
    database.close();
  }

  @Test
  void anAcceptedFileLiesInTheInboxAndIsPutAwayByMonth() throws IOException {
    drop("invoice.xml", "hello");
    Eventually.holds("it is put away", () -> under("books", "accepted").size() == 1);

    String month = LocalDate.now(ZoneId.systemDefault()).toString().substring(0, 7);
    assertThat(under("books", "accepted").getFirst())
        .startsWith("accepted/" + month + "/")
        .endsWith("-invoice.xml");
    assertThat(under("books", "in")).isEmpty();
    assertThat(deliveries()).containsExactly("acme books invoice.xml 5");
  }

  @Test
  void aFolderWhoseRouteDoesNotRunIsWatchedAnewAtTheNextLook() throws Exception {
    camel.getRouteController().stopRoute("intake/acme/books");
    drop("invoice.xml", "hello");

    supervisor.look();

    Eventually.holds("it is put away", () -> under("books", "accepted").size() == 1);
  }

  @Test
  void aFileThatGrowsWaitsUntilItIsWhole() throws IOException {
    Path growing = in("books").resolve("growing.xml");
    drop("steady.xml", "1");
    clock.stop();
    try (FileChannel channel =
        FileChannel.open(growing, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      Eventually.holds(
          "the steady one is taken",
          () -> {
            append(channel);
            clock.advance(SETTINGS.folderSettle().multipliedBy(2).dividedBy(3));
            return deliveries().contains("acme books steady.xml 1");
          });
    }
    assertThat(deliveries()).hasSize(1);
    long whole = Files.size(growing);

    Eventually.holds(
        "it is taken",
        () -> {
          clock.advance(SETTINGS.folderSettle());
          return deliveries().contains("acme books growing.xml " + whole);
        });
  }

  @Test
  void namesOfUnfinishedFilesAndLinksAreNeverTaken() throws IOException {
    Path secret = Files.writeString(top.resolve("secret.txt"), "secret");
    Files.createSymbolicLink(in("books").resolve("link.xml"), secret);
    drop("a.tmp", "1");
    drop("b.PART", "2");
    drop("c.xml.filepart", "3");
    drop(".hidden.xml", "4");
    Files.createDirectories(in("books").resolve("folder"));
    Files.writeString(in("books").resolve("folder/d.xml"), "5");
    afterAnotherListing("one.xml");
    afterAnotherListing("two.xml");

    assertThat(deliveries()).allMatch(line -> line.contains("one.xml") || line.contains("two.xml"));
    Eventually.holds("the others stay", () -> under("books", "in").size() == 6);
    assertThat(secret).exists();
  }

  @Test
  void aNameThatLooksLikeAnExpressionIsAName() throws IOException {
    drop("${sys:user.home} {{x}} #y.xml", "1");
    Eventually.holds("it is put away", () -> under("books", "accepted").size() == 1);

    assertThat(under("books", "accepted").getFirst()).endsWith("-__sys_user.home_ __x__ _y.xml");
    assertThat(deliveries()).containsExactly("acme books ${sys:user.home} {{x}} #y.xml 1");
  }

  @Test
  void aNameAsLongAsNamesMayBeIsPutAwayUnderItsEnd() throws IOException {
    drop("x".repeat(250) + ".xml", "1");
    Eventually.holds("it is put away", () -> under("books", "accepted").size() == 1);

    assertThat(under("books", "accepted").getFirst()).endsWith("xxx.xml").hasSizeLessThan(150);
    assertThat(deliveries()).hasSize(1);
  }

  @Test
  void theSameBytesUnderAnotherNameArePutAwayAndLeftOut() throws IOException {
    drop("a.xml", "same");
    Eventually.holds("the first", () -> under("books", "accepted").size() == 1);
    drop("b.xml", "same");
    Eventually.holds("the second", () -> under("books", "accepted").size() == 2);

    assertThat(deliveries()).containsExactly("acme books a.xml 4");
  }

  @Test
  void aSecondFileOfTheSameNameDoesNotReplaceTheFirst() throws IOException {
    drop("a.xml", "one");
    Eventually.holds("the first", () -> under("books", "accepted").size() == 1);
    drop("a.xml", "two");
    Eventually.holds("the second", () -> under("books", "accepted").size() == 2);

    assertThat(deliveries()).hasSize(2);
  }

  @Test
  void aFileThatIsTooLargeIsPutAmongTheRefused() throws IOException {
    drop("huge.xml", "x".repeat((int) LARGEST + 1));
    Eventually.holds("it is refused", () -> under("books", "refused").size() == 1);

    assertThat(deliveries()).isEmpty();
  }

  @Test
  void aFileThatCannotBeAcceptedNowStaysAndIsTakenLater() throws IOException {
    broken.set(true);
    drop("a.xml", "1");
    Eventually.holds("it was tried", () -> failing("books"));
    assertThat(under("books", "in")).containsExactly("in/a.xml");
    assertThat(under("books", "accepted")).isEmpty();
    broken.set(false);

    Eventually.holds("it is taken", () -> under("books", "accepted").size() == 1);
    assertThat(deliveries()).hasSize(1);
  }

  @Test
  void aPausedConnectionIsNotReadAndGoesOnWhenItIsResumed() throws IOException {
    stores.connections().setPaused("acme", "books", true);
    supervisor.look();
    assertThat(watching()).isEmpty();
    drop("a.xml", "1");
    stores.connections().setPaused("acme", "books", false);
    supervisor.look();

    Eventually.holds("it is taken", () -> deliveries().size() == 1);
  }

  @Test
  void aConnectionThatAnotherProcessHoldsIsLeftToIt() {
    assertThat(watching()).hasSize(1);
    jdbc().sql("update connection set lease_until = now() - interval '1 second'").update();
    Stores other = stores();
    assertThat(new WatchFolders(other).held()).hasSize(1);
    supervisor.look();

    assertThat(watching()).isEmpty();
  }

  @Test
  void aConnectionWhoseFolderChangesIsReadThere() throws IOException {
    connection("acme", "books", folder("elsewhere"));
    supervisor.look();
    Files.writeString(in("elsewhere").resolve("a.xml"), "1");

    Eventually.holds("it is taken", () -> under("elsewhere", "accepted").size() == 1);
    assertThat(watching()).hasSize(1);
  }

  @Test
  void looksThatFindNothingNewChangeNothing() {
    var before = watching().getFirst();
    supervisor.look();
    supervisor.look();

    assertThat(watching()).containsExactly(before);
    assertThat(camel.getRouteController().getRouteStatus(before.getRouteId()))
        .isEqualTo(ServiceStatus.Started);
  }

  @Test
  void connectionsWhoseNamesJoinedReadAlikeAreTwo() throws IOException {
    company("acme-a");
    connection("acme-a", "b", folder("first"));
    connection("acme", "a-b", folder("second"));
    supervisor.look();
    supervisor.look();
    Files.writeString(in("first").resolve("1.xml"), "1");
    Files.writeString(in("second").resolve("2.xml"), "2");

    Eventually.holds("both are taken", () -> deliveries().size() == 2);
    assertThat(deliveries()).containsExactlyInAnyOrder("acme-a b 1.xml 1", "acme a-b 2.xml 1");
  }

  @Test
  void aFolderThatCannotBeWatchedIsShownAndHoldsUpNoOther() throws IOException {
    Path file = Files.writeString(top.resolve("file"), "not a folder");
    connection("acme", "aaa", file);
    connection("acme", "bbb", top.resolve("what?"));
    connection("acme", "zzz", folder("zzz"));
    supervisor.look();

    assertThat(failing("aaa")).isTrue();
    assertThat(failing("bbb")).isTrue();
    Files.writeString(in("zzz").resolve("1.xml"), "1");
    Eventually.holds("the other is read", () -> deliveries().size() == 1);
  }

  private List<Route> watching() {
    return camel.getRoutes().stream()
        .filter(route -> route.getRouteId().startsWith("intake/"))
        .toList();
  }

  private static void append(FileChannel channel) {
    try {
      channel.write(ByteBuffer.wrap("0123456789".getBytes(UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for a file that came later to be taken, so that those before it have been seen, too. */
  private void afterAnotherListing(String name) throws IOException {
    drop(name, name);
    Eventually.holds(
        name + " is taken", () -> deliveries().stream().anyMatch(d -> d.contains(name)));
  }

  private void drop(String name, String content) throws IOException {
    Files.writeString(in("books").resolve(name), content);
  }

  private Path folder(String name) {
    return top.resolve(name);
  }

  private Path in(String folder) {
    return folder(folder).resolve("in");
  }

  /** The files in a part of a folder; looked at again when one goes away meanwhile. */
  private List<String> under(String folder, String part) {
    List<String> found = null;
    while (found == null) {
      found = underUnlessMoved(folder, part);
    }
    return found;
  }

  private @Nullable List<String> underUnlessMoved(String folder, String part) {
    try (Stream<Path> files = Files.walk(folder(folder))) {
      return files
          .filter(file -> !Files.isDirectory(file))
          .map(file -> folder(folder).relativize(file).toString())
          .filter(file -> file.startsWith(part + "/"))
          .toList();
    } catch (NoSuchFileException e) {
      return null;
    } catch (UncheckedIOException e) {
      assertThat(e).hasCauseInstanceOf(NoSuchFileException.class);
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> deliveries() {
    return jdbc()
        .sql(
            "select company_id || ' ' || connection_id || ' ' || name || ' ' || bytes from"
                + " delivery")
        .query(String.class)
        .list();
  }

  private boolean failing(String connection) {
    return stores.flows().of("acme").stream()
        .filter(flow -> flow.connectionId().equals(connection))
        .anyMatch(FlowState::failing);
  }

  private JdbcClient jdbc() {
    return JdbcClient.create(database.dataSource());
  }

  private Stores stores() {
    return Stores.over(
        database.dataSource(), Duration.ofSeconds(30), Clock.systemUTC(), TestKeys.RING);
  }

  private void company(String id) {
    Company company =
        new Company(
            id,
            id,
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
        .put(new CompanyProfile(company, DunningMode.SHADOW, "ar@" + id + ".example", null, null));
  }

  private void connection(String company, String id, Path path) {
    stores
        .connections()
        .put(new Connection(company, id, "folder", Map.of("path", path.toString()), false));
  }
}
