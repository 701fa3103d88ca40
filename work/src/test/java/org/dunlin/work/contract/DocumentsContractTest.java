package org.dunlin.work.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.contract.Books.number;

import java.util.stream.Stream;
import org.dunlin.work.contract.PlayedVendor.Topic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The document of an invoice is fetched once it is wanted, by whatever way it takes, and kept. */
class DocumentsContractTest {
  static Stream<Carried> keepingDocuments() {
    return Lacks.with(Need.DOCUMENTS);
  }

  @ParameterizedTest
  @MethodSource("keepingDocuments")
  void aDocumentIsFetchedAndKeptOnceHoweverOftenItIsWanted(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.books.sellMany(2);
      hub.settle();
      hub.wantDocument(number(2));
      hub.wantDocument(number(2));
      hub.settle();
      hub.wantDocument(number(2));
      hub.settle();

      assertThat(hub.documents(number(2)))
          .containsExactly(ContractHub.text(hub.vendor.paper(number(2))));
      assertThat(hub.documents(number(1))).isEmpty();
      hub.tiesOut();
    }
  }

  @ParameterizedTest
  @MethodSource("keepingDocuments")
  void aDocumentThatAFailingProgramDoesNotGiveIsFetchedLater(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      hub.books.sellMany(1);
      hub.settle();
      hub.wantDocument(number(1));
      hub.wire.at(Topic.OTHER, 1, PlayedWire.instead(hub.vendor.failure()));
      hub.settle();
      assertThat(hub.documents(number(1))).isEmpty();
      hub.goOn();

      assertThat(hub.documents(number(1))).hasSize(1);
      hub.tiesOut();
    }
  }
}
