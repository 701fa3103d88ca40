package org.dunlin.work.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.NoReply;
import org.dunlin.core.port.NotSent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What many notices tell of is asked for several at a time. */
class SeveralAtOnceTest {
  private static final Instant DAY = Instant.parse("2026-11-20T08:00:00Z");
  private static final int INVOICES = 9;

  private final Shop shop = new Shop();
  private final ScriptedVendor vendor = new ScriptedVendor();
  private final PullHub hub = new PullHub(Shop.MANIFEST, vendor);
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @BeforeEach
  void connect() {
    vendor.answers(shop);
    hub.connect(Shop.settings("hook key"), Shop.token());
    hub.drain();
    vendor.asked.clear();
    for (int i = 0; i < INVOICES; i++) {
      shop.put("i-" + i, DAY);
    }
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private void noticeAll() {
    for (int i = 0; i < INVOICES; i++) {
      Notices.signed(hub, "hook key", "{\"id\": \"e-" + i + "\", \"invoice\": \"i-" + i + "\"}");
    }
  }

  @Test
  void fourAreAskedForAtATimeOnceTheFirstIsAnsweredAndEachOnce() {
    CountDownLatch four = new CountDownLatch(5);
    vendor.answers(
        call -> {
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          four.countDown();
          if (vendor.asked.size() > 1) {
            awaitAll(four);
          }
          HttpReply reply = answered(call);
          underWay.decrementAndGet();
          return reply;
        });
    noticeAll();
    hub.drain();

    assertThat(most).hasValue(4);
    assertThat(vendor.paths()).hasSize(INVOICES).doesNotHaveDuplicates();
    assertThat(hub.bodies("invoices")).hasSize(INVOICES);
  }

  @Test
  void theSlowestHoldsUpNoneOfTheOthers() {
    CountDownLatch others = new CountDownLatch(INVOICES - 1);
    vendor.answers(
        call -> {
          if (call.address().getPath().endsWith("/i-3")) {
            awaitAll(others); // all others are answered while it is not
            return answered(call);
          }
          HttpReply reply = answered(call);
          others.countDown();
          return reply;
        });
    noticeAll();
    hub.drain();

    assertThat(vendor.paths()).hasSize(INVOICES).doesNotHaveDuplicates();
    assertThat(hub.bodies("invoices")).hasSize(INVOICES);
  }

  private synchronized HttpReply answered(HttpCall call) throws NotSent, NoReply {
    return shop.to(call);
  }

  private static void awaitAll(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aProgramThatDoesNotAnswerIsAskedForOneAtATime() {
    vendor.answers(
        call -> {
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          underWay.decrementAndGet();
          throw new NoReply("silence", new IllegalStateException("silence"));
        });
    noticeAll();
    hub.drain();

    assertThat(most).hasValue(1);
    assertThat(vendor.paths()).hasSize(INVOICES).doesNotHaveDuplicates();
  }
}
