package org.dunlin.work.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.contract.Books.number;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.dunlin.work.contract.PlayedVendor.Sent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A notice is only ever a hint: forged, repeated, early or late, the ledger is right. */
class NoticesContractTest {
  private static final int TAKEN = 200;
  private static final int REFUSED = 401;

  static Stream<Carried> noticing() {
    return Lacks.with(Need.NOTICES);
  }

  static Stream<Carried> signing() {
    return Lacks.with(Need.SIGNATURES);
  }

  static Stream<Carried> signingTimes() {
    return Lacks.with(Need.SIGNED_TIMES);
  }

  static Stream<Carried> namingEvents() {
    return Lacks.with(Need.EVENTS);
  }

  static Stream<Carried> namingNoEvents() {
    return noticing().filter(each -> Lacks.reason(Need.EVENTS, each).isPresent());
  }

  @ParameterizedTest
  @MethodSource("noticing")
  void aNoticeBeforeThePollBringsTheInvoiceAndThePollDoublesNothing(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.settle();
      hub.books.sellMany(1);
      assertThat(hub.notice(number(1)).status()).isEqualTo(TAKEN);
      hub.settle();
      assertThat(hub.ledger()).as("before any poll").hasSize(1);
      hub.poll();

      hub.tiesOut();
    }
  }

  @ParameterizedTest
  @MethodSource("noticing")
  void aNoticeAfterThePollChangesNothing(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.settle();
      hub.books.sellMany(2);
      hub.books.pay(number(1), "30.00");
      Sent late = hub.vendor.notice(number(1), Instant.now());
      hub.poll();
      hub.tiesOut();
      assertThat(hub.take(late).status()).isEqualTo(TAKEN);
      hub.settle();

      hub.tiesOut();
    }
  }

  @ParameterizedTest
  @MethodSource("noticing")
  void noticesOfTwoChangesLeadToTheLastOneWhetherTheirBodiesDifferOrNot(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.settle();
      hub.books.sellMany(1);
      hub.poll();
      hub.books.pay(number(1), "30.00");
      assertThat(hub.notice(number(1)).status()).isEqualTo(TAKEN);
      hub.settle();
      hub.books.pay(number(1), "20.00");
      assertThat(hub.notice(number(1)).status()).isEqualTo(TAKEN);
      hub.settle();

      assertThat(hub.ledger()).first().asString().contains("open 50.00");
      hub.poll();
      hub.tiesOut();
    }
  }

  @ParameterizedTest
  @MethodSource("namingNoEvents")
  void aProgramThatNamesNoEventsMaySendTheSameBodyAtTwoChanges(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.settle();
      hub.books.sellMany(1);
      Sent first = hub.vendor.notice(number(1), Instant.now());
      hub.take(first);
      hub.settle();
      hub.books.pay(number(1), "20.00");
      assertThat(hub.take(first).status()).isEqualTo(TAKEN);
      hub.settle();

      assertThat(hub.ledger()).first().asString().contains("open 80.00");
    }
  }

  @ParameterizedTest
  @MethodSource("namingEvents")
  void aNoticeThatIsSentAgainIsAnsweredAlikeAndFetchesNothing(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.settle();
      hub.books.sellMany(1);
      Sent sent = hub.vendor.notice(number(1), Instant.now());
      hub.take(sent);
      hub.settle();
      int asked = hub.wire.asked();
      assertThat(hub.take(sent).status()).isEqualTo(TAKEN);
      hub.settle();

      assertThat(hub.wire.asked()).isEqualTo(asked);
    }
  }

  @ParameterizedTest
  @MethodSource("signing")
  void aForgedNoticeIsRefusedAndNothingOfItIsKept(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.settle();
      hub.books.sellMany(1);
      int asked = hub.wire.asked();
      assertThat(hub.take(hub.vendor.forged(number(1), Instant.now())).status()).isEqualTo(REFUSED);
      hub.settle();

      assertThat(hub.wire.asked()).isEqualTo(asked);
      assertThat(hub.deliveries("webhook")).isEmpty();
      assertThat(hub.ledger()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("signingTimes")
  void aGenuineNoticeThatSomebodySendsAgainMuchLaterIsRefused(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.settle();
      hub.books.sellMany(1);
      Instant longAgo = Instant.now().minus(Duration.ofMinutes(6));
      assertThat(hub.take(hub.vendor.notice(number(1), longAgo)).status()).isEqualTo(REFUSED);
      hub.settle();

      assertThat(hub.deliveries("webhook")).isEmpty();
    }
  }
}
