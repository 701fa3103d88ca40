package org.dunlin.work.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.dunlin.store.program.Reading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A record that says it changed in the future keeps nothing from being read, and is told of. */
class AheadTest {
  private final Shop shop = new Shop();
  private final ScriptedVendor vendor = new ScriptedVendor();
  private final PullHub hub = new PullHub(Shop.MANIFEST, vendor);

  @BeforeEach
  void connect() {
    vendor.answers(shop);
    shop.put("i-1", Instant.now().plus(Duration.ofHours(20)));
    hub.connect(Shop.settings("hook key"), Shop.token());
    hub.drain();
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whatChangesMeanwhileIsReadByTheNextPoll() {
    shop.put("i-2", Instant.now());
    poll();

    assertThat(hub.bodies("invoices")).last().asString().contains("i-2");
  }

  @Test
  void itIsSaidOnceAndNoMoreWhenTheRecordIsCorrected() {
    assertThat(ahead()).contains("i-1 of invoices", "yet to come");
    poll();
    assertThat(ahead()).isNotNull();
    assertThat(hub.events()).containsOnlyOnce("CURSOR_AHEAD");
    shop.put("i-1", Instant.now());
    poll();

    assertThat(ahead()).isNull();
  }

  private void poll() {
    hub.later();
    hub.dueOnly("invoices", Reading.POLL);
    hub.drain();
  }

  private @Nullable String ahead() {
    return hub.state("invoices", Reading.POLL).ahead();
  }
}
