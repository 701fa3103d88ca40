package org.dunlin.work.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.util.Map;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.NotSent;
import org.dunlin.store.program.Reading;
import org.dunlin.work.TestHub;
import org.dunlin.work.program.Health.State;
import org.dunlin.work.program.TestProgram.Tested;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What failed before holds nobody back who asks in person; what the program asked for does. */
class AskedByPersonTest {
  private static final String NONE = "{\"invoices\": []}";

  private final ScriptedVendor vendor = new ScriptedVendor();
  private final PullHub hub = new PullHub(Shop.MANIFEST, vendor);

  @BeforeEach
  void connect() {
    hub.connect(Shop.settings("hook key"), Shop.token());
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aTestASyncAndOtherCredentialsPassWhatFailedBeforeAndAPollDoesNot() {
    vendor.answers(call -> reply(500, "{}"));
    hub.drain();
    assertThat(vendor.forgiven).hasValue(0);
    vendor.answers(this::restsUntilForgiven);
    assertThat(test().holds()).isTrue();
    assertThat(vendor.forgiven).hasValue(1);
    hub.process.steer.syncNow("acme", "shop", PullHub.ANNA);
    assertThat(vendor.forgiven).hasValue(2);
    hub.process.change.change("acme", "shop", Map.of("hookKey", "another"), PullHub.ANNA);

    assertThat(vendor.forgiven).hasValue(3);
  }

  @Test
  void whatAPersonAsksOfOneProcessIsHeardOfByAllOthers() {
    ScriptedVendor other = new ScriptedVendor();
    PullHub.Process process = hub.another(other);
    hub.process.steer.syncNow("acme", "shop", PullHub.ANNA);
    other.answers(call -> reply(200, NONE));
    TestHub.drain(process.pull::next);
    assertThat(other.forgiven).hasValue(1);
    assertThat(other.asked).isNotEmpty();
    hub.later();
    TestHub.drain(process.pull::next);

    assertThat(other.forgiven).as("once for each time that somebody asks").hasValue(1);
  }

  @Test
  void whatOneStreamIsAskedToWaitForIsKeptToByATestAndASync() {
    vendor.answers(call -> reply(503, "{}", "retry-after", "600"));
    hub.drain();
    vendor.asked.clear();
    vendor.answers(call -> reply(200, NONE));
    Tested tested = test();
    hub.process.steer.syncNow("acme", "shop", PullHub.ANNA);
    hub.process.steer.beginAnew("acme", "shop", PullHub.ANNA);
    hub.drain();

    assertThat(vendor.paths(path -> path.contains("/invoices?"))).isEmpty();
    assertThat(tested.holds()).isFalse();
    assertThat(tested.sentence()).contains("is not available", "test again in 10 minutes.");
    hub.hub.sql("update connection_stream set not_before = now(), due_at = now()");
    hub.later();
    hub.drain();
    assertThat(hub.state("invoices", Reading.POLL).notBefore()).isNull();
    assertThat(test().holds()).isTrue();
  }

  private HttpReply restsUntilForgiven(HttpCall call) throws NotSent {
    if (vendor.forgiven.get() == 0) {
      throw new NotSent("The program failed several times; it is asked again soon.");
    }
    return reply(200, NONE);
  }

  @Test
  void whatTheProgramAskedToWaitForIsKeptToAndTheTestSaysForHowLong() {
    vendor.answers(call -> reply(429, "{}", "retry-after", "600"));
    hub.drain();
    vendor.asked.clear();
    vendor.answers(call -> reply(200, NONE));
    Tested tested = test();
    hub.process.steer.syncNow("acme", "shop", PullHub.ANNA);
    hub.drain();

    assertThat(vendor.asked).isEmpty();
    assertThat(tested.holds()).isFalse();
    assertThat(tested.sentence())
        .contains("has been asked too often", "Nothing was asked; test again in 10 minutes.");
    assertThat(hub.health().state()).isEqualTo(State.LIMITED);
  }

  @Test
  void whatBrokeOffInTheHubItselfIsAFailureThatNobodyHasToWaitFor() {
    vendor.answers(
        call -> {
          throw new IllegalStateException("a fault of the hub");
        });
    hub.drain();
    assertThat(hub.health().state()).isEqualTo(State.FAILING);
    assertThat(hub.health().reason()).contains("broke off");
    vendor.answers(call -> reply(200, NONE));
    hub.process.steer.syncNow("acme", "shop", PullHub.ANNA);
    hub.drain();

    assertThat(hub.state("invoices", Reading.POLL).lastSuccessAt()).isNotNull();
    assertThat(hub.health().state()).isEqualTo(State.AUTHORISED);
  }

  private Tested test() {
    return hub.process.test.test("acme", "shop");
  }
}
