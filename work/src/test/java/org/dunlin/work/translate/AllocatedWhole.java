package org.dunlin.work.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.MatchRule;
import org.dunlin.work.Claims;
import org.dunlin.work.TestHub;
import org.joda.money.Money;

/** Allocates the only payment of a hub, an entry of 100.00, before anybody knows what it is of. */
final class AllocatedWhole {
  private AllocatedWhole() {}

  /** The line, which a rule or a person made. */
  static UUID of(TestHub hub, String number, Decision decision) {
    String payment = one(hub, "select payment_id::text from payment");
    String invoice =
        one(hub, "select invoice_id::text from invoice where number = '" + number + "'");
    Allocation line =
        new Allocation(
            payment,
            null,
            invoice,
            Money.parse("EUR 100.00"),
            payment + "#1",
            1,
            decision,
            decision == Decision.AUTOMATIC ? MatchRule.DOCUMENT_NUMBER : null,
            null,
            List.of("it says so"));
    return hub.stores
        .transactions()
        .in(
            () -> {
              assertThat(new Claims(hub.stores, "acme").raise(line)).isTrue();
              return hub.stores.allocations().add("acme", line, "anna", TestHub.TODAY);
            });
  }

  private static String one(TestHub hub, String query) {
    return hub.jdbc().sql(query).query(String.class).single();
  }
}
