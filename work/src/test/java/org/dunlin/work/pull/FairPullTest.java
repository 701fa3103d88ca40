package org.dunlin.work.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.NoReply;
import org.dunlin.store.program.Access;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections that hang, or have more than anybody can read, keep nobody else from their turn. */
class FairPullTest {
  private static final int OTHERS = 50;
  private static final int HANGING = 10;

  /** Of the eight workers for whom the hub of these tests is made, so many may ask the silent. */
  private static final int PLACES_OF_SILENT = 2;

  private final ScriptedVendor vendor = new ScriptedVendor();
  private final PullHub hub =
      new PullHub(Shop.MANIFEST.replace("requests: 40,", "requests: 100000,"), vendor);
  private final Set<String> answered = ConcurrentHashMap.newKeySet();

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void thoseThatDidNotAnswerTheLastTimeHoldUpFewWorkersAndTheOthersAreAllRead() throws Exception {
    IntStream.range(0, HANGING).forEach(i -> connect("hanging-" + i));
    IntStream.range(0, OTHERS).forEach(i -> connect("other-" + i));
    vendor.answers(call -> hangs(call) ? silence() : lastPage(call));
    hub.drain();
    assertThat(answered).hasSize(OTHERS);
    answered.clear();
    hub.later();
    CountDownLatch othersRead = new CountDownLatch(OTHERS);
    CountDownLatch released = new CountDownLatch(1);
    Set<String> hung = ConcurrentHashMap.newKeySet();
    vendor.answers(
        call -> {
          if (hangs(call)) {
            hung.add(connection(call));
            await(released);
            return silence();
          }
          return firstOf(call, othersRead);
        });
    try (ExecutorService threads = Executors.newFixedThreadPool(PLACES_OF_SILENT + 1)) {
      List<CompletableFuture<Void>> workers =
          IntStream.rangeClosed(0, PLACES_OF_SILENT)
              .mapToObj(i -> CompletableFuture.runAsync(this::pullAll, threads))
              .toList();
      assertThat(othersRead.await(2, TimeUnit.MINUTES)).as("all others are read").isTrue();
      assertThat(hung).hasSizeLessThanOrEqualTo(PLACES_OF_SILENT);
      released.countDown();
      workers.forEach(CompletableFuture::join);
    } finally {
      released.countDown();
    }
    assertThat(hung).as("they are asked again, too").hasSize(HANGING);
  }

  @Test
  void oneWithoutAnEndGoesBehindTheOthersAfterEachStep() {
    AtomicInteger pages = new AtomicInteger();
    connect("huge");
    IntStream.range(0, OTHERS).forEach(i -> connect("other-" + i));
    vendor.answers(
        call -> connection(call).equals("huge") ? page(pages.incrementAndGet()) : lastPage(call));
    for (int step = 0; step < OTHERS + 2; step++) {
      assertThat(hub.process.pull.next()).isTrue();
    }

    assertThat(answered).hasSize(OTHERS);
    assertThat(pages.get()).as("two steps of a few pages").isBetween(2, 8);
  }

  private void connect(String id) {
    hub.process.change.add("acme", id, PullHub.SHOP, Shop.settings("hook key"), PullHub.ANNA);
    hub.hub
        .stores
        .programs()
        .tokens()
        .put("acme", id, Map.of("access", id, "refresh", "none"), Duration.ofMinutes(30));
    hub.hub.stores.programs().linked().setAccess("acme", id, Access.AUTHORISED, null);
  }

  private void pullAll() {
    boolean pulled = true;
    while (pulled) {
      pulled = hub.process.pull.next();
    }
  }

  /** Each connection has its own token. */
  private static String connection(HttpCall call) {
    return String.valueOf(call.headers().get("authorization")).substring("Bearer ".length());
  }

  private static boolean hangs(HttpCall call) {
    return connection(call).startsWith("hanging");
  }

  private HttpReply firstOf(HttpCall call, CountDownLatch others) {
    if (answered.add(connection(call))) {
      others.countDown();
    }
    return lastPage(call);
  }

  private HttpReply lastPage(HttpCall call) {
    answered.add(connection(call));
    return reply(200, "{\"invoices\": []}");
  }

  private static HttpReply page(int number) {
    return reply(
        200,
        """
        {"invoices": [{"id": "a-%1$d", "updated": "2026-11-20T08:00:00Z"},
                      {"id": "b-%1$d", "updated": "2026-11-20T08:00:00Z"}]}
        """
            .formatted(number));
  }

  private static HttpReply silence() throws NoReply {
    throw new NoReply("silence", new IOException());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
