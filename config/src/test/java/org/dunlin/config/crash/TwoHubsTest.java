package org.dunlin.config.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.port.Checkpoint.Step;
import org.dunlin.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoHubsTest {
  private static final int DAYS = 22;
  private static final int DAYS_AT_ONCE = 20;

  /** Which of the two comes there first is killed. */
  private static final List<Stop> STOPS =
      List.of(
          Stop.at(Step.INTAKE_STORED, 3),
          Stop.at(Step.TRANSLATE_APPLIED, 3),
          Stop.atMail(Step.DELIVER_SENDING));

  @TempDir Path folder;

  @Test
  void twoHubsShareTheWorkAndEachTakesOverWhatTheOtherLeavesWhenItIsKilled() throws IOException {
    try (TestDatabase database = TestDatabase.create();
        Outside outside = Outside.of(DAYS, folder.resolve("books"))) {
      Hubs.use("two", folder.resolve("none"), hubs -> share(outside, hubs, database));
    }
  }

  private static void share(Outside outside, Hubs hubs, TestDatabase database) throws IOException {
    Rivals rivals = new Rivals(outside, hubs, outside.settings(database), STOPS);
    List<LocalDate> days = outside.world().days();
    rivals.pass(days.subList(0, DAYS_AT_ONCE));
    for (LocalDate day : days.subList(DAYS_AT_ONCE, DAYS)) {
      rivals.pass(List.of(day));
    }
    assertThat(rivals.stopsToCome()).isEmpty();
    new Invariants(outside, new Books(database.dataSource())).hold();
  }
}
