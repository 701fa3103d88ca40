package org.dunlin.work.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dunlin.core.event.EventKind;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.WriteBack;
import org.dunlin.store.Ids;
import org.dunlin.store.ledger.WriteBacks.Told;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.EventKeys;
import org.dunlin.work.TestHub;
import org.dunlin.work.event.ChangeEndpoints;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Programs that hang, or ask to wait, delay nothing but what they are told. */
class HangingProgramsTest {
  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final CountDownLatch hanging = new CountDownLatch(1);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aFileLeavesWhileManyProgramsHang() {
    for (int i = 0; i < 2 * DeliverEffect.WORKERS; i++) {
      told("books-" + i);
    }
    CountDownLatch fileLeft = new CountDownLatch(1);
    CountDownLatch taken = new CountDownLatch(DeliverEffect.WRITING);
    DeliverEffect deliver =
        new DeliverEffect(
            hub.stores,
            (dispatch, enclosures) -> {
              switch (dispatch) {
                case Dispatch.WriteBack told -> {
                  taken.countDown();
                  await(hanging);
                }
                case Dispatch.StatusFile file -> fileLeft.countDown();
                case Dispatch.Email email -> {}
                case Dispatch.OutgoingFile file -> {}
                case Dispatch.Event event -> {}
                case Dispatch.Letter letter -> {}
                case Dispatch.HandOver given -> {}
                case Dispatch.Text text -> {}
              }
            },
            Checkpoint.NONE);
    try (ExecutorService threads = Executors.newFixedThreadPool(DeliverEffect.WORKERS)) {
      List<CompletableFuture<Void>> workers = new ArrayList<>();
      for (int i = 0; i < DeliverEffect.WORKERS; i++) {
        workers.add(CompletableFuture.runAsync(() -> TestHub.drain(deliver::next), threads));
      }
      await(taken);
      file();
      while (fileLeft.getCount() > 0) {
        deliver.next(); // as a wake-up does; no place for programs is free
      }
      hanging.countDown();
      workers.forEach(CompletableFuture::join);
    }
    TestHub.drain(deliver::next);

    assertThat(hub.effects(EffectState.SENT)).hasSize(2 * DeliverEffect.WORKERS + 1);
  }

  @Test
  void whatHappenedHoldsUpNeitherFilesNorBookingsWhereItIsNotTaken() {
    ChangeEndpoints changes = new ChangeEndpoints(hub.stores, false);
    ChangeEndpoints.Made made =
        changes.add(
            "acme",
            new ChangeEndpoints.Said(
                "ERP", "https://erp.example.com/", List.of(EventKind.INVOICE_ADDED)),
            "anna");
    for (int i = 0; i < 2 * DeliverEffect.WORKERS; i++) {
      event(made.id(), i);
    }
    told("books-1");
    file();
    CountDownLatch left = new CountDownLatch(2);
    CountDownLatch taken = new CountDownLatch(DeliverEffect.TELLING);
    DeliverEffect deliver =
        new DeliverEffect(
            hub.stores,
            (dispatch, enclosures) -> {
              if (dispatch instanceof Dispatch.Event) {
                taken.countDown();
                await(hanging);
              } else {
                left.countDown();
              }
            },
            Checkpoint.NONE);
    try (ExecutorService threads = Executors.newFixedThreadPool(DeliverEffect.WORKERS)) {
      List<CompletableFuture<Void>> workers = new ArrayList<>();
      for (int i = 0; i < DeliverEffect.WORKERS; i++) {
        workers.add(CompletableFuture.runAsync(() -> TestHub.drain(deliver::next), threads));
      }
      await(taken);
      while (left.getCount() > 0) {
        deliver.next(); // as a wake-up does; no place for events is free
      }
      hanging.countDown();
      workers.forEach(CompletableFuture::join);
    }
    TestHub.drain(deliver::next);

    assertThat(hub.effects(EffectState.SENT)).hasSize(2 * DeliverEffect.WORKERS + 2);
  }

  @Test
  void whoAsksToWaitIsLeftAloneForSoLong() {
    told("books-1");
    hub.outlet.answer(
        dispatch -> {
          throw new NotSent("The program asks to wait.", Duration.ofMinutes(20));
        });
    hub.deliver.next();

    assertThat(
            hub.jdbc()
                .sql("select not_before > now() + interval '19 minutes' from effect")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  private void told(String connection) {
    UUID id = Ids.next();
    hub.stores
        .outbox()
        .add(
            effect(
                id,
                connection,
                EffectKind.WRITE_BACK,
                "{\"companyId\": \"acme\", \"connectionId\": \"%s\"}".formatted(connection)));
    hub.stores
        .writeBacks()
        .add("acme", id, connection, new Told(WriteBack.NOTE, UUID.randomUUID(), null), "dunlin-1");
  }

  private void event(UUID endpoint, int about) {
    hub.stores
        .outbox()
        .add(
            Effect.decided(
                "acme",
                Ids.next(),
                "events",
                EventKeys.of(endpoint, "thing " + about),
                EffectKind.EVENT,
                null,
                "{}",
                EffectState.PENDING,
                TestHub.TODAY));
  }

  private void file() {
    hub.stores
        .outbox()
        .add(
            effect(
                Ids.next(),
                "books",
                EffectKind.STATUS_FILE,
                "{\"folder\": \"out\", \"name\": \"a.json\", \"content\": \"{}\"}"));
  }

  private static Effect effect(UUID id, String connection, EffectKind kind, String payload) {
    return Effect.decided(
        "acme",
        id,
        connection,
        connection + "/1",
        kind,
        null,
        payload,
        EffectState.PENDING,
        TestHub.TODAY);
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
