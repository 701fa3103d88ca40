package org.dunlin.work.pay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pay.Owed.TODAY;
import static org.dunlin.work.pay.Owed.eur;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.SourceObject;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.MatchRule;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.store.company.Connection;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.store.view.TieOut;
import org.dunlin.work.TestHub;
import org.dunlin.work.intake.AcceptPage;
import org.dunlin.work.translate.TranslateDelivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * In a rush the money of many attempts to pay is written down in one transaction and settled with
 * it as a group, each cent where it was asked for, before anything is matched.
 */
class SettledTogetherTest {
  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final Owed owed = new Owed(hub);
  private final AcceptPage accept = new AcceptPage(hub.stores, Clock.systemUTC());
  private final TranslateDelivery translate =
      new TranslateDelivery(
          hub.stores,
          delivery -> (stream, name, sink) -> say(new String(stream.readAllBytes(), UTF_8), sink),
          Checkpoint.NONE,
          Told.ALL_TAKE_PAYMENTS);

  @BeforeEach
  void aProvider() {
    hub.stores.connections().put(new Connection("acme", "psp", "ledgerly", Map.of(), false));
    accept.makeRoom();
  }

  @AfterEach
  void everyCentIsInItsPlace() {
    hub.settle();
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    assertThat(hub.stores.views().tieOuts().of("acme")).allMatch(TieOut::ties);
    hub.close();
  }

  @Test
  void theMoneyOfSeveralAttemptsSettlesTheirInvoicesInOneTransaction() {
    UUID first = owed.invoice("INV-1", "c1");
    UUID second = owed.invoice("INV-2", "c2", "50.00");
    UUID third = owed.invoice("INV-3", "c2", "30.00");
    comes("tr_1", owed.checkout("psp", "100.00", first), "100.00", "TRANSFER");
    comes("tr_2", owed.checkout("psp", "60.00", second, third), "60.00", "TRANSFER");
    inOneTransaction(2);

    assertThat(owed.openOf(first).isZero()).isTrue();
    assertThat(owed.openOf(second).isZero()).isTrue();
    assertThat(owed.openOf(third)).isEqualTo(eur("20.00"));
    assertThat(lines())
        .hasSize(3)
        .allSatisfy(
            line -> {
              assertThat(line.allocation().decision()).isEqualTo(Decision.AUTOMATIC);
              assertThat(line.allocation().rule()).isEqualTo(MatchRule.STRUCTURED_REFERENCE);
            });
    hub.settle();
    assertThat(lines()).as("matched once").hasSize(3);
  }

  @Test
  void ofTwoThatPayOneInvoiceTheFirstSettlesItAndTheOtherIsLeftWhileTheRestGoesOn() {
    UUID first = owed.invoice("INV-1", "c1");
    UUID second = owed.invoice("INV-2", "c2", "50.00");
    UUID one = owed.checkout("psp", "100.00", first);
    UUID other = owed.checkout("psp", "100.00", first);
    comes("tr_1", one, "100.00", "TRANSFER");
    comes("tr_2", other, "100.00", "TRANSFER");
    comes("tr_3", owed.checkout("psp", "50.00", second), "50.00", "TRANSFER");
    inOneTransaction(3);

    assertThat(owed.openOf(first).isZero()).isTrue();
    assertThat(owed.openOf(second).isZero()).isTrue();
    assertThat(lines()).hasSize(2);
    hub.settle();
    assertThat(hub.stores.refunds().credits("acme", 10))
        .as("what the invoice has no room for is its customer's")
        .singleElement()
        .satisfies(
            credit -> {
              assertThat(credit.left()).isEqualTo(eur("100.00"));
              assertThat(credit.customerId()).isEqualTo(owed.customer(first).toString());
            });
  }

  @Test
  void whatTheCompanyMayHaveCollectedItselfIsLeftToTheMatchingAndTheOthersAreNot() {
    UUID first = owed.invoice("INV-1", "c1");
    UUID second = owed.invoice("INV-2", "c2", "50.00");
    comes("tr_1", owed.checkout("psp", "100.00", first), "100.00", "DIRECT_DEBIT");
    comes("tr_2", owed.checkout("psp", "50.00", second), "50.00", "TRANSFER");
    inOneTransaction(2);

    assertThat(owed.openOf(first)).as("not yet").isEqualTo(eur("100.00"));
    assertThat(owed.openOf(second).isZero()).isTrue();
    hub.settle();
    assertThat(owed.openOf(first).isZero()).isTrue();
  }

  /** What has come is translated in one transaction, and nothing is matched. */
  private void inOneTransaction(int deliveries) {
    assertThat(translate.next()).isTrue();
    assertThat(
            hub.jdbc()
                .sql(
                    """
                    select count(*) || ' in ' || count(distinct finished_at) from delivery
                     where connection_id = 'psp' and state = 'APPLIED'
                    """)
                .query(String.class)
                .single())
        .isEqualTo(deliveries + " in 1");
  }

  private void comes(String id, UUID attempt, String amount, String kind) {
    String body = String.join(" ", id, attempt.toString(), amount, kind);
    hub.stores
        .transactions()
        .run(
            () ->
                accept.accept(
                    new AcceptPage.Came("acme", "psp", "payments", "payments " + id, null),
                    body.getBytes(UTF_8)));
  }

  private static void say(String body, RecordSink sink) {
    String[] said = body.split(" ");
    sink.object(new SourceObject("payments", said[0], null));
    sink.accept(
        Told.LEDGERLY.moved(
            said[0], PaymentKind.valueOf(said[3]), Direction.IN, TODAY, said[2], said[1], null));
  }

  private List<Stored> lines() {
    return hub.stores.allocations().of("acme").stream()
        .filter(each -> each.allocation().decision() == Decision.AUTOMATIC)
        .toList();
  }
}
