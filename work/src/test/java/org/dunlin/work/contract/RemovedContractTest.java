package org.dunlin.work.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.contract.Books.number;

import java.util.List;
import org.dunlin.work.program.RemoveProgram.Data;
import org.dunlin.work.pull.PullHub;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A connection that a person ends: nothing of it is known or asked any more, its data as chosen.
 */
class RemovedContractTest {
  @ParameterizedTest
  @EnumSource
  void whatCameByItStaysWhereThePersonKeepsIt(Carried program) {
    try (ContractHub hub = filled(program)) {
      List<String> before = hub.ledger();
      hub.remove(Data.KEEP);

      assertThat(hub.ledger()).isEqualTo(before);
      isForgotten(hub, program);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatOnlyItKnewIsVoidWhereThePersonChoosesThat(Carried program) {
    try (ContractHub hub = filled(program)) {
      hub.remove(Data.VOID);

      assertThat(hub.ledger()).hasSize(3).allMatch(invoice -> invoice.endsWith(": void"));
      assertThat(hub.hub.stores.keptFigures().differences("acme")).isEmpty();
      isForgotten(hub, program);
    }
  }

  private static ContractHub filled(Carried program) {
    ContractHub hub = ContractHub.connectedTo(program);
    hub.books.sellMany(3);
    hub.books.pay(number(1), "40.00");
    hub.settle();
    hub.tiesOut();
    if (Lacks.reason(Need.SUBSCRIPTIONS, program).isEmpty()) {
      assertThat(hub.vendor.subscriptions()).as("subscriptions").isPositive();
    }
    return hub;
  }

  private static void isForgotten(ContractHub hub, Carried program) {
    if (Lacks.reason(Need.SUBSCRIPTIONS, program).isEmpty()) {
      assertThat(hub.vendor.subscriptions()).as("subscriptions").isZero();
    }
    for (String table :
        List.of(
            "program_connection",
            "connection_stream",
            "connection_secret",
            "connection_token",
            "wanted_object",
            "hook",
            "hook_subscription")) {
      assertThat(rows(hub, table)).as(table).isZero();
    }
    int asked = hub.wire.asked();
    hub.goOn();
    assertThat(hub.wire.asked()).as("nobody asks").isEqualTo(asked);
    assertThat(hub.pull.events()).endsWith("CONNECTION_REMOVED");
  }

  private static int rows(ContractHub hub, String table) {
    return hub.hub
        .jdbc()
        .sql("select count(*) from " + table + " where connection_id = ?")
        .param(PullHub.SHOP)
        .query(Integer.class)
        .single();
  }
}
