package org.dunlin.work.pay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.CheckoutState;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.PaymentLinkState;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.pay.KeptCheckout;
import org.dunlin.store.pay.KeptCheckout.Place;
import org.dunlin.store.pay.KeptLink;
import org.dunlin.store.pay.ProviderLinks.Due;
import org.dunlin.store.pay.ProviderLinks.Wanted;
import org.joda.money.Money;

/**
 * Makes payment links at companies' providers where payers do not reach this hub. Each is written
 * down before the provider is asked, as an attempt to pay under whose id it is made; what nobody
 * knows the outcome of is asked again under the same id, and looked for first.
 */
public final class MakeProviderLinks {
  private static final String ACTOR = LinkStates.ACTOR;

  private final Stores stores;
  private final AtProvider provider;
  private final PaymentLinks links;
  private final PayAddress address;
  private final LinkStates states;
  private final CheckoutNews news;
  private final CheckoutWishes wishes;

  /**
   * @param links which are told to programs once they lead somewhere
   * @param address where payers reach this hub, nothing is made
   */
  public MakeProviderLinks(
      Stores stores, AtProvider provider, PaymentLinks links, PayAddress address) {
    this.stores = stores;
    this.provider = provider;
    this.links = links;
    this.address = address;
    states = new LinkStates(stores);
    news = new CheckoutNews(stores);
    wishes = new CheckoutWishes(stores);
  }

  /**
   * Does what is next: writes down one that is wanted, or asks the provider for one. No transaction
   * may be open.
   *
   * @return whether there was something to do
   */
  public boolean next() {
    if (address.of("").isPresent() || stores.settings().stopped()) {
      return false;
    }
    Map<String, String> able = able();
    if (able.isEmpty()) {
      return false;
    }
    Optional<Due> due =
        stores.transactions().in(() -> stores.pay().providerLinks().take(able.keySet()));
    if (due.isPresent()) {
      make(due.get());
      return true;
    }
    return stores.transactions().in(() -> writeDown(able));
  }

  /** Companies with something to be made, and the connection at which that is. */
  private Map<String, String> able() {
    Map<String, String> able = new HashMap<>();
    for (String companyId : stores.pay().providerLinks().companies()) {
      provider
          .linking(stores.companies().profile(companyId))
          .ifPresent(connection -> able.put(companyId, connection));
    }
    return able;
  }

  private boolean writeDown(Map<String, String> able) {
    Optional<Wanted> found = stores.pay().providerLinks().wanted(able.keySet());
    if (found.isEmpty()) {
      return false;
    }
    String companyId = found.get().companyId();
    KeptLink link = asItStands(companyId, found.get().linkId());
    if (link.state() == PaymentLinkState.OPEN && link.atProvider() == null) {
      KeptCheckout attempt = attempt(companyId, able.getOrDefault(companyId, ""), link);
      stores.pay().checkouts().add(companyId, attempt);
      stores.pay().providerLinks().own(companyId, attempt.id());
    }
    return true;
  }

  private KeptCheckout attempt(String companyId, String connectionId, KeptLink link) {
    Map<UUID, Money> open =
        stores.talk().standstills().open(companyId, link.customerId(), link.invoices());
    Customer customer = stores.customers().find(companyId, link.customerId()).orElseThrow();
    return new KeptCheckout(
        Ids.next(),
        link.id(),
        link.customerId(),
        connectionId,
        CheckoutState.OPEN,
        link.amount(),
        open,
        Language.of(customer, stores.companies().profile(companyId).company()),
        null,
        null,
        null,
        null,
        Instant.EPOCH);
  }

  private void make(Due due) {
    String companyId = due.companyId();
    KeptCheckout kept = stores.pay().checkouts().find(companyId, due.checkoutId()).orElseThrow();
    Begun begun = provider.link(companyId, kept.connectionId(), wishes.of(companyId, kept, null));
    switch (begun) {
      case Begun.At at -> stores.transactions().run(() -> made(companyId, kept, at));
      case Begun.Refused(String sentence) ->
          stores
              .transactions()
              .run(() -> news.move(companyId, kept, CheckoutState.FAILED, null, sentence, ACTOR));
      case Begun.Unknown unknown -> {
        if (due.hopeless()) { // messages go without it
          stores.transactions().run(() -> stores.companies().addWorkDue(companyId, WorkDue.DUN));
        }
      }
    }
    stores.wakeups().wake(Stage.DUN);
  }

  /** What is wanted no more, or for another amount, is called off again by {@link EndOvertaken}. */
  private void made(String companyId, KeptCheckout kept, Begun.At at) {
    String url = at.payAt().toString();
    stores
        .pay()
        .checkouts()
        .begun(companyId, kept.id(), new Place(at.providerId(), url, at.expiresAt()));
    KeptLink link = asItStands(companyId, kept.linkId());
    if (link.state() == PaymentLinkState.OPEN
        && link.atProvider() == null
        && link.amount().isEqual(kept.amount())) {
      CompanyProfile profile = stores.companies().profile(companyId);
      LocalDate today = stores.companies().businessDate(profile);
      KeptLink.AtProvider place =
          new KeptLink.AtProvider(kept.connectionId(), at.providerId(), url);
      states.leads(companyId, link, place, today);
      links.made(profile, stores.pay().links().find(companyId, link.id()).orElseThrow(), today);
    }
    stores.companies().addWorkDue(companyId, WorkDue.DUN);
  }

  private KeptLink asItStands(String companyId, UUID linkId) {
    LocalDate today = stores.companies().businessDate(stores.companies().profile(companyId));
    return stores
        .pay()
        .links()
        .lock(companyId, linkId)
        .map(found -> states.asItStands(companyId, found, ACTOR, today))
        .orElseThrow();
  }
}
