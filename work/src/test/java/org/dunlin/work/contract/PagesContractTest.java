package org.dunlin.work.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dunlin.work.contract.Books.number;

import java.time.Duration;
import java.util.Optional;
import org.dunlin.core.port.Checkpoint.Step;
import org.dunlin.work.contract.PlayedVendor.Topic;
import org.dunlin.work.program.Health.State;
import org.dunlin.work.pull.PullHub;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a program does while its lists are read, the ledger says what its books say. */
class PagesContractTest {
  private static final int SEVERAL_PAGES = 2 * SmallPages.SIZE + 1;

  @ParameterizedTest
  @EnumSource
  void allThatIsInTheBooksComesIntoTheLedgerOnce(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.books.sellMany(SEVERAL_PAGES);
      hub.books.pay(number(2), "40.00");
      hub.books.pay(number(5), "100.00");
      hub.settle();
      hub.tiesOut();
      assertThat(hub.wire.asked(Topic.INVOICES)).as("pages").isGreaterThan(2);
      hub.books.sell(number(90));
      hub.books.pay(number(1), "30.00");
      hub.poll();
      hub.poll();

      hub.tiesOut();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPageThatComesTwiceDoublesNothingAndKeepsNothingBack(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.books.sellMany(SEVERAL_PAGES);
      hub.wire.twice(Topic.INVOICES, 1);
      hub.settle();
      hub.poll();

      hub.tiesOut();
    }
  }

  @ParameterizedTest
  @EnumSource
  void pagesWhoseObjectsComeInAnotherOrderBringThemAll(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.books.sellMany(SEVERAL_PAGES);
      hub.wire.at(Topic.INVOICES, 1, PlayedWire.reordered());
      hub.wire.at(Topic.INVOICES, 2, PlayedWire.reordered());
      hub.settle();
      hub.poll();
      hub.poll();
      hub.sweep();

      hub.tiesOut();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInvoiceThatChangesWhilePagesAreReadIsThereInItsLastFormWithAllOthers(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.books.sellMany(SEVERAL_PAGES);
      hub.wire.at(
          Topic.INVOICES,
          2,
          PlayedWire.after(
              () -> {
                hub.books.pay(number(1), "25.00");
                hub.books.sell(number(80));
              }));
      hub.settle();
      hub.poll();
      hub.sweep();

      hub.tiesOut();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aProgramThatSaysHowLongToWaitIsLeftAloneAndThenReadToTheEnd(Carried program) {
    waits(program, Optional.of(Duration.ofMinutes(2)));
  }

  @ParameterizedTest
  @EnumSource
  void aProgramThatOnlySaysTooManyIsLeftAloneAndThenReadToTheEnd(Carried program) {
    waits(program, Optional.empty());
  }

  private static void waits(Carried program, Optional<Duration> retryAfter) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.books.sellMany(SEVERAL_PAGES);
      hub.wire.at(Topic.INVOICES, 2, PlayedWire.instead(hub.vendor.tooMany(retryAfter)));
      hub.settle();
      int asked = hub.wire.asked();
      assertThat(hub.pull.health().state()).isEqualTo(State.LIMITED);
      assertThat(hub.pull.health().reason()).isNotBlank();
      hub.settle();
      assertThat(hub.wire.asked()).as("nobody asks").isEqualTo(asked);
      hub.goOn();

      hub.tiesOut();
      assertThat(hub.pull.health().state()).isEqualTo(State.AUTHORISED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aProgramThatFailsIsAskedAgainLaterAndTheReasonIsShownUntilThen(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.books.sellMany(SEVERAL_PAGES);
      hub.wire.at(Topic.INVOICES, 2, PlayedWire.instead(hub.vendor.failure()));
      hub.settle();
      assertThat(hub.pull.health().state()).isEqualTo(State.FAILING);
      assertThat(hub.pull.health().reason()).isNotBlank();
      hub.goOn();

      hub.tiesOut();
      assertThat(hub.pull.health().state()).isEqualTo(State.AUTHORISED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aKillBetweenAPageAndItsCommitLosesNothingAndDoublesNothing(Carried program) {
    for (Step step : new Step[] {Step.PULL_READ, Step.PULL_STORED}) {
      for (int page = 1; page <= 3; page++) {
        killed(program, step, page);
      }
    }
  }

  private static void killed(Carried program, Step step, int page) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.books.sellMany(SEVERAL_PAGES);
      PullHub.Process dying = hub.pull.another(new KillAt(step, page));
      assertThatThrownBy(
              () -> {
                while (dying.pull.next()) {}
              })
          .isInstanceOf(KillAt.Killed.class);
      hub.hub.afterTheLease();
      hub.goOn();

      hub.tiesOut();
    }
  }
}
