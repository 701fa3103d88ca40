package org.dunlin.work.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.util.Map;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.store.program.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sweep that brings only keys finds what slipped between the pages of a poll. */
class LeanSweepTest {
  private final ScriptedVendor vendor = new ScriptedVendor();
  private final PullHub hub = new PullHub(Books.BY_KEYS, vendor);

  @BeforeEach
  void theLastOfThreeSlips() {
    vendor.answers(LeanSweepTest::shop);
    hub.connect(Map.of(), Map.of());
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whatNobodyHasSeenIsFetchedOnce() {
    hub.drain();
    assertThat(hub.bodies("invoices")).noneMatch(body -> body.contains("i-3"));
    sweep();
    sweep();

    assertThat(vendor.paths(path -> path.startsWith("GET /v1/invoices/")))
        .containsExactly("GET /v1/invoices/i-3");
    assertThat(hub.bodies("invoices")).anyMatch(body -> body.contains("i-3"));
  }

  @Test
  void aSweepWaitsUntilTheStreamWasReadOnce() {
    vendor.answers(
        call -> call.address().getPath().equals("/v1/invoices") ? reply(500, "{}") : shop(call));
    hub.drain();
    vendor.asked.clear();
    sweep();
    assertThat(vendor.asked).isEmpty();
    vendor.answers(LeanSweepTest::shop);
    hub.later();
    hub.dueOnly("invoices", Reading.POLL);
    hub.drain();
    sweep();

    assertThat(vendor.paths(path -> path.startsWith("GET /v1/invoices/")))
        .containsExactly("GET /v1/invoices/i-3");
  }

  private void sweep() {
    hub.later();
    hub.dueOnly("invoices", Reading.SWEEP);
    hub.drain();
  }

  private static HttpReply shop(HttpCall call) {
    return switch (call.address().getPath()) {
      case "/v1/invoices" -> reply(200, "{\"invoices\": [{\"id\": \"i-1\"}, {\"id\": \"i-2\"}]}");
      case "/v1/keys" ->
          reply(200, "{\"keys\": [{\"id\": \"i-1\"}, {\"id\": \"i-2\"}, {\"id\": \"i-3\"}]}");
      default -> reply(200, "{\"invoice\": {\"id\": \"i-3\"}}");
    };
  }
}
