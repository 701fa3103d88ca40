package org.dunlin.work.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pay.Owed.TODAY;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.core.model.CheckoutState;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Freshness;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.BankFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.dun.DunCompany;
import org.dunlin.work.dun.SourceHolds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A message leads to what it asks for, and none leaves while that is being paid there. */
class LinkInMessagesTest {
  private static final Pattern ADDRESS = Pattern.compile("https://pay\\.example\\.test/p/\\S+");

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final Owed owed = new Owed(hub);
  private final DunCompany dun =
      new DunCompany(
          hub.stores,
          Checkpoint.NONE,
          TestHub.BREAKER_FLOOR,
          Duration.ZERO,
          TestHub.ATTACHED_BYTES,
          new SourceHolds(hub.stores, Freshness.NONE, SourceHolds.MOST_AGE, Clock.systemUTC()),
          owed.links);
  private UUID first;
  private UUID second;

  @BeforeEach
  void twoInvoicesAreOverdue() {
    first = owed.invoice("INV-1", "c1");
    second = owed.invoice("INV-2", "c1");
    hub.offer("statement.xml", BankFile.day(TestHub.IBAN, TODAY.minusDays(1)).bytes());
    hub.settle();
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void theAddressOfAMessageOpensTheInvoicesThatItAsksFor() {
    TestHub.drain(dun::next);
    TestHub.drain(hub.deliver::next);

    Dispatch.Email email = (Dispatch.Email) hub.outlet.offered().getFirst();
    Matcher address = ADDRESS.matcher(email.text());
    assertThat(address.find()).isTrue();
    Visit visit = owed.links.visit(address.group().substring(Owed.BASE.length()), Owed.NOW);
    assertThat(((Visit.Open) visit).link().invoiceIds())
        .containsExactlyInAnyOrder(first.toString(), second.toString());
    assertThat(email.html()).contains(address.group());
  }

  @Test
  void whereNobodyOutsideReachesTheHubNoLinkIsMade() {
    TestHub.drain(hub.dun::next);
    TestHub.drain(hub.deliver::next);

    assertThat(((Dispatch.Email) hub.outlet.offered().getFirst()).text()).doesNotContain("/p/");
    assertThat(hub.jdbc().sql("select count(*) from payment_link").query(Long.class).single())
        .isZero();
  }

  @Test
  void aMessageAboutToLeaveWaitsWhileItsLinkIsBeingPaidAndSaysWhy() {
    TestHub.drain(dun::next);
    UUID checkout = checkout(CheckoutState.OPEN);
    TestHub.drain(hub.deliver::next);

    assertThat(hub.outlet.offered()).isEmpty();
    assertThat(hub.effects(EffectState.PENDING))
        .singleElement()
        .satisfies(
            effect ->
                assertThat(effect.reason())
                    .isEqualTo(
                        "An invoice that the message names is being paid at its payment link."));

    hub.sql("update checkout set state = 'EXPIRED' where checkout_id = '" + checkout + "'");
    hub.afterTheWait();
    TestHub.drain(hub.deliver::next);
    assertThat(hub.outlet.offered()).filteredOn(Dispatch.Email.class::isInstance).hasSize(1);
  }

  @Test
  void nothingIsDecidedOfWhatIsBeingPaid() {
    checkout(CheckoutState.PENDING);
    TestHub.drain(dun::next);

    assertThat(hub.effects(EffectState.PENDING)).isEmpty();
    assertThat(holds()).allMatch(each -> each.contains("PAYMENT_IN_FLIGHT")).isNotEmpty();
  }

  @Test
  void whoLeftThePageToPayHoldsNothingAfterAnHour() {
    UUID checkout = checkout(CheckoutState.OPEN);
    hub.sql(
        "update checkout set begun_at = now() - interval '61 minutes' where checkout_id = '"
            + checkout
            + "'");
    TestHub.drain(dun::next);

    assertThat(hub.effects(EffectState.PENDING)).hasSize(1);
  }

  private List<String> holds() {
    return hub.jdbc()
        .sql("select record ->> 'holds' from action where state = 'HELD'")
        .query(String.class)
        .list();
  }

  private UUID checkout(CheckoutState state) {
    UUID id = owed.checkout("mollie", "200.00", first, second);
    hub.stores
        .transactions()
        .run(() -> hub.stores.pay().checkouts().move("acme", id, state, null, null));
    return id;
  }
}
