package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Stage;
import org.dunlin.store.company.WorkDue;
import org.dunlin.work.CompanyWork;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing of which this process knows waits for a sweep. */
class WokenTest {
  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final BlockingQueue<Stage> woken = new LinkedBlockingQueue<>();

  @BeforeEach
  void listen() {
    hub.run();
    hub.stores.wakeups().startAlone(woken::add);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whoseWorkIsDueIsWokenAsThatIsWritten() {
    hub.stores.transactions().run(() -> hub.stores.companies().addWorkDue("acme", WorkDue.MATCH));
    assertThat(woken).containsExactly(Stage.MATCH);
  }

  @Test
  void whoFoundTheCompanyHeldIsWokenOnceItIsFree() {
    hub.stores.companies().addWorkDue("acme", WorkDue.MATCH);
    boolean done =
        new CompanyWork(hub.stores)
            .run(
                "acme",
                WorkDue.DUN,
                company -> {
                  assertThat(hub.match.next()).as("matched what another holds").isFalse();
                  woken.clear();
                });
    assertThat(done).isTrue();
    assertThat(woken).containsExactly(Stage.MATCH);
    assertThat(hub.match.next()).isTrue();
  }

  @Test
  void aMessageThatWaitsForFactsIsAskedForAgainSoon() throws InterruptedException {
    Reminded.overdue(hub, 1);
    hub.decide();
    hub.stores.companies().addWorkDue("acme", WorkDue.MATCH);
    woken.clear();
    assertThat(hub.deliver.next()).isTrue();
    assertThat(hub.outlet.emails()).isEmpty();

    assertThat(woken.poll(30, TimeUnit.SECONDS)).isEqualTo(Stage.DELIVER);
  }
}
