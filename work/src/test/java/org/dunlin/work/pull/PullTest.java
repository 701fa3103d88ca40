package org.dunlin.work.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.NoReply;
import org.dunlin.store.program.Reading;
import org.dunlin.work.TestHub;
import org.dunlin.work.program.Health.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of any program while it is read; what holds of each is in {@code work.contract}. */
class PullTest {
  private static final Instant DAY = Instant.parse("2026-11-20T08:00:00Z");
  private static final Pattern ID = Pattern.compile("\"id\": \"([^\"]+)\"");

  private final Shop shop = new Shop();
  private final ScriptedVendor vendor = new ScriptedVendor();
  private final PullHub hub = new PullHub(Shop.MANIFEST, vendor);

  @BeforeEach
  void connect() {
    vendor.answers(shop);
    for (int i = 1; i <= 5; i++) {
      shop.put("i-" + i, DAY.plusSeconds(i));
    }
    hub.connect(Shop.settings("hook key"), Shop.token());
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void allPagesBecomeDeliveriesInTheirOrderAndTheNextPullBeginsWhereTheyEnded() {
    hub.drain();
    assertThat(brought()).containsExactly("i-1", "i-2", "i-3", "i-4", "i-5");
    assertThat(hub.health().state()).isEqualTo(State.AUTHORISED);
    shop.put("i-6", DAY.plusSeconds(600));
    hub.later();
    hub.dueOnly("invoices", Reading.POLL);
    hub.drain();

    assertThat(brought()).endsWith("i-6").contains("i-5");
    assertThat(vendor.paths(path -> path.contains("since="))).isNotEmpty();
  }

  @Test
  void anErrorIsNeverAnEmptySuccess() {
    vendor.answers(call -> reply(200, "{\"message\": \"maintenance\"}"));
    hub.drain();

    assertThat(brought()).isEmpty();
    assertThat(hub.health().state()).isEqualTo(State.FAILING);
    assertThat(hub.state("invoices", Reading.POLL).lastSuccessAt()).isNull();
  }

  @Test
  void aPageThatComesTwiceIsNotReadForEver() {
    vendor.answers(
        call ->
            reply(
                200,
                "{\"invoices\": [{\"id\": \"a\", \"updated\": \"2026-11-20T08:00:00Z\"},"
                    + " {\"id\": \"b\", \"updated\": \"2026-11-20T08:00:01Z\"}]}"));
    hub.drain();

    assertThat(hub.health().state()).isEqualTo(State.FAILING);
    assertThat(vendor.paths().size()).isLessThan(5);
  }

  @Test
  void aDayThatIsUsedUpLeavesSomeRequestsForNotices() {
    hub.hub.sql(
        "insert into connection_quota values ('acme', 'shop', 'day', date_trunc('day', now(), 'UTC'), 35)");
    hub.drain();
    assertThat(vendor.asked).isEmpty();
    assertThat(hub.health().state()).isEqualTo(State.LIMITED);
    notice("e-1", "i-3");
    hub.drain();

    assertThat(brought()).containsExactly("i-3");
  }

  @Test
  void aTokenIsRenewedBeforeItEndsAndAnotherProcessTakesTheOneThatIsStored() {
    hub.hub.sql("update connection_token set renew_at = now()");
    hub.drain();
    assertThat(shop.renewals()).isEqualTo(1);
    assertThat(vendor.paths().getFirst()).contains("/token");
    shop.put("i-6", DAY.plusSeconds(600));
    hub.later();
    hub.dueOnly("invoices", Reading.POLL);
    TestHub.drain(hub.another(Checkpoint.NONE).pull::next);

    assertThat(brought()).endsWith("i-6");
    assertThat(shop.renewals()).isEqualTo(1);
  }

  @Test
  void aProgramThatDoesNotAnswerIsLeftToFewWorkers() {
    vendor.answers(
        call -> {
          throw new NoReply("silence", new IOException());
        });
    hub.drain();

    assertThat(hub.hub.stores.programs().linked().find("acme", "shop").orElseThrow().silences())
        .isEqualTo(1);
    assertThat(hub.health().state()).isEqualTo(State.FAILING);
  }

  @Test
  void whatTwoWholeSweepsDoNotBringIsGone() {
    hub.drain();
    shop.remove("i-2");
    sweep();
    assertThat(hub.gone.missing).containsExactly("i-2");
    assertThat(hub.gone.gone).isEmpty();
    sweep();
    assertThat(hub.gone.gone).containsExactly("i-2");
    shop.put("i-2", DAY.plusSeconds(700));
    sweep();

    assertThat(hub.gone.back).containsExactly("i-2");
  }

  @Test
  void aSweepThatBreaksOffSaysNothing() {
    hub.drain();
    AtomicInteger pages = new AtomicInteger();
    vendor.answers(call -> pages.incrementAndGet() == 2 ? reply(500, "") : shop.to(call));
    shop.remove("i-5");
    sweep();

    assertThat(hub.gone.missing).isEmpty();
  }

  @Test
  void whereManyWouldBeGoneAtOnceAPersonIsAsked() {
    for (int i = 10; i < 40; i++) {
      shop.put("i-" + i, DAY.plusSeconds(i));
    }
    hub.hub.sql("delete from connection_quota");
    hub.drain();
    for (int i = 10; i < 30; i++) {
      shop.remove("i-" + i);
    }
    hub.hub.sql("delete from connection_quota");
    sweep();
    hub.hub.sql("delete from connection_quota");
    sweep();
    assertThat(hub.gone.gone).isEmpty();
    assertThat(hub.state("invoices", Reading.SWEEP).asked()).isEqualTo(20);
    hub.process.steer.decideMissing("acme", "shop", "invoices", true, PullHub.ANNA);

    assertThat(hub.gone.gone).hasSize(20);
    assertThat(hub.state("invoices", Reading.SWEEP).asked()).isNull();
  }

  @Test
  void aPausedConnectionIsNotAskedUntilItIsResumed() {
    hub.process.steer.pause("acme", "shop", PullHub.ANNA);
    hub.process.steer.syncNow("acme", "shop", PullHub.ANNA);
    hub.drain();
    assertThat(vendor.asked).isEmpty();
    assertThat(hub.health().state()).isEqualTo(State.PAUSED);
    hub.process.steer.resume("acme", "shop", PullHub.ANNA);
    hub.drain();

    assertThat(brought()).hasSize(5);
    assertThat(hub.events()).contains("CONNECTION_PAUSED", "CONNECTION_RESUMED");
  }

  private void sweep() {
    hub.later();
    hub.dueOnly("invoices", Reading.SWEEP);
    hub.drain();
  }

  private void notice(String event, String invoice) {
    String body = "{\"id\": \"%s\", \"invoice\": \"%s\"}".formatted(event, invoice);
    assertThat(Notices.signed(hub, "hook key", body).status()).isEqualTo(200);
  }

  private List<String> brought() {
    return hub.bodies("invoices").stream().flatMap(PullTest::ids).toList();
  }

  private static Stream<String> ids(String body) {
    Matcher ids = ID.matcher(body);
    return ids.results().map(found -> found.group(1));
  }
}
