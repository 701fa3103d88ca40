package org.dunlin.work.debit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dunlin.connectors.program.Programs;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.debit.DebitState;
import org.dunlin.work.TestHub;
import org.dunlin.work.hook.HookAddress;
import org.dunlin.work.link.StandIns;
import org.dunlin.work.pay.AtProvider;
import org.dunlin.work.pay.Checkouts;
import org.dunlin.work.pay.PaymentLinks;
import org.dunlin.work.pay.Started;
import org.dunlin.work.pay.Visit;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.pull.ScriptedVendor;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An invoice is debited or paid at its link, and never both. */
class DebitOrLinkTest {
  private static final LocalDate ANNOUNCED = LocalDate.of(2026, 11, 24);

  private final ScriptedVendor mollie = new ScriptedVendor();
  private final PullHub pull =
      new PullHub(new Programs(List::of), "mollie", mollie, HookAddress.NONE, stores -> null);
  private final Debited world = new Debited(pull.hub);
  private final Stores stores = pull.hub.stores;
  private final Checkouts checkouts =
      new Checkouts(
          stores, new AtProvider(stores, pull.process.links, pull.process.ask, StandIns.NONE));
  private UUID invoice;

  @BeforeEach
  void anInvoiceThatIsDueForBoth() {
    mollie.answers(
        call ->
            reply(
                201,
                "{\"id\":\"tr_1\",\"status\":\"open\",\"expiresAt\":\""
                    + Instant.now().plusSeconds(7200)
                    + "\",\"_links\":{\"checkout\":{\"href\":\"https://www.mollie.com/c/tr_1\"}}}"));
    pull.connect(
        Map.of("access", "key", "apiKey", "live_abcdefghijklmnop", "profile", "pfl_1"), Map.of());
    world.invoice("INV-1", "c1", Debited.DUE, "100.00");
    world.mandate("c1");
    invoice = stores.invoices().openOfNumber("acme", "INV-1").getFirst();
  }

  @AfterEach
  void close() {
    pull.close();
  }

  @Test
  void whatIsBegunToBePaidIsNotAnnounced() {
    assertThat(start(visit())).isInstanceOf(Started.Redirect.class);
    world.until(ANNOUNCED);
    assertThat(world.states("INV-1")).isEmpty();
  }

  @Test
  void whatIsAnnouncedIsNotBegunToBePaid() {
    world.until(ANNOUNCED);
    assertThat(world.states("INV-1")).containsExactly(DebitState.ANNOUNCED);
    assertThat(why(start(visit()))).isEqualTo(Started.Why.BEING_DEBITED);
  }

  @Test
  void whatIsAnnouncedInTheSameMomentThePayerIsToldOf() {
    pull.hub.decide();
    Visit.Open visit = visit();
    CompletableFuture<Started> payer =
        stores
            .transactions()
            .in(
                () -> {
                  world.collect.next(); // part of this transaction
                  return pull.hub.waiting(() -> start(visit));
                });
    assertThat(why(payer.join())).isEqualTo(Started.Why.BEING_DEBITED);
    assertThat(world.states("INV-1")).containsExactly(DebitState.ANNOUNCED);
  }

  @Test
  void whatSomebodyIsAboutToPayIsAnnouncedOnAnotherDay() {
    pull.hub.decide();
    stores
        .transactions()
        .run(
            () -> {
              stores.pay().checkouts().hold("acme", List.of(invoice));
              CompletableFuture.runAsync(world.collect::next).join();
            });
    assertThat(world.states("INV-1")).isEmpty();
    world.until(stores.companies().businessDate(profile()).plusDays(1));
    assertThat(world.states("INV-1")).containsExactly(DebitState.ANNOUNCED);
  }

  private static Started.Why why(Started started) {
    return ((Started.Refused) started).why();
  }

  private Started start(Visit.Open visit) {
    return checkouts.start(
        visit,
        Money.of(CurrencyUnit.EUR, 100),
        Set.of(),
        URI.create("https://pay.example.test/p/back"),
        Language.NL);
  }

  private Visit.Open visit() {
    PaymentLinks links = new PaymentLinks(stores, token -> Optional.of("https://x.test/" + token));
    UUID customer = world.customer("c1");
    PaymentLink link =
        stores
            .transactions()
            .in(() -> links.open(profile(), customer, Set.of(invoice), TestHub.TODAY));
    return new Visit.Open(profile(), customer, link);
  }

  private CompanyProfile profile() {
    return stores.companies().profile("acme");
  }
}
