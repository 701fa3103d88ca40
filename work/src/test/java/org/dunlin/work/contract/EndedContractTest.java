package org.dunlin.work.contract;

import static org.dunlin.work.contract.Books.number;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What ends in a program, or becomes again what it was, does so in the ledger. */
class EndedContractTest {
  static Stream<Carried> voiding() {
    return Lacks.with(Need.VOIDING);
  }

  static Stream<Carried> deleting() {
    return Lacks.with(Need.DELETION);
  }

  static Stream<Carried> takingBack() {
    return Lacks.with(Need.TAKING_BACK);
  }

  @ParameterizedTest
  @MethodSource("voiding")
  void anInvoiceThatIsMadeVoidIsVoidAndTheOthersStay(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.books.sellMany(SmallPages.SIZE + 1);
      hub.settle();
      hub.tiesOut();
      hub.books.voidInvoice(number(2));
      hub.poll();

      hub.tiesOut();
    }
  }

  @ParameterizedTest
  @MethodSource("deleting")
  void anInvoiceThatIsDeletedIsVoidAfterTwoCompleteReadingsAndTheOthersStay(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.books.sellMany(SmallPages.SIZE + 1);
      hub.settle();
      hub.tiesOut();
      hub.books.delete(number(2));
      hub.poll();
      hub.sweep();
      hub.sweep();

      hub.tiesOut();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCustomerWhoseNameChangesAndChangesBackIsCalledAsAtLast(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.books.sellMany(2);
      hub.settle();
      String first = "Customer " + number(1);
      for (String name : new String[] {"Another B.V.", first}) {
        hub.books.rename(number(1), name);
        hub.poll();
        hub.tiesOut();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("takingBack")
  void aPaymentThatIsMadeTakenBackAndMadeAgainCountsOnceAtLast(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.books.sellMany(2);
      hub.settle();
      hub.books.pay(number(1), "40.00");
      hub.poll();
      hub.tiesOut();
      hub.books.unpay(number(1));
      hub.poll();
      hub.sweep();
      hub.tiesOut();
      hub.books.pay(number(1), "40.00");
      hub.poll();

      hub.tiesOut();
    }
  }
}
