package org.dunlin.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Customer;
import org.dunlin.store.Ids;
import org.dunlin.store.Rows;
import org.dunlin.store.ledger.Applied.Outcome;
import org.dunlin.store.ledger.Payments.Entry;
import org.dunlin.store.ledger.Payments.Found;
import org.dunlin.store.ledger.Payments.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a source says later replaces what it said, and what it said earlier replaces nothing. */
class VersionsTest {
  private final Rows rows = new Rows();

  @AfterEach
  void close() {
    rows.close();
  }

  @Test
  void aCustomerIsAddedChangedTheSameOrStale() {
    assertThat(apply(5, "Jansen").outcome()).isEqualTo(Outcome.ADDED);
    assertThat(apply(6, "Jansen").outcome()).isEqualTo(Outcome.SAME);
    assertThat(apply(7, "Janssen").outcome()).isEqualTo(Outcome.CHANGED);
    assertThat(apply(6, "Jansen").outcome()).isEqualTo(Outcome.STALE);
    assertThat(rows.stores.customers().of("acme"))
        .extracting(Customer::name)
        .containsExactly("Janssen");
  }

  @Test
  void aCustomerKeepsTheIdThatTheLedgerGaveIt() {
    UUID first = apply(1, "Jansen").id();

    assertThat(apply(2, "Janssen").id()).isEqualTo(first);
    assertThat(rows.stores.customers().find("acme", first).orElseThrow().id())
        .isEqualTo(first.toString());
  }

  @Test
  void customersOfTwoConnectionsAreNotOneForHavingOneSourceId() {
    Origin other = new Origin("acme", "webshop", 1, Rows.origin("acme", 1).readAt());
    apply(1, "Jansen");

    assertThat(rows.stores.customers().apply(other, Rows.customer("c")).outcome())
        .isEqualTo(Outcome.ADDED);
  }

  @Test
  void anEntryIsNewThenKnownAndNeverTwiceThere() {
    UUID delivery = Ids.next();

    assertThat(add(delivery, 0, 1)).isEqualTo(Found.NEW);
    assertThat(add(delivery, 0, 1)).as("replayed").isEqualTo(Found.KNOWN);
    assertThat(add(Ids.next(), 4, 1)).as("in another file").isEqualTo(Found.KNOWN);
    assertThat(add(delivery, 1, 1))
        .as("again in the statement")
        .isEqualTo(Found.TWICE_IN_STATEMENT);
    assertThat(add(delivery, 5, 5, 1)).as("in a later statement").isEqualTo(Found.KNOWN);
    assertThat(add(delivery, 5, 5, 2)).as("otherwise there").isEqualTo(Found.CONTRADICTED);
    assertThat(add(Ids.next(), 0, 2)).as("with other content").isEqualTo(Found.CONTRADICTED);
    assertThat(rows.stores.payments().unallocated("acme", Place.START, 1000)).hasSize(1);
  }

  private Applied<Customer> apply(long sequence, String name) {
    Customer said = Rows.customer("c");
    Customer named =
        new Customer(
            said.id(),
            null,
            name,
            null,
            null,
            null,
            null,
            null,
            null,
            said.ibans(),
            null,
            said.segments(),
            null,
            null,
            null);
    return rows.stores.customers().apply(Rows.origin("acme", sequence), named);
  }

  private Found add(UUID delivery, int ordinal, int content) {
    return add(delivery, 0, ordinal, content);
  }

  private Found add(UUID delivery, int first, int ordinal, int content) {
    Entry entry = new Entry(ordinal, Rows.in("key", "10.00"), new byte[] {(byte) content}, false);
    return rows.stores
        .payments()
        .add(Rows.origin("acme", 1), delivery, first, List.of(entry))
        .getFirst();
  }
}
