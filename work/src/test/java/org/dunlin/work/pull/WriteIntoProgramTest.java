package org.dunlin.work.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.NoReply;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Refused;
import org.dunlin.core.port.WriteBack;
import org.dunlin.store.ledger.WriteBacks.Told;
import org.dunlin.work.deliver.SendWriteBack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written into a program is there once, whatever became of the answer. */
class WriteIntoProgramTest {
  private static final String PAYMENT =
      """
      {"effect": {"id": "e-1", "kind": "payment", "reference": "dunlin-1"}, "key": "i-1",
       "payment": {"amount": "10.00"}}
      """;

  private final Shop shop = new Shop();
  private final ScriptedVendor vendor = new ScriptedVendor();
  private final PullHub hub = new PullHub(Shop.MANIFEST, vendor);
  private final SendWriteBack send =
      new SendWriteBack(hub.hub.stores, hub.process.links, hub.process.ask);
  private final UUID effect = UUID.randomUUID();
  private final List<String> booked = new ArrayList<>();
  private final AtomicInteger posts = new AtomicInteger();

  @BeforeEach
  void connect() {
    shop.put("i-1", Instant.parse("2026-11-20T08:00:00Z"));
    vendor.answers(this::books);
    hub.connect(Shop.settings("hook key"), Shop.token());
    Told payment = new Told(WriteBack.PAYMENT, UUID.randomUUID(), null);
    hub.hub.stores.writeBacks().add("acme", effect, PullHub.SHOP, payment, "dunlin-1");
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void theProgramIsAskedFirstAndTellsTheIdOfWhatIsMade() throws Exception {
    assertThat(send()).contains("p-1");
    assertThat(vendor.paths())
        .containsExactly("GET /v1/invoices/i-1/payments", "POST /v1/invoices/i-1/payments");
    assertThat(send()).as("it is there").contains("p-1");

    assertThat(booked).hasSize(1);
  }

  @Test
  void whatIsWrittenSlowlyIsNotWrittenTwice() throws Exception {
    AtomicBoolean slow = new AtomicBoolean(true);
    vendor.answers(
        call -> {
          if (!slow.get()) {
            return books(call);
          }
          if (call.method().equals("POST")) {
            posts.incrementAndGet();
            throw new NoReply("It took too long.", new IOException());
          }
          return reply(200, "{\"payments\": []}"); // it is not there yet
        });
    assertThatThrownBy(this::send)
        .isInstanceOfSatisfying(NotSent.class, e -> assertThat(minutes(e)).isEqualTo(5));
    assertThatThrownBy(this::send)
        .isInstanceOfSatisfying(NotSent.class, e -> assertThat(e.pause()).isPresent());
    assertThat(posts).hasValue(1);
    booked.add("dunlin-1"); // now it is
    slow.set(false);

    assertThat(send()).contains("p-1");
    assertThat(booked).hasSize(1);
  }

  @Test
  void whatDidNotArriveIsWrittenAfterAWhile() throws Exception {
    AtomicBoolean silent = new AtomicBoolean(true);
    vendor.answers(
        call -> {
          if (call.method().equals("POST") && silent.getAndSet(false)) {
            throw new NoReply("It took too long.", new IOException());
          }
          return books(call);
        });
    assertThatThrownBy(this::send).isInstanceOf(NotSent.class);
    assertThatThrownBy(this::send).isInstanceOf(NotSent.class);
    assertThat(booked).isEmpty();
    hub.hub.sql("update write_back set left_at = left_at - interval '6 minutes'");

    assertThat(send()).contains("p-1");
  }

  @Test
  void whatWasSentByAProcessThatDiedIsNotSentAgainAtOnce() {
    hub.hub.sql("update write_back set left_at = now()");
    assertThatThrownBy(this::send).isInstanceOf(NotSent.class);

    assertThat(booked).isEmpty();
  }

  @Test
  void whatTheProgramTookNothingOfMayBeTriedAgainAfterAsLongAsItSays() throws Exception {
    AtomicBoolean busy = new AtomicBoolean(true);
    vendor.answers(
        call ->
            call.method().equals("POST") && busy.getAndSet(false)
                ? reply(429, "{}", "Retry-After", "120")
                : books(call));
    assertThatThrownBy(this::send)
        .isInstanceOfSatisfying(NotSent.class, e -> assertThat(minutes(e)).isBetween(1L, 2L));
    hub.hub.sql("update program_connection set limited_until = null");

    assertThat(send()).contains("p-1");
  }

  private static long minutes(NotSent notSent) {
    return notSent.pause().orElseThrow().toMinutes();
  }

  @Test
  void nothingIsWrittenWhileTheProgramDoesNotTellWhetherItIsThere() {
    vendor.answers(call -> call.method().equals("GET") ? reply(200, "<html>") : books(call));
    assertThatThrownBy(this::send).isInstanceOf(NotSent.class);

    assertThat(booked).isEmpty();
  }

  @Test
  void whatTheProgramRefusesIsNotTriedAgain() {
    vendor.answers(call -> call.method().equals("POST") ? reply(422, "{}") : books(call));

    assertThatThrownBy(this::send).isInstanceOf(Refused.class);
  }

  private Optional<String> send() throws NotSent, Refused {
    return send.send(new Dispatch.WriteBack("acme", PullHub.SHOP, effect, PAYMENT));
  }

  private HttpReply books(HttpCall call) {
    if (call.method().equals("POST")) {
      booked.add("dunlin-1");
      return reply(201, "{\"payment\": {\"id\": \"p-" + booked.size() + "\"}}");
    }
    return booked.isEmpty()
        ? reply(200, "{\"payments\": []}")
        : reply(200, "{\"payments\": [{\"id\": \"p-1\", \"reference\": \"dunlin-1\"}]}");
  }
}
