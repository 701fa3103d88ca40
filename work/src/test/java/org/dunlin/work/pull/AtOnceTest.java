package org.dunlin.work.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dunlin.core.port.Checkpoint.Step;
import org.dunlin.work.hook.HookAnswer;
import org.dunlin.work.hook.TakeNotice;
import org.dunlin.work.intake.AcceptPage;
import org.dunlin.work.program.Health.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A notice of an object that comes while the object is being stored: both go through. */
class AtOnceTest {
  private static final String NOTICE = "{\"id\": \"%s\", \"invoice\": \"i-1\"}";

  private final Shop shop = new Shop();
  private final ScriptedVendor vendor = new ScriptedVendor();
  private final PullHub hub = new PullHub(Shop.MANIFEST, vendor);
  private final CountDownLatch wanted = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final CountDownLatch answered = new CountDownLatch(1);

  @BeforeEach
  void connect() {
    vendor.answers(shop);
    shop.put("i-1", Instant.parse("2026-11-20T08:00:00Z"));
    hub.connect(Shop.settings("hook key"), Shop.token());
    hub.drain();
    vendor.asked.clear();
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void neitherWaitsForTheOtherForEverAndTheObjectIsFetchedOnceMore() {
    Notices.signed(hub, "hook key", NOTICE.formatted("e-1"));
    PullHub.Process fetching =
        hub.another(
            step -> {
              if (step == Step.PULL_READ) {
                answered.countDown();
                await(wanted); // it is stored once the second notice has wanted the object
              }
            });
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      CompletableFuture<Boolean> fetch =
          CompletableFuture.supplyAsync(fetching.pull::next, threads);
      await(answered);
      CompletableFuture<HookAnswer> notice =
          CompletableFuture.supplyAsync(() -> slowNotice("e-2"), threads);
      await(wanted);
      untilSomebodyWaitsForALock();
      goOn.countDown();

      assertThat(notice.join().status()).isEqualTo(200);
      assertThat(fetch.join()).isTrue();
    }
    hub.drain();

    assertThat(hub.bodies("invoices")).as("the poll's page, and both that were fetched").hasSize(3);
    assertThat(hub.health().state()).isEqualTo(State.AUTHORISED);
  }

  /** A notice that stops within its transaction, once it has wanted the object. */
  private HookAnswer slowNotice(String event) {
    TakeNotice slow =
        new TakeNotice(
            hub.hub.stores,
            hub.process.links,
            hub.process.ask,
            new AcceptPage(hub.hub.stores, new StoppingClock()),
            Clock.systemUTC());
    String body = NOTICE.formatted(event);
    return slow.take(
            "acme",
            PullHub.SHOP,
            Map.of("X-Signature", List.of(Notices.hmac("hook key", body))),
            body.getBytes(StandardCharsets.UTF_8))
        .orElseThrow();
  }

  /** Asked for the time when room is made, and again when the notice is kept. */
  private final class StoppingClock extends Clock {
    private int asked;

    @Override
    public Instant instant() {
      if (++asked == 2) {
        wanted.countDown();
        await(goOn);
      }
      return Instant.now();
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

  private void untilSomebodyWaitsForALock() {
    while (hub.hub
            .jdbc()
            .sql("select count(*) from pg_locks where not granted")
            .query(Integer.class)
            .single()
        == 0) {
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
