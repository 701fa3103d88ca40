package org.dunlin.work.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.contract.Books.number;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.dunlin.core.model.Decision;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.TestHub;
import org.dunlin.work.contract.PlayedVendor.Topic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A payment that the hub writes into a program is there once, and is known when it comes back. */
class WritingContractTest {
  private static final LocalDate PAID = LocalDate.now(Clock.systemUTC());

  static Stream<Carried> takingPayments() {
    return Lacks.with(Need.PAYMENTS_IN);
  }

  @ParameterizedTest
  @MethodSource("takingPayments")
  void aPaymentIsWrittenOnceAndRecognisedWhenItComesBack(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      found(hub);
      hub.deliver();
      hub.deliver();
      assertThat(hub.writeBacks()).containsExactly("SENT");

      isThereOnceAndKnown(hub);
    }
  }

  @ParameterizedTest
  @MethodSource("takingPayments")
  void aPaymentWhoseAnswerNeverCameIsNotMadeAgain(Carried program) {
    lost(program, PlayedWire.thenSilence());
  }

  @ParameterizedTest
  @MethodSource("takingPayments")
  void aPaymentWhoseAnswerWasAnErrorOfAServerIsNotMadeAgain(Carried program) {
    try (PlayedVendor vendor = program.play()) {
      lost(program, PlayedWire.thenAnswers(vendor.failure()));
    }
  }

  private static void lost(Carried program, PlayedWire.Twist twist) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      found(hub);
      hub.wire.at(Topic.PAYMENT, 1, twist);
      hub.deliver();
      assertThat(hub.writeBacks()).as("nobody knows yet").doesNotContain("SENT");
      assertThat(hub.vendor.payments(number(1))).isEqualTo(1);
      hub.deliver();
      assertThat(hub.writeBacks()).containsExactly("SENT");

      isThereOnceAndKnown(hub);
    }
  }

  @ParameterizedTest
  @MethodSource("takingPayments")
  void aPaymentThatNeverArrivedIsMadeOnceTheProgramWorksAgain(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      found(hub);
      hub.wire.at(Topic.PAYMENT, 1, PlayedWire.instead(hub.vendor.failure()));
      hub.deliver();
      assertThat(hub.vendor.payments(number(1))).isZero();
      hub.deliver();
      hub.pull.hub.sql("update write_back set left_at = left_at - interval '6 minutes'");
      hub.deliver();

      isThereOnceAndKnown(hub);
    }
  }

  @ParameterizedTest
  @MethodSource("takingPayments")
  void aPaymentWhoseAnswerNeverCameIsRecognisedByThePollThatBringsItBeforeItIsTriedAgain(
      Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      found(hub);
      hub.wire.at(Topic.PAYMENT, 1, PlayedWire.thenSilence());
      hub.deliver();
      hub.poll();
      hub.deliver();

      isThereOnceAndKnown(hub);
      assertThat(hub.wire.asked(Topic.PAYMENT)).as("tries").isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("takingPayments")
  void aPaymentThatAFailingProgramMadeIsKnownAtTheLatestWhenThePollBringsIt(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      found(hub);
      hub.wire.at(Topic.PAYMENT, 1, (call, vendor) -> vendor.failsAfterMaking(call));
      hub.deliver();
      hub.deliver();
      hub.poll();
      hub.deliver();

      isThereOnceAndKnown(hub);
      assertThat(hub.writeBacks()).isSubsetOf("SENT", "CANCELLED");
    }
  }

  /** An invoice, and a bank statement with all of its money, which the hub allocates. */
  private static void found(ContractHub hub) {
    hub.books.sellMany(2);
    hub.settle();
    String number = hub.vendor.shown(number(1));
    hub.hub.offer(
        "bank",
        BankFile.day(
                TestHub.IBAN,
                PAID,
                Entry.in("R1", PAID, "100.00", "Customer " + number(1), "invoice " + number))
            .bytes());
    hub.settle();
    assertThat(hub.decisions()).containsExactly(Decision.AUTOMATIC);
    assertThat(hub.writeBacks()).hasSize(1);
  }

  private static void isThereOnceAndKnown(ContractHub hub) {
    assertThat(hub.vendor.payments(number(1))).isEqualTo(1);
    hub.books.booked(number(1), "100.00");
    hub.poll();
    hub.deliver();
    hub.poll();
    hub.tiesOut();
    assertThat(hub.decisions()).containsExactly(Decision.BOOKED);
    assertThat(hub.vendor.payments(number(1))).isEqualTo(1);
  }
}
