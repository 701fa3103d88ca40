package org.dunlin.work.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.Stores;
import org.dunlin.store.backup.Backup;
import org.dunlin.store.backup.BackupFile;
import org.dunlin.store.backup.Progress;
import org.dunlin.store.company.FlowState;
import org.dunlin.store.company.Flows;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightlyBackupTest {
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private Path folder = Path.of("");

  @BeforeEach
  void name(@TempDir Path temporary) {
    folder = temporary.resolve("backups");
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private boolean look(String instant) {
    return nightly(instant).look();
  }

  private NightlyBackup nightly(String instant) {
    NightlySettings settings = new NightlySettings(folder, LocalTime.of(2, 30), AMSTERDAM, 3, 2);
    return new NightlyBackup(
        hub.stores,
        new Backup(hub.dataSource(), "test"),
        List::of,
        settings,
        Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private FlowState flow() {
    return hub.stores.flows().of("acme").stream()
        .filter(flow -> flow.connectionId().equals(Flows.ALL) && flow.flow().equals("backup"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theFirstIsMadeInTheFirstNightAndThenOneEachNight() throws IOException {
    assertThat(look("2026-11-24T12:00:00Z")).isFalse();
    assertThat(look("2026-11-25T01:29:59Z")).isFalse();
    assertThat(look("2026-11-25T01:30:00Z")).isTrue();
    assertThat(look("2026-11-25T01:31:00Z")).isFalse();
    assertThat(look("2026-11-26T01:30:30Z")).isTrue();

    assertThat(files())
        .containsExactly("dunlin-20261125T013000Z.zip", "dunlin-20261126T013030Z.zip");
    try (BackupFile backup =
        BackupFile.open(folder.resolve(files().getFirst()), Set.of(), Progress.NONE)) {
      assertThat(backup.head().companies()).containsExactly("acme");
    }
    assertThat(flow().lastSuccessAt()).isNotNull();
  }

  @Test
  void whatWasMissedWhileTheHubWasOffIsMadeUpForOnce() {
    look("2026-11-24T12:00:00Z");
    assertThat(look("2026-11-29T08:00:00Z")).isTrue();
    assertThat(look("2026-11-29T08:01:00Z")).isFalse();
    assertThat(look("2026-11-30T01:30:00Z")).isTrue();
  }

  @Test
  void ofSeveralHubsOneMakesIt() throws IOException {
    look("2026-11-24T12:00:00Z");
    Stores another = hub.anotherProcess();
    boolean made =
        another
            .transactions()
            .in(
                () -> {
                  assertThat(another.leases().alone("backup")).isTrue();
                  return onAnotherConnection(() -> look("2026-11-25T01:30:00Z"));
                });
    assertThat(made).isFalse();
    assertThat(look("2026-11-25T01:30:00Z")).isTrue();
    assertThat(look("2026-11-25T01:30:00Z")).isFalse();
    assertThat(files()).hasSize(1);
  }

  private static boolean onAnotherConnection(Supplier<Boolean> look) {
    return CompletableFuture.supplyAsync(look).join();
  }

  @Test
  void aFailureIsShownKeepsTheLastGoodOneAndIsTriedAgainAfterAnHour() throws IOException {
    look("2026-11-24T12:00:00Z");
    look("2026-11-25T01:30:00Z");
    List<String> good = files();
    Path kept = folder.resolveSibling("kept");
    Files.move(folder, kept);
    Files.writeString(folder, "a file where the folder should be");

    assertThat(look("2026-11-26T01:30:00Z")).isFalse();
    assertThat(flow().lastFailure()).startsWith("The nightly backup failed: ");
    assertThat(flow().failures()).isEqualTo(1);

    Files.delete(folder);
    Files.move(kept, folder);
    assertThat(files()).isEqualTo(good);
    assertThat(look("2026-11-26T02:31:00Z")).isTrue();
    assertThat(files()).hasSize(2);
  }

  @Test
  void anHourPassesBeforeAFailureIsTriedAgain() throws IOException {
    look("2026-11-24T12:00:00Z");
    Files.writeString(folder, "a file where the folder should be");
    MovingClock clock = new MovingClock(Instant.parse("2026-11-25T01:30:00Z"));
    NightlyBackup nightly =
        new NightlyBackup(
            hub.stores,
            new Backup(hub.dataSource(), "test"),
            List::of,
            new NightlySettings(folder, LocalTime.of(2, 30), AMSTERDAM, 3, 2),
            clock);
    nightly.look();
    nightly.look();
    assertThat(flow().failures()).isEqualTo(1);
    clock.now = Instant.parse("2026-11-25T02:30:00Z");
    nightly.look();
    assertThat(flow().failures()).isEqualTo(2);
  }

  @Test
  void whatAKilledHubLeftHalfWrittenIsRemoved() throws IOException {
    look("2026-11-24T12:00:00Z");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(".dunlin-20261124T013000Z.zip.0815.unfinished"), "half");
    look("2026-11-25T01:30:00Z");
    assertThat(files()).containsExactly("dunlin-20261125T013000Z.zip");
  }

  @Test
  void theNewestOfSoManyDaysAndWeeksIsKeptAndNothingElseIsTouched() throws IOException {
    Files.createDirectories(folder);
    List<String> foreign =
        List.of(
            "dunlin-20200101T013000Z.zip.bak",
            "dunlin-latest.zip",
            "dunlin-29991399T999999Z.zip",
            "other.zip");
    for (String name : foreign) {
      Files.writeString(folder.resolve(name), "not ours");
    }
    look("2026-11-01T12:00:00Z");
    for (int day = 2; day <= 26; day++) {
      assertThat(look("2026-11-%02dT01:30:00Z".formatted(day))).isTrue();
    }
    assertThat(files()).containsAll(foreign);
    assertThat(files().stream().filter(name -> !foreign.contains(name)))
        .containsExactly(
            "dunlin-20261122T013000Z.zip",
            "dunlin-20261124T013000Z.zip",
            "dunlin-20261125T013000Z.zip",
            "dunlin-20261126T013000Z.zip");
  }

  /** A clock that stands still until it is moved. */
  private static final class MovingClock extends Clock {
    private Instant now;

    MovingClock(Instant now) {
      this.now = now;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
