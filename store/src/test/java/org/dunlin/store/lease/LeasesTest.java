package org.dunlin.store.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.dunlin.store.Rows;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One process at a time decides over a company or serves a connection. */
class LeasesTest {
  private final Rows rows = new Rows();
  private final Leases leases = rows.stores.leases();
  private final Stores other = rows.anotherProcess();

  @AfterEach
  void close() {
    rows.close();
  }

  @Test
  void aCompanyIsHeldByOneUntilItIsGivenBack() {
    Lease lease = leases.claimCompany("acme").orElseThrow();
    assertThat(other.leases().claimCompany("acme")).isEmpty();
    assertThat(leases.claimCompany("acme")).as("also not by another of its workers").isEmpty();
    leases.releaseCompany("acme", lease);

    assertThat(other.leases().claimCompany("acme")).isPresent();
  }

  @Test
  void theClockOfThisMachineIsThatOfTheDatabaseHere() {
    assertThat(leases.ahead().abs()).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void workOverACompanyThatWasClaimedByAnotherMeanwhileIsUndone() {
    Lease late = leases.claimCompany("acme").orElseThrow();
    rows.afterTheLease();
    Lease now = other.leases().claimCompany("acme").orElseThrow();

    assertThat(now.version()).isGreaterThan(late.version());
    assertThatThrownBy(() -> leases.releaseCompany("acme", late)).isInstanceOf(LeaseLost.class);
    leases.abandonCompany("acme", late);
    assertThat(leases.claimCompany("acme")).as("the other still holds it").isEmpty();
  }

  @Test
  void theHeartbeatKeepsACompanyWhileItIsWorkedOnAndLetsGoOfItWhenThatBrokeOff() {
    Lease lease = leases.claimCompany("acme").orElseThrow();
    leases.keepCompany("acme", lease, this::beatBeforeTheEnd);
    assertThat(longLeftOfTheCompany()).isTrue();
    beatBeforeTheEnd();

    assertThat(longLeftOfTheCompany()).isFalse();
  }

  @Test
  void oneCompanyDoesNotHoldUpAnother() {
    rows.company("other");
    leases.claimCompany("acme");

    assertThat(other.leases().claimCompany("other")).isPresent();
  }

  @Test
  void aConnectionStaysWithTheProcessThatServesItUntilItsLeaseIsOver() {
    Connection connection = connection();
    assertThat(rows.stores.connections().hold(connection)).isTrue();
    assertThat(other.connections().hold(connection)).isFalse();
    assertThat(rows.stores.connections().hold(connection)).as("it keeps what it has").isTrue();
    rows.afterTheLease();

    assertThat(other.connections().hold(connection)).isTrue();
    assertThat(rows.stores.connections().hold(connection)).isFalse();
  }

  @Test
  void aProcessThatKnowsItselfAloneEndsWhatItsPredecessorHeld() {
    other.leases().claimCompany("acme");
    other.connections().hold(connection());
    rows.delivery("acme", "a");
    other.inbox().claim();
    rows.email("acme", "a");
    other.outbox().sending(other.outbox().claim().orElseThrow());
    leases.endOthers();

    assertThat(leases.claimCompany("acme")).isPresent();
    assertThat(rows.stores.connections().hold(connection())).isTrue();
    assertThat(rows.stores.inbox().claim()).isPresent();
    assertThat(rows.stores.outbox().abandoned()).hasSize(1);
  }

  @Test
  void aProcessThatKnowsItselfAloneKeepsItsOwn() {
    leases.claimCompany("acme");
    leases.endOthers();

    assertThat(other.leases().claimCompany("acme")).isEmpty();
  }

  private void beatBeforeTheEnd() {
    rows.jdbc().sql("update company_lease set until = now() + interval '1 second'").update();
    leases.renew();
  }

  private boolean longLeftOfTheCompany() {
    return rows.jdbc()
        .sql("select until > now() + interval '20 seconds' from company_lease")
        .query(Boolean.class)
        .single();
  }

  private Connection connection() {
    Connection connection = new Connection("acme", "books", "folder", Map.of("path", "x"), false);
    rows.stores.connections().put(connection);
    return connection;
  }
}
