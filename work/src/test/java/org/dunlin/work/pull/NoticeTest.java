package org.dunlin.work.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.dunlin.core.port.HttpReply;
import org.dunlin.store.program.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A notice is verified, kept, and only ever a hint; what it tells of is fetched. */
class NoticeTest {
  private static final Instant DAY = Instant.parse("2026-11-20T08:00:00Z");
  private static final String KEY = "hook key";

  private final Shop shop = new Shop();
  private final ScriptedVendor vendor = new ScriptedVendor();
  private final PullHub hub = new PullHub(Shop.MANIFEST, vendor);

  @BeforeEach
  void connect() {
    vendor.answers(shop);
    shop.put("i-1", DAY);
    hub.connect(Shop.settings(KEY), Shop.token());
    hub.drain();
    vendor.asked.clear();
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aNoticeWithAWrongSignatureIsRefusedAndNothingOfItIsKept() {
    String body = "{\"id\": \"e-1\", \"invoice\": \"i-1\"}";
    assertThat(Notices.signed(hub, "another key", body).status()).isEqualTo(401);
    assertThat(Notices.sent(hub, body, "").status()).isEqualTo(401);
    hub.drain();

    assertThat(vendor.asked).isEmpty();
    assertThat(hub.bodies("webhook")).isEmpty();
  }

  @Test
  void aNoticeIsKeptAndNothingIsLeftToBeReadOfIt() {
    String body = "{\"id\": \"e-1\", \"invoice\": \"i-1\"}";
    assertThat(Notices.signed(hub, KEY, body).status()).isEqualTo(200);

    assertThat(hub.bodies("webhook")).containsExactly(body);
    assertThat(
            hub.hub
                .jdbc()
                .sql(
                    "select state || ' ' || format || ' ' || (finished_at is not null) from"
                        + " delivery where stream = 'webhook'")
                .query(String.class)
                .list())
        .containsExactly("APPLIED NOTICE true");
  }

  @Test
  void severalObjectsOfOneEventAreAllFetched() {
    String several = Shop.MANIFEST.replace("  event: .id", "  events: .events\n  event: .id");
    try (PullHub other = new PullHub(several, vendor)) {
      other.connect(Shop.settings(KEY), Shop.token());
      other.drain();
      shop.put("i-2", DAY);
      vendor.asked.clear();
      Notices.signed(
          other,
          KEY,
          "{\"events\": [{\"id\": \"e-1\", \"invoice\": \"i-1\"},"
              + " {\"id\": \"e-1\", \"invoice\": \"i-2\"}]}");
      other.drain();
    }

    assertThat(vendor.paths())
        .containsExactlyInAnyOrder("GET /v1/invoices/i-1", "GET /v1/invoices/i-2");
  }

  @Test
  void manyNoticesOfOneObjectFetchItOnce() {
    for (int i = 0; i < 5; i++) {
      Notices.signed(hub, KEY, "{\"id\": \"e-" + i + "\", \"invoice\": \"i-1\"}");
    }
    hub.drain();

    assertThat(vendor.paths()).containsExactly("GET /v1/invoices/i-1");
  }

  @Test
  void aNoticeThatComesWhileItsObjectIsFetchedFetchesItOnceMore() {
    Notices.signed(hub, KEY, "{\"id\": \"e-1\", \"invoice\": \"i-1\"}");
    vendor.answers(
        call -> {
          HttpReply before = shop.to(call);
          shop.put("i-1", DAY.plusSeconds(60));
          vendor.answers(shop);
          Notices.signed(hub, KEY, "{\"id\": \"e-2\", \"invoice\": \"i-1\"}");
          return before;
        });
    hub.drain();

    assertThat(hub.bodies("invoices").getLast()).contains(DAY.plusSeconds(60).toString());
  }

  @Test
  void pollsGoOnBehindNoticesButLessOften() {
    Notices.signed(hub, KEY, "{\"id\": \"e-1\", \"invoice\": \"i-1\"}");
    hub.later();
    hub.dueOnly("invoices", Reading.POLL);
    hub.drain();
    List<Boolean> later =
        hub.hub
            .jdbc()
            .sql(
                "select due_at > now() + interval '50 minutes' from connection_stream"
                    + " where stream = 'invoices' and reading = 'POLL'")
            .query(Boolean.class)
            .list();

    assertThat(later).containsExactly(true);
  }

  @Test
  void anObjectThatIsNotThereIsHeldUntilSweepsDecide() {
    shop.remove("i-1");
    Notices.signed(hub, KEY, "{\"id\": \"e-1\", \"invoice\": \"i-1\"}");
    hub.drain();

    assertThat(hub.gone.missing).containsExactly("i-1");
    assertThat(hub.gone.gone).isEmpty();
  }
}
