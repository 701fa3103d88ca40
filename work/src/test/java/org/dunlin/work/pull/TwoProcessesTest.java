package org.dunlin.work.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.HttpCall;
import org.dunlin.work.ask.Asked;
import org.dunlin.work.quota.Use;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes with one connection, whose program revokes all tokens when one is used twice. */
class TwoProcessesTest {
  private final Shop shop = new Shop();
  private final ScriptedVendor vendor = new ScriptedVendor();
  private final PullHub hub = new PullHub(Shop.MANIFEST, vendor);
  private final PullHub.Process other = hub.another(Checkpoint.NONE);

  @BeforeEach
  void connect() {
    vendor.answers(shop);
    shop.put("i-1", Instant.parse("2026-11-20T08:00:00Z"));
    hub.connect(Shop.settings("hook key"), Shop.token());
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void theyRenewATokenOnceBetweenThem() {
    CountDownLatch both = new CountDownLatch(2);
    vendor.answers(
        call -> {
          if (call.address().getPath().equals("/v1/invoices/i-1") && shop.renewals() == 0) {
            shop.expire();
            both.countDown();
            await(both); // both are refused before either renews
          }
          return shop.to(call);
        });
    List<Asked> outcomes;
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<CompletableFuture<Asked>> asked =
          Stream.of(hub.process, other)
              .map(process -> CompletableFuture.supplyAsync(() -> ask(process), threads))
              .toList();
      outcomes = asked.stream().map(CompletableFuture::join).toList();
    }

    assertThat(shop.renewals()).isEqualTo(1);
    assertThat(shop.revoked()).isFalse();
    assertThat(outcomes)
        .allMatch(each -> each instanceof Asked.Answered || each instanceof Asked.NotNow)
        .anyMatch(Asked.Answered.class::isInstance);
    assertThat(ask(hub.process)).isInstanceOf(Asked.Answered.class);
    assertThat(ask(other)).isInstanceOf(Asked.Answered.class);
  }

  @Test
  void whoComesLateTakesTheTokenThatTheOtherHasStored() {
    hub.hub.sql("update connection_token set renew_at = now()");
    assertThat(ask(hub.process)).isInstanceOf(Asked.Answered.class);

    assertThat(ask(other)).isInstanceOf(Asked.Answered.class);
    assertThat(shop.renewals()).isEqualTo(1);
  }

  private static Asked ask(PullHub.Process process) {
    return process.ask.ask(
        process.links.open("acme", PullHub.SHOP),
        Use.URGENT,
        facts ->
            new HttpCall(
                "GET",
                URI.create("https://api.shop.example/v1/invoices/i-1"),
                Map.of(),
                new byte[0]));
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
