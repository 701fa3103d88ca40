package org.dunlin.work.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.contract.Books.number;

import java.math.BigDecimal;
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

/** What the hub wrote into a program is taken back there, once, when its money went back. */
class ReversalContractTest {
  private static final LocalDate BACK = LocalDate.now(Clock.systemUTC());
  private static final LocalDate PAID = BACK.minusDays(1);

  static Stream<Carried> takingBack() {
    return Lacks.with(Need.REVERSALS);
  }

  @ParameterizedTest
  @MethodSource("takingBack")
  void aBookingWhoseMoneyWentBackIsTakenBackAndNobodyHasToLook(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      returned(hub);
      assertThat(conflicts(hub)).as("it is being taken back").isZero();
      hub.deliver();
      hub.deliver();

      isGoneAndKnown(hub);
    }
  }

  @ParameterizedTest
  @MethodSource("takingBack")
  void oneWhoseAnswerNeverCameIsNotTakenBackAgain(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      returned(hub);
      hub.wire.at(Topic.REVERSAL, 1, PlayedWire.thenSilence());
      hub.deliver();
      assertThat(hub.writeBacks()).as("nobody knows yet").containsExactly("SENT", "PENDING");
      assertThat(hub.vendor.payments(number(1))).isZero();
      hub.deliver();

      isGoneAndKnown(hub);
    }
  }

  @ParameterizedTest
  @MethodSource("takingBack")
  void oneThatNeverArrivedIsTakenBackOnceTheProgramWorksAgain(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      returned(hub);
      hub.wire.at(Topic.REVERSAL, 1, PlayedWire.instead(hub.vendor.failure()));
      hub.deliver();
      assertThat(hub.vendor.payments(number(1))).isEqualTo(1);
      hub.pull.hub.sql("update write_back set left_at = left_at - interval '6 minutes'");
      hub.deliver();
      assertThat(hub.wire.asked(Topic.REVERSAL)).isEqualTo(2);

      hub.books.takenBack(number(1));
      isKnown(hub);
    }
  }

  @ParameterizedTest
  @MethodSource("takingBack")
  void whatAPersonTookBackThereFirstIsLeftAlone(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      returned(hub);
      hub.books.unpay(number(1));
      hub.deliver();
      assertThat(hub.wire.asked(Topic.REVERSAL)).isZero();

      isKnown(hub);
    }
  }

  /** A payment that the hub wrote, the program has, and the bank took back. */
  private static void returned(ContractHub hub) {
    hub.books.sellMany(2);
    hub.settle();
    String text = "invoice " + hub.vendor.shown(number(1));
    String customer = "Customer " + number(1);
    statement(hub, new Entry("R1", PAID, new BigDecimal("100.00"), customer, text, "E2E-1", null));
    hub.deliver();
    hub.books.booked(number(1), "100.00");
    hub.poll();
    assertThat(hub.decisions()).containsExactly(Decision.BOOKED);
    statement(hub, new Entry("R2", BACK, new BigDecimal("-100.00"), customer, "", null, "E2E-1"));
    assertThat(hub.decisions()).containsExactly(Decision.CONFLICT);
    assertThat(hub.writeBacks()).containsExactly("SENT", "PENDING");
  }

  private static void statement(ContractHub hub, Entry entry) {
    hub.hub.offer("bank", BankFile.day(TestHub.IBAN, entry.on(), entry).bytes());
    hub.settle();
  }

  private static long conflicts(ContractHub hub) {
    return hub.hub.stores.views().tasks().of("acme", BACK).conflicts();
  }

  private static void isGoneAndKnown(ContractHub hub) {
    assertThat(hub.wire.asked(Topic.REVERSAL)).isEqualTo(1);
    hub.books.takenBack(number(1));
    isKnown(hub);
  }

  private static void isKnown(ContractHub hub) {
    assertThat(hub.writeBacks()).containsExactly("SENT", "SENT");
    assertThat(hub.vendor.payments(number(1))).isZero();
    hub.poll();
    hub.sweep();
    hub.deliver();
    hub.poll();
    hub.tiesOut();
    assertThat(hub.decisions()).as("nothing is left of it").isEmpty();
    assertThat(hub.writeBacks()).containsExactly("SENT", "SENT");
    assertThat(conflicts(hub)).isZero();
  }
}
