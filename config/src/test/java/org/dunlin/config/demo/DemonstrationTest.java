package org.dunlin.config.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dunlin.config.demo.DemoDays.Passed;
import org.dunlin.core.model.Customer;
import org.dunlin.sandbox.world.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration on a small scale: some weeks, and customers of most kinds. */
class DemonstrationTest {
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 1);
  private static final int DAYS = 40;
  private static final int CUSTOMERS = 66;

  private static final List<Passed> TOLD = new ArrayList<>();
  private static World world = World.of(1, FIRST_DAY, 1);
  private static DemoFigures figures =
      new DemoFigures(
          0, 0, 0, List.of(), 0, 0, "", 0, 0, List.of(), 0, 0, 0, 0, 0, 0, List.of(), List.of());

  private static String toDo = "";

  @TempDir private static Path directory = Path.of("");

  @BeforeAll
  static void someWeeksPass() throws IOException {
    world = World.of(2026, FIRST_DAY, DAYS, CUSTOMERS);
    Path data = DemoDirectory.fresh(directory.resolve("demo"));
    try (Demonstration demonstration = Demonstration.start(data, world, 0).orElseThrow()) {
      demonstration.pass(TOLD::add);
      figures = demonstration.figures();
      toDo = toDo(demonstration);
    }
  }

  private static String toDo(Demonstration demonstration) throws IOException {
    try (DemoBrowser browser =
        DemoBrowser.signedIn(
            demonstration.console(), demonstration.administrator().orElseThrow())) {
      return browser
          .open("/?company=" + world.company().id())
          .found("(?s)id=\"todo\">(.*?)</section>");
    }
  }

  @AfterAll
  static void forget() {
    TOLD.clear();
  }

  @Test
  void whatIsPlacedByItselfIsManyAndNoneOfItWrong() {
    assertThat(figures.wrong()).isEmpty();
    assertThat(figures.found()).isGreaterThan(4 * figures.left());
  }

  @Test
  void nobodyIsRemindedOfWhatWasPaid() {
    assertThat(figures.reminders()).isGreaterThan(20);
    assertThat(figures.wrongReminders()).isEmpty();
  }

  @Test
  void theBooksAreToldNothingElseThanTheHubKnows() {
    assertThat(figures.contradicted()).isEmpty();
    assertThat(figures.right()).isTrue();
  }

  @Test
  void theProgramsBringInvoicesAndAreToldWhatWasPaid() {
    assertThat(figures.brought()).isGreaterThan(20);
    assertThat(figures.writtenBack()).isGreaterThan(10);
  }

  @Test
  void nobodyIsAskedToLookAfterProgramsThatAreReadAndTieOut() {
    assertThat(toDo).contains("href=\"/inbox").doesNotContain("/connections");
  }

  @Test
  void whatComesByTwoRoadsCountsOnce() {
    assertThat(figures.twoRoads()).isPositive();
    assertThat(figures.found()).isLessThanOrEqualTo(world.truth().settlements().size());
  }

  @Test
  void mostOfWhatIsDueIsPaidAndTheRestIsOpen() {
    assertThat(figures.paid()).isBetween(1, figures.invoices() - 1);
  }

  @Test
  void everyStateOfAMessageAndAFileHasSomethingToShow() {
    assertThat(figures.mails()).isPositive();
    assertThat(figures.refused()).isPositive();
    assertThat(figures.unknown()).isOne();
    assertThat(figures.quarantined()).isPositive();
    assertThat(figures.unallocated()).isPositive();
  }

  @Test
  void everyDayIsTold() {
    assertThat(TOLD).extracting(Passed::date).isEqualTo(world.days());
    assertThat(TOLD.getLast().files() + figures.brought()).isGreaterThan(figures.invoices());
    assertThat(TOLD.getLast().mails()).isEqualTo(figures.mails());
  }

  @Test
  void theCustomersAreOfFiveCountries() {
    Set<String> countries =
        world.customers().stream()
            .map(Customer::address)
            .map(address -> address == null ? "" : String.valueOf(address.country()))
            .collect(Collectors.toSet());
    assertThat(countries).containsExactlyInAnyOrder("NL", "BE", "DE", "FR", "GB");
  }
}
