package org.dunlin.work.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.contract.Books.number;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.dunlin.connectors.program.pull.Pull;
import org.dunlin.connectors.program.pull.Purpose;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.work.ask.Asked;
import org.dunlin.work.contract.PlayedVendor.Topic;
import org.dunlin.work.link.Link;
import org.dunlin.work.program.Health.State;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.quota.Use;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Access that ends, is renewed by two at once, is refused or used up for the day. */
class AccessContractTest {
  private static final int SEVERAL_PAGES = 2 * SmallPages.SIZE + 1;

  static Stream<Carried> renewing() {
    return Lacks.with(Need.RENEWAL);
  }

  static Stream<Carried> rotating() {
    return Lacks.with(Need.ROTATION);
  }

  static Stream<Carried> countingDays() {
    return Lacks.with(Need.DAYS);
  }

  @ParameterizedTest
  @MethodSource("renewing")
  void accessThatEndsInTheMiddleOfAListIsRenewedOnceAndTheListReadToTheEnd(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.settle();
      hub.books.sellMany(SEVERAL_PAGES);
      hub.ageToken();
      int before = hub.vendor.renewals();
      hub.wire.at(Topic.INVOICES, 2, PlayedWire.after(hub.vendor::expire));
      hub.poll();

      hub.tiesOut();
      assertThat(hub.vendor.renewals()).isEqualTo(before + 1);
      assertThat(hub.pull.health().state()).isEqualTo(State.AUTHORISED);
    }
  }

  @ParameterizedTest
  @MethodSource("rotating")
  void twoProcessesRenewATokenOnceBetweenThem(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.settle();
      hub.books.sellMany(1);
      hub.ageToken();
      int before = hub.vendor.renewals();
      hub.vendor.expire();
      hub.wire.renewalWaitsForRefusals(2);
      PullHub.Process other = hub.pull.another(Checkpoint.NONE);
      List<Asked> outcomes = both(hub.pull.process, other);

      assertThat(hub.vendor.renewals()).isEqualTo(before + 1);
      assertThat(hub.vendor.compromised()).isFalse();
      assertThat(outcomes)
          .allMatch(each -> each instanceof Asked.Answered || each instanceof Asked.NotNow)
          .anyMatch(Asked.Answered.class::isInstance);
      assertThat(both(hub.pull.process, other)).hasOnlyElementsOfType(Asked.Answered.class);
      hub.poll();
      hub.tiesOut();
    }
  }

  @ParameterizedTest
  @MethodSource("rotating")
  void aProgramThatIsShownAUsedTokenEndsAllAccessAndAPersonIsAsked(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      Map<String, String> first = hub.vendor.token();
      hub.ageToken();
      hub.vendor.expire();
      hub.settle();
      hub.books.sellMany(1);
      hub.pull.permit(first); // as a process would that did not store what it was given
      hub.ageToken();
      hub.poll();

      assertThat(hub.vendor.compromised()).isTrue();
      assertThat(hub.pull.health().state()).isEqualTo(State.REAUTHORISE);
      hub.permitAnew();
      hub.poll();
      hub.tiesOut();
    }
  }

  @ParameterizedTest
  @EnumSource
  void accessThatIsRefusedForGoodIsShownWithItsReasonAndNothingIsLostUntilItIsGivenAnew(
      Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.books.sellMany(2);
      hub.settle();
      hub.books.pay(number(1), "60.00");
      hub.books.sell(number(50));
      hub.vendor.revoke();
      hub.ageToken();
      hub.poll();
      assertThat(hub.pull.health().state()).isEqualTo(State.REAUTHORISE);
      assertThat(hub.pull.health().reason()).isNotBlank();
      assertThat(hub.pull.events()).contains("CONNECTION_REAUTHORISE");
      int asked = hub.wire.asked();
      hub.goOn();
      assertThat(hub.wire.asked()).as("nobody asks").isEqualTo(asked);
      hub.permitAnew();
      hub.poll();

      hub.tiesOut();
      assertThat(hub.pull.health().state()).isEqualTo(State.AUTHORISED);
    }
  }

  @ParameterizedTest
  @MethodSource("countingDays")
  void aDayThatIsUsedUpIsWaitedForAndThenTheListIsReadToTheEnd(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.books.sellMany(SEVERAL_PAGES);
      hub.wire.at(Topic.INVOICES, 2, PlayedWire.instead(hub.vendor.dayUsedUp()));
      hub.settle();
      int asked = hub.wire.asked();
      assertThat(hub.pull.health().state()).isEqualTo(State.LIMITED);
      assertThat(hub.pull.health().reason()).isNotBlank();
      assertThat(hub.limitedUntilMidnight()).isTrue();
      hub.settle();
      assertThat(hub.wire.asked()).as("nobody asks").isEqualTo(asked);
      hub.goOn();

      hub.tiesOut();
    }
  }

  private static List<Asked> both(PullHub.Process one, PullHub.Process other) {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      return Stream.of(one, other)
          .map(process -> CompletableFuture.supplyAsync(() -> ask(process), threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    }
  }

  /** Asks what the first pull of the first stream would ask. */
  private static Asked ask(PullHub.Process process) {
    Link link = process.links.open("acme", PullHub.SHOP);
    String first =
        link.manifest().streams().stream()
            .filter(stream -> stream.request() != null)
            .findFirst()
            .orElseThrow()
            .name();
    Pull pull = Pull.of(link.program(), first);
    return process.ask.ask(
        link,
        Use.URGENT,
        facts -> pull.request(pull.begin(Purpose.POLL, null, Instant.now()), facts));
  }
}
