package org.dunlin.work.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.contract.Books.number;
import static org.dunlin.work.contract.PlayedWire.thenSilence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dunlin.connectors.program.Webhooks;
import org.dunlin.work.contract.PlayedVendor.Topic;
import org.dunlin.work.program.RemoveProgram.Data;
import org.dunlin.work.pull.PullHub;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However often an answer is lost, one subscription stands for each subject. */
class SubscriptionsContractTest {
  private static final int TAKEN = 200;

  static Stream<Carried> subscribing() {
    return Lacks.with(Need.SUBSCRIPTIONS);
  }

  @ParameterizedTest
  @MethodSource("subscribing")
  void ofASubscriptionWhoseAnswerIsLostTwiceOneStandsAndItsNoticesAreGenuine(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.wire.at(Topic.SUBSCRIPTION, 1, thenSilence());
      hub.wire.at(Topic.SUBSCRIPTION, 2, thenSilence());
      hub.settle();
      hub.subscribeAgain();
      hub.subscribeAgain();
      assertThat(hub.wire.allHappened()).as("two answers were lost").isTrue();

      assertThat(hub.vendor.subscriptions()).isEqualTo(subjects(hub));
      assertThat(known(hub)).hasSize(subjects(hub)).doesNotContainNull();
      hub.books.sellMany(1);
      assertThat(hub.notice(number(1)).status()).isEqualTo(TAKEN);
      hub.settle();
      assertThat(hub.ledger()).as("without a poll").hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("subscribing")
  void aSubscriptionThatTheHubKnowsNothingOfEndsWithItsConnection(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.wire.at(Topic.SUBSCRIPTION, 1, thenSilence());
      hub.settle();
      assertThat(known(hub)).containsNull();
      assertThat(hub.vendor.subscriptions()).isPositive();
      hub.remove(Data.KEEP);

      assertThat(hub.vendor.subscriptions()).isZero();
    }
  }

  private static int subjects(ContractHub hub) {
    return Optional.ofNullable(hub.manifest().webhooks())
        .map(Webhooks::subscribe)
        .map(made -> Math.max(1, made.each().size()))
        .orElseThrow();
  }

  /** By which ids the hub knows them. */
  private static List<String> known(ContractHub hub) {
    return hub.hub.stores.programs().subscriptions().of("acme", PullHub.SHOP).stream()
        .map(each -> each.id())
        .toList();
  }
}
