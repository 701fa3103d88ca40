package org.dunlin.work.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.NotSent;
import org.dunlin.store.program.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people say and programs refuse while a pull is under way. */
class SteeredPullTest {
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
  void whoeverSaysWhileAPageIsReadThatAllIsToBeReadAnewHasItReadAnew() {
    AtomicInteger pages = new AtomicInteger();
    vendor.answers(
        call -> {
          if (call.address().getPath().equals("/v1/invoices") && pages.incrementAndGet() == 2) {
            hub.process.steer.beginAnew("acme", "shop", PullHub.ANNA);
          }
          return shop.to(call);
        });
    hub.drain();

    assertThat(brought()).containsExactly("i-1", "i-2", "i-1", "i-2", "i-3", "i-4", "i-5");
  }

  @Test
  void aSweepDoesNotTellTwiceWhatWasMissedSingly() {
    hub.drain();
    vendor.answers(
        call -> {
          if (call.address().getPath().equals("/v1/invoices")) {
            Notices.signed(hub, "hook key", "{\"id\": \"e-1\", \"invoice\": \"i-1\"}");
          }
          return call.address().getPath().endsWith("/i-1") ? reply(404, "{}") : shop.to(call);
        });
    hub.later();
    hub.dueOnly("invoices", Reading.SWEEP);
    hub.drain();

    assertThat(hub.gone.missing).containsExactly("i-1");
    assertThat(hub.gone.gone).isEmpty();
  }

  @Test
  void whatDidNotLeaveIsNotCounted() {
    vendor.answers(
        call -> {
          throw new NotSent("There is no place now.");
        });
    hub.drain();

    assertThat(vendor.asked).isNotEmpty();
    assertThat(used()).isZero();
  }

  @Test
  void whatIsRefusedAgainAndAgainIsAskedForOnceADayAndNotFromWhatIsKeptBack() {
    hub.drain();
    vendor.answers(
        call -> call.address().getPath().endsWith("/i-3") ? reply(403, "{}") : shop.to(call));
    Notices.signed(hub, "hook key", "{\"id\": \"e-1\", \"invoice\": \"i-3\"}");
    for (int i = 0; i < 6; i++) {
      fetchNow();
    }
    assertThat(waitsForHours("i-3")).isGreaterThanOrEqualTo(23);
    assertThat(hub.health().waiting().failing()).isEqualTo(1);
    hub.hub.sql("update connection_quota set used = 35"); // the last five are kept back
    vendor.asked.clear();
    fetchNow();
    assertThat(vendor.asked).isEmpty();
    Notices.signed(hub, "hook key", "{\"id\": \"e-2\", \"invoice\": \"i-4\"}");
    fetchNow();

    assertThat(vendor.paths()).as("nothing else waits behind it").containsExactly(path("i-4"));
  }

  @Test
  void whatNoSweepLooksForIsAskedForTwiceBeforeItIsGone() {
    try (PullHub books = new PullHub(Books.BY_CHANGES, vendor)) {
      books.connect(Map.of(), Map.of());
      vendor.answers(SteeredPullTest::changes);
      books.drain();
      assertThat(books.gone.missing).containsExactly("i-9");
      assertThat(books.gone.gone).isEmpty();
      books.hub.sql("update wanted_object set not_before = now()");
      books.hub.sql("update connection_stream set due_at = now() where reading = 'WANTED'");
      books.hub.sql("update program_connection set due_at = now()");
      books.drain();

      assertThat(books.gone.gone).containsExactly("i-9");
    }
  }

  private static HttpReply changes(HttpCall call) {
    return switch (call.address().getPath()) {
      case "/v1/invoices" -> reply(200, "{\"invoices\": []}");
      case "/v1/changes" -> reply(200, "{\"changes\": [{\"id\": \"c-1\", \"invoice\": \"i-9\"}]}");
      default -> reply(404, "{}");
    };
  }

  private void fetchNow() {
    hub.hub.sql("update wanted_object set not_before = now()");
    hub.hub.sql("update connection_stream set due_at = now() where reading = 'WANTED'");
    hub.hub.sql("update program_connection set due_at = now()");
    hub.drain();
  }

  private static String path(String invoice) {
    return "GET /v1/invoices/" + invoice;
  }

  private int used() {
    return hub.hub
        .jdbc()
        .sql("select coalesce(sum(used), 0) from connection_quota")
        .query(Integer.class)
        .single();
  }

  private int waitsForHours(String key) {
    return hub.hub
        .jdbc()
        .sql(
            "select cast(extract(epoch from not_before - now()) / 3600 as int) from wanted_object"
                + " where object_key = ?")
        .param(key)
        .query(Integer.class)
        .single();
  }

  private List<String> brought() {
    return hub.bodies("invoices").stream()
        .flatMap(body -> ID.matcher(body).results().map((MatchResult found) -> found.group(1)))
        .toList();
  }
}
