package org.dunlin.config.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.config.crash.Victim.HUB;
import static org.dunlin.config.crash.Victim.HUB_THEN_POSTMASTER;
import static org.dunlin.config.crash.Victim.POSTMASTER;
import static org.dunlin.core.port.Checkpoint.Step.DELIVER_SENT;
import static org.dunlin.core.port.Checkpoint.Step.PULL_CLAIMED;
import static org.dunlin.core.port.Checkpoint.Step.PULL_READ;
import static org.dunlin.core.port.Checkpoint.Step.PULL_STORED;
import static org.dunlin.core.port.Checkpoint.Step.TRANSLATE_APPLIED;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dunlin.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledPullTest {
  private static final int CUSTOMERS = 130;
  private static final int DAYS = 22;

  /** So many days come at once, as when a hub is set up, and are more than a page of invoices. */
  private static final int DAYS_AT_ONCE = 17;

  /** First the pages of the program, then what it is told, and its pages with what it was told. */
  static final List<Kill> PLAN =
      List.of(
          new Kill(Stop.at(PULL_CLAIMED), HUB),
          new Kill(Stop.at(PULL_READ), HUB),
          new Kill(Stop.at(PULL_STORED), POSTMASTER),
          new Kill(Stop.at(PULL_STORED, 2), HUB),
          new Kill(Stop.at(PULL_READ), POSTMASTER),
          new Kill(Stop.at(TRANSLATE_APPLIED), HUB),
          new Kill(Stop.atWriteBack(DELIVER_SENT, 2), HUB),
          new Kill(Stop.atWriteBack(DELIVER_SENT, 2), POSTMASTER),
          new Kill(Stop.at(PULL_CLAIMED), POSTMASTER),
          new Kill(Stop.at(PULL_STORED), HUB_THEN_POSTMASTER),
          new Kill(Stop.at(PULL_READ), HUB_THEN_POSTMASTER),
          new Kill(Stop.at(PULL_CLAIMED), HUB_THEN_POSTMASTER));

  @TempDir Path folder;

  @Test
  void whateverIsKilledWhileProgramsAreReadAndToldNothingIsLostAndNothingHappensTwice()
      throws IOException {
    try (Outside outside = Outside.withMoneybird(CUSTOMERS, DAYS, folder.resolve("books"))) {
      Hubs.useTheirOwn("pulled", folder.resolve("data"), hubs -> passWithKills(outside, hubs));
    }
  }

  private void passWithKills(Outside outside, Hubs hubs) throws IOException {
    List<LocalDate> days = outside.world().days();
    Reign reign = new Reign(outside, hubs, outside.settings(), PLAN);
    reign.pass(days.subList(0, DAYS_AT_ONCE));
    for (LocalDate day : days.subList(DAYS_AT_ONCE, DAYS)) {
      reign.pass(List.of(day));
    }
    reign.end();
    assertThat(reign.done()).isEqualTo(PLAN);
    Books books = new Books(hubs.cluster().database());
    new Invariants(outside, books).hold();
    new ProgramInvariants(outside.moneybird(), books).hold();
    assertThat(books.ledger()).isEqualTo(ledgerWithoutKills(outside));
  }

  private List<String> ledgerWithoutKills(Outside outside) throws IOException {
    try (TestDatabase database = TestDatabase.create();
        Outside again = outside.again(folder.resolve("again"))) {
      Hubs.use(
          "unpulled",
          folder.resolve("none"),
          hubs -> Reign.undisturbed(again, hubs, again.settings(database)));
      return new Books(database.dataSource()).ledger();
    }
  }
}
