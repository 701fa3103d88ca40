package org.dunlin.work.translate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Problem;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.store.company.Connection;
import org.dunlin.work.TestHub;
import org.dunlin.work.intake.AcceptPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Small objects of a program are applied together, and what is wrong with one harms no other. */
class TranslateTogetherTest {
  private static final String LARGE = "large".repeat(20_000);

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final AcceptPage accept = new AcceptPage(hub.stores, Clock.systemUTC());

  /** The process ends: nothing is rolled back in order, and no lease is given back. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  @BeforeEach
  void connect() {
    hub.stores.connections().put(new Connection("acme", "psp", "ledgerly", Map.of(), false));
    hub.stores.connections().put(new Connection("acme", "other", "ledgerly", Map.of(), false));
    accept.makeRoom();
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private TranslateDelivery translation() {
    Translators programs =
        delivery ->
            (stream, name, sink) -> {
              String body = new String(stream.readAllBytes(), UTF_8);
              if (body.equals("kills")) {
                throw new Killed();
              }
              if (body.equals("breaks")) {
                throw new IllegalStateException("out of luck");
              }
              if (body.equals("bad")) {
                throw new Untranslatable(new Problem(name, null, "BAD", "it is bad"));
              }
            };
    return new TranslateDelivery(hub.stores, programs, Checkpoint.NONE, Abilities.NONE);
  }

  private void brings(String connection, String... bodies) {
    for (String body : bodies) {
      hub.stores
          .transactions()
          .run(
              () ->
                  accept.accept(
                      new AcceptPage.Came("acme", connection, "payments", "payments " + body, null),
                      body.getBytes(UTF_8)));
    }
  }

  /** Of each delivery, in the order of intake, its state and how often it was claimed. */
  private List<String> ends() {
    return hub.jdbc()
        .sql("select state || ' ' || attempts from delivery order by intake_sequence")
        .query(String.class)
        .list();
  }

  private int transactions() {
    return hub.jdbc()
        .sql("select count(distinct finished_at) from delivery where state = 'APPLIED'")
        .query(Integer.class)
        .single();
  }

  @Test
  void whatWaitsOfOneConnectionIsAppliedInOneTransaction() {
    brings("psp", "a", "b", "c");
    brings("other", "d", "e");

    assertThat(translation().next()).isTrue();
    assertThat(ends()).containsExactly("APPLIED 1", "APPLIED 1", "APPLIED 1", "NEW 0", "NEW 0");
    assertThat(transactions()).isOne();
  }

  @Test
  void aLargeOneIsAppliedByItself() {
    brings("psp", "a", LARGE, "c");

    assertThat(translation().next()).isTrue();
    assertThat(ends()).containsExactly("APPLIED 1", "NEW 0", "APPLIED 1");
  }

  @Test
  void aBadOneIsQuarantinedAndTheOthersAreApplied() {
    brings("psp", "a", "bad", "c");
    TestHub.drain(translation()::next);

    assertThat(ends()).containsExactly("APPLIED 1", "QUARANTINED 1", "APPLIED 1");
  }

  @Test
  void whatBreaksOffThreeTimesIsPoisonAndTheOthersAreAppliedAtOnce() {
    brings("psp", "a", "breaks", "c");
    TestHub.drain(translation()::next);

    assertThat(ends()).containsExactly("APPLIED 1", "POISON 3", "APPLIED 1");
  }

  @Test
  void whatKillsTheProcessTakesNoNeighbourWithIt() {
    brings("psp", "a", "kills", "c");
    assertThatThrownBy(() -> translation().next()).isInstanceOf(Killed.class);
    assertThat(ends()).containsExactly("CLAIMED 1", "CLAIMED 1", "CLAIMED 1");
    for (int i = 0; i < 2; i++) {
      hub.afterTheLease();
      assertThatThrownBy(() -> TestHub.drain(translation()::next)).isInstanceOf(Killed.class);
    }
    hub.afterTheLease();
    TestHub.drain(translation()::next);

    assertThat(ends()).containsExactly("APPLIED 2", "POISON 3", "APPLIED 2");
  }
}
