package org.dunlin.work.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.company.FlowHours;
import org.dunlin.work.Heartbeat;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much is read in an hour is counted once it is committed, and kept for ninety days. */
class FlowHoursTest {
  private final TestHub hub = TestHub.with(DunningMode.SHADOW);
  private final Instant longAgo = Instant.EPOCH;

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whatIsReadAndWhatIsRefusedIsCountedByTheHeartbeat() {
    hub.offer("one.bin", "nothing known".getBytes(UTF_8));
    hub.offer("two.bin", "nothing known, too".getBytes(UTF_8));
    TestHub.drain(hub.translate::next);
    assertThat(hours()).as("it is only written with the heartbeat").isEmpty();

    new Heartbeat(hub.stores).beat();
    new Heartbeat(hub.stores).beat();

    assertThat(hours())
        .singleElement()
        .satisfies(
            hour -> {
              assertThat(hour.connectionId()).isEqualTo(TestHub.CONNECTION);
              assertThat(hour.hour()).isEqualTo(hour.hour().truncatedTo(ChronoUnit.HOURS));
              assertThat(hour.deliveries()).isEqualTo(2);
              assertThat(hour.failures()).isEqualTo(2);
              assertThat(hour.records()).isZero();
            });
  }

  @Test
  void whatIsCountedLaterInTheHourIsAdded() {
    hub.stores.flowHours().ended("acme", "books", "invoices", 3, false);
    hub.stores.flowHours().write();
    hub.stores.flowHours().ended("acme", "books", "customers", 4, false);
    hub.stores.flowHours().ended("acme", "books", "invoices", 5, false);
    hub.stores.flowHours().write();

    assertThat(hours().stream().mapToLong(FlowHours.Hour::records).sum()).isEqualTo(12);
    assertThat(hours().stream().mapToLong(FlowHours.Hour::deliveries).sum()).isEqualTo(3);
    assertThat(hub.stores.flowHours().since("other", longAgo)).isEmpty();
  }

  @Test
  void whatIsTakenBackWithItsTransactionIsNotCounted() {
    Runnable brokenOff =
        () -> {
          hub.stores.flowHours().ended("acme", "books", null, 3, false);
          throw new IllegalStateException("it broke off");
        };
    assertThatThrownBy(() -> hub.stores.transactions().run(brokenOff)).hasMessage("it broke off");
    hub.stores.flowHours().write();
    assertThat(hours()).isEmpty();
  }

  @Test
  void hoursOfMoreThanNinetyDaysAgoAreForgotten() {
    hub.stores.flowHours().ended("acme", "books", null, 3, false);
    hub.stores.flowHours().write();
    hub.stores.flowHours().forget(Instant.now().minus(FlowHours.KEPT));
    assertThat(hours()).hasSize(1);

    hub.sql("update flow_hour set hour = hour - interval '91 days'");
    hub.stores.flowHours().forget(Instant.now().minus(FlowHours.KEPT));
    assertThat(hours()).isEmpty();
  }

  private List<FlowHours.Hour> hours() {
    return hub.stores.flowHours().since("acme", longAgo);
  }
}
