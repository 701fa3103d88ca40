package org.dunlin.store.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.Rows;
import org.dunlin.store.Stores;
import org.dunlin.store.TestKeys;
import org.dunlin.store.access.Role;
import org.dunlin.store.people.People;
import org.dunlin.store.people.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Profiles follow the settings, switches follow people, and dates follow the company's clock. */
class CompaniesTest {
  private final Rows rows = new Rows();
  private final Companies companies = rows.stores.companies();

  @AfterEach
  void close() {
    rows.close();
  }

  @Test
  void theModeOfACompanyThatIsThereStays() {
    CompanyProfile profile = companies.profile("acme");
    companies.setMode("acme", DunningMode.SHADOW);
    companies.put(profile);

    assertThat(companies.profile("acme").mode()).isEqualTo(DunningMode.SHADOW);
  }

  @Test
  void theBusinessDateOfACompanyThatIsThereStays() {
    CompanyProfile profile = companies.profile("acme");
    companies.setBusinessDate("acme", Rows.DAY.plusDays(3));
    companies.put(profile);

    assertThat(companies.businessDate(companies.profile("acme"))).isEqualTo(Rows.DAY.plusDays(3));
  }

  @Test
  void withoutABusinessDateOfItsOwnItIsTodayInTheCompanysTimeZone() {
    rows.jdbc().sql("update company set business_date = null").update();
    CompanyProfile profile = companies.profile("acme");

    assertThat(at("2026-11-24T22:59:59Z").businessDate(profile))
        .isEqualTo(LocalDate.of(2026, 11, 24));
    assertThat(at("2026-11-24T23:00:00Z").businessDate(profile))
        .as("midnight in Amsterdam")
        .isEqualTo(LocalDate.of(2026, 11, 25));
  }

  @Test
  void anUnknownCompanyIsNamed() {
    assertThat(companies.find("nobody")).isEmpty();
    assertThatThrownBy(() -> companies.profile("nobody")).hasMessageContaining("nobody");
  }

  @Test
  void workNotedAfterTheLookIsStillDueOnceTheWorkIsDone() {
    companies.addWorkDue("acme", WorkDue.MATCH);
    List<UUID> seen = companies.workDue("acme", WorkDue.MATCH);
    companies.addWorkDue("acme", WorkDue.MATCH);
    companies.addWorkDue("acme", WorkDue.DUN);
    companies.doneWork("acme", seen);

    assertThat(companies.workDue("acme", WorkDue.MATCH)).hasSize(1);
    assertThat(companies.workDue("acme", WorkDue.DUN)).hasSize(1);
  }

  @Test
  void aDayIsDunnedOnceItIsNoted() {
    assertThat(companies.dunnedOn("acme", Rows.DAY)).isFalse();
    companies.setDunnedOn("acme", Rows.DAY);

    assertThat(companies.dunnedOn("acme", Rows.DAY)).isTrue();
    assertThat(companies.dunnedOn("acme", Rows.DAY.plusDays(1))).isFalse();
  }

  @Test
  void whetherAConnectionIsPausedStaysWhenItsSettingsChange() {
    Connections connections = rows.stores.connections();
    connections.put(connection("here"));
    connections.setPaused("acme", "books", true);
    connections.put(connection("there"));

    assertThat(connections.find("acme", "books"))
        .contains(new Connection("acme", "books", "folder", Map.of("path", "there"), true));
  }

  @Test
  void aFlowFailsWhenItsLastNewsIsAFailure() {
    Flows flows = rows.stores.flows();
    flows.succeeded("acme", "books", "intake");
    flows.failed("acme", "books", "intake", "x".repeat(5000));
    FlowState failing = flows.of("acme").getFirst();
    assertThat(failing.failing()).isTrue();
    assertThat(failing.lastFailure()).hasSize(2000);
    flows.succeeded("acme", "books", "intake");
    FlowState well = flows.of("acme").getFirst();

    assertThat(well.failing()).isFalse();
    assertThat(well.failures()).isEqualTo(1);
    assertThat(well.lastFailure()).as("what it was is still shown").isNotNull();
  }

  @Test
  void whatMovesOftenIsWrittenOnceAndThenWithTheNextHeartbeat() {
    Flows flows = rows.stores.flows();
    flows.succeeded("acme", "books", "intake");
    Instant first = flows.of("acme").getFirst().lastSuccessAt();
    flows.succeeded("acme", "books", "intake");
    assertThat(flows.of("acme").getFirst().lastSuccessAt()).isEqualTo(first);
    flows.catchUp();

    assertThat(flows.of("acme").getFirst().lastSuccessAt()).isAfter(first);
  }

  @Test
  void aFailureOfAnotherProcessIsOverOnceThisOneHasCaughtUp() {
    Flows flows = rows.stores.flows();
    flows.succeeded("acme", "books", "translate");
    rows.anotherProcess().flows().failed("acme", "books", "translate", "it broke off");
    flows.succeeded("acme", "books", "translate");
    flows.catchUp();

    assertThat(flows.of("acme").getFirst().failing()).isFalse();
  }

  @Test
  void theGlobalStopIsOffUntilSomebodyTurnsIt() {
    assertThat(rows.stores.settings().stopped()).isFalse();
    rows.stores.settings().setStopped(true);
    assertThat(rows.anotherProcess().settings().stopped()).isTrue();
    rows.stores.settings().setStopped(false);
    assertThat(rows.stores.settings().stopped()).isFalse();
  }

  @Test
  void aUserNameIsTakenOnce() {
    People people = rows.stores.people();
    assertThat(people.none()).isTrue();

    assertThat(people.add("anna", "hash", Role.ADMIN)).isTrue();
    assertThat(people.add("anna", "other", Role.ADMIN)).isFalse();
    assertThat(people.find("anna").map(Person::passwordHash)).contains("hash");
  }

  private static Connection connection(String path) {
    return new Connection("acme", "books", "folder", Map.of("path", path), false);
  }

  private Companies at(String instant) {
    Clock clock = Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    return Stores.over(rows.dataSource(), Duration.ofSeconds(30), clock, TestKeys.RING).companies();
  }
}
