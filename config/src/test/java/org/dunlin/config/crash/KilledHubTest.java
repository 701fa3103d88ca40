package org.dunlin.config.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.config.crash.Victim.HUB;
import static org.dunlin.config.crash.Victim.HUB_THEN_POSTMASTER;
import static org.dunlin.config.crash.Victim.POSTMASTER;
import static org.dunlin.config.crash.Victim.POSTMASTER_THEN_HUB;
import static org.dunlin.core.port.Checkpoint.Step.DELIVER_CLAIMED;
import static org.dunlin.core.port.Checkpoint.Step.DELIVER_SENDING;
import static org.dunlin.core.port.Checkpoint.Step.DELIVER_SENT;
import static org.dunlin.core.port.Checkpoint.Step.DUN_RECORDED;
import static org.dunlin.core.port.Checkpoint.Step.INTAKE_COMMITTED;
import static org.dunlin.core.port.Checkpoint.Step.INTAKE_STORED;
import static org.dunlin.core.port.Checkpoint.Step.MATCH_RECORDED;
import static org.dunlin.core.port.Checkpoint.Step.TRANSLATE_APPLIED;
import static org.dunlin.core.port.Checkpoint.Step.TRANSLATE_CLAIMED;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dunlin.core.port.Checkpoint.Step;
import org.dunlin.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KilledHubTest {
  private static final int DAYS = 36;

  /** So many days come at once, as when a hub is set up; then one by one. */
  private static final int DAYS_AT_ONCE = 17;

  private static final List<Kill> PLAN =
      List.of(
          new Kill(Stop.at(INTAKE_STORED, 3), HUB),
          new Kill(Stop.at(INTAKE_COMMITTED, 5), HUB_THEN_POSTMASTER),
          new Kill(Stop.at(INTAKE_STORED, 10), POSTMASTER),
          new Kill(Stop.at(TRANSLATE_CLAIMED, 10), POSTMASTER),
          new Kill(Stop.at(TRANSLATE_APPLIED, 10), POSTMASTER_THEN_HUB),
          new Kill(Stop.at(MATCH_RECORDED), POSTMASTER),
          new Kill(Stop.at(DELIVER_SENT, 4), HUB),
          new Kill(Stop.at(DUN_RECORDED), POSTMASTER),
          new Kill(Stop.atMail(DELIVER_SENT), POSTMASTER),
          new Kill(Stop.atMail(DELIVER_SENDING), HUB),
          new Kill(Stop.at(MATCH_RECORDED), HUB_THEN_POSTMASTER),
          new Kill(Stop.atMail(DELIVER_SENT), HUB),
          new Kill(Stop.at(DUN_RECORDED), HUB),
          new Kill(Stop.at(DELIVER_CLAIMED), POSTMASTER));

  /** In the long form, {@code -Ddunlin.kills=100}, in so many worlds one after the other. */
  private static final int KILLS = Integer.getInteger("dunlin.kills", PLAN.size());

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("worlds")
  void whateverIsKilledWhereverNothingIsLostAndNothingHappensTwice(long seed) throws IOException {
    try (Outside outside = Outside.of(seed, DAYS, folder.resolve("books"))) {
      Hubs.useTheirOwn("killed", folder.resolve("data"), hubs -> passWithKills(outside, hubs));
    }
  }

  static LongStream worlds() {
    return LongStream.range(0, Math.ceilDiv(KILLS, PLAN.size())).map(world -> Outside.SEED + world);
  }

  private void passWithKills(Outside outside, Hubs hubs) throws IOException {
    Reign reign = new Reign(outside, hubs, outside.settings(), PLAN);
    for (List<LocalDate> days : together(outside.world().days())) {
      reign.pass(days);
    }
    assertThat(reign.done()).isEqualTo(PLAN);
    Books books = new Books(hubs.cluster().database());
    new Invariants(outside, books).hold();
    assertThat(new Departures(outside, books).unknown()).isNotEmpty();
    assertThat(books.ledger()).isEqualTo(ledgerWithoutKills(outside));
  }

  private List<String> ledgerWithoutKills(Outside outside) throws IOException {
    try (TestDatabase database = TestDatabase.create();
        Outside again = outside.again(folder.resolve("again"))) {
      Hubs.use(
          "undisturbed",
          folder.resolve("none"),
          hubs -> Reign.undisturbed(again, hubs, again.settings(database)));
      return new Books(database.dataSource()).ledger();
    }
  }

  /** Those of programs, of which this world has none, are in the plan of {@link KilledPullTest}. */
  @Test
  void thePlansKillAtEveryStep() {
    assertThat(Stream.concat(PLAN.stream(), KilledPullTest.PLAN.stream()))
        .extracting(kill -> kill.stop().step())
        .containsAll(Arrays.asList(Step.values()));
    assertThat(PLAN).extracting(Kill::victim).containsAll(Arrays.asList(Victim.values()));
  }

  /** The first days as one, then day by day, a weekend with its Monday. */
  private static List<List<LocalDate>> together(List<LocalDate> days) {
    List<List<LocalDate>> together = new ArrayList<>();
    together.add(days.subList(0, DAYS_AT_ONCE));
    List<LocalDate> now = new ArrayList<>();
    for (LocalDate day : days.subList(DAYS_AT_ONCE, days.size())) {
      now.add(day);
      if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
        together.add(List.copyOf(now));
        now.clear();
      }
    }
    return together;
  }
}
