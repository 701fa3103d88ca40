package org.dunlin.work.pay;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.Checkout;
import org.dunlin.core.model.CheckoutState;
import org.dunlin.core.model.PaymentLinkState;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.store.pay.KeptCheckout;
import org.dunlin.store.pay.KeptCheckout.Place;
import org.dunlin.store.pay.KeptLink;
import org.dunlin.work.pay.Started.Why;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Attempts to pay at a company's provider, begun at its payment links. */
public final class Checkouts {
  private static final String ACTOR = "payer";

  private final Stores stores;
  private final AtProvider provider;
  private final LinkStates links;
  private final CheckoutNews news;
  private final CheckoutWishes wishes;

  /** Over these stores; begun at providers by this road. */
  public Checkouts(Stores stores, AtProvider provider) {
    this.stores = stores;
    this.provider = provider;
    links = new LinkStates(stores);
    news = new CheckoutNews(stores);
    wishes = new CheckoutWishes(stores);
  }

  /** What is decided of a wish before the provider is asked. */
  private sealed interface Decided {
    /** Ask for this one, and end those that it replaces. */
    record Ask(KeptCheckout checkout, List<KeptCheckout> replaced) implements Decided {}

    /** There is one already. */
    record There(URI payAt) implements Decided {}

    /** It does not go that way. */
    record Not(Why why) implements Decided {}
  }

  /**
   * Whether a payer of this company may pay online now: it has a provider that can be asked.
   *
   * @return the connection of the provider
   */
  public Optional<String> providerOf(String companyId) {
    return provider.providers(companyId).stream().findFirst();
  }

  /**
   * Begins an attempt: of the same amount and invoices there is one at a time, and what another tab
   * began is gone on with. No transaction may be open.
   *
   * @param amount all that is open of these invoices, or less where the company takes parts
   * @param invoices of the link; none: all of it
   * @param returnTo where the payer comes back to
   */
  public Started start(
      Visit.Open visit, Money amount, Set<UUID> invoices, URI returnTo, Language language) {
    String companyId = visit.profile().id();
    Optional<String> connection = providerOf(companyId);
    if (connection.isEmpty()) {
      return Why.NO_PROVIDER.refused();
    }
    Decided decided =
        stores.transactions().in(() -> decide(visit, amount, invoices, connection.get(), language));
    return switch (decided) {
      case Decided.Not(Why why) -> why.refused();
      case Decided.There(URI payAt) -> new Started.Redirect(payAt);
      case Decided.Ask(KeptCheckout checkout, List<KeptCheckout> replaced) -> {
        replaced.forEach(each -> end(companyId, each));
        yield begin(companyId, checkout, returnTo);
      }
    };
  }

  /**
   * The link is held meanwhile, and then the invoices, so that of two tabs the second sees what the
   * first began, there or on another link, and so that no debit of them is announced meanwhile.
   */
  private Decided decide(
      Visit.Open visit, Money amount, Set<UUID> invoices, String connectionId, Language language) {
    String companyId = visit.profile().id();
    KeptLink link =
        stores
            .pay()
            .links()
            .lock(companyId, visit.linkId())
            .map(
                kept ->
                    links.asItStands(
                        companyId, kept, ACTOR, stores.companies().businessDate(visit.profile())))
            .orElseThrow();
    if (link.state() != PaymentLinkState.OPEN) {
      return new Decided.Not(Why.ENDED);
    }
    Set<UUID> chosen = invoices.isEmpty() ? open(companyId, link) : invoices;
    Map<UUID, Money> open =
        stores
            .talk()
            .standstills()
            .open(companyId, link.customerId(), chosen.stream().sorted().toList());
    if (!link.invoices().containsAll(chosen) || !open.keySet().containsAll(chosen)) {
      return new Decided.Not(Why.NOT_OPEN);
    }
    stores.pay().checkouts().hold(companyId, chosen);
    if (!stores.debits().debits().underWay(companyId, chosen).isEmpty()) {
      return new Decided.Not(Why.BEING_DEBITED);
    }
    Money all =
        open.values().stream().reduce(Money.zero(link.amount().getCurrencyUnit()), Money::plus);
    if (!amount.isSameCurrency(all) || !amount.isPositive() || amount.isGreaterThan(all)) {
      return new Decided.Not(Why.WRONG_AMOUNT);
    }
    if (amount.isLessThan(all) && !stores.pay().rules().of(companyId).partPayments()) {
      return new Decided.Not(Why.PART);
    }
    Map<UUID, Money> parts = Parts.of(amount, documents(companyId, chosen));
    KeptCheckout wanted =
        new KeptCheckout(
            Ids.next(),
            link.id(),
            link.customerId(),
            connectionId,
            CheckoutState.OPEN,
            amount,
            parts,
            language,
            null,
            null,
            null,
            null,
            Instant.EPOCH);
    return beside(companyId, wanted);
  }

  private Set<UUID> open(String companyId, KeptLink link) {
    return stores.talk().standstills().open(companyId, link.customerId(), link.invoices()).keySet();
  }

  /** What there is already for one of its invoices decides, whatever link it was begun on. */
  private Decided beside(String companyId, KeptCheckout wanted) {
    List<KeptCheckout> replaced = new ArrayList<>();
    for (KeptCheckout other :
        stores.pay().checkouts().fresh(companyId, wanted.invoices().keySet())) {
      if (other.state() != CheckoutState.OPEN) {
        return new Decided.Not(Why.BEING_PAID);
      }
      if (isSame(other, wanted)) {
        Place place = other.place();
        return place == null
            ? new Decided.Ask(other, replaced)
            : new Decided.There(URI.create(place.payAt()));
      }
      replaced.add(other);
    }
    stores.pay().checkouts().add(companyId, wanted);
    return new Decided.Ask(wanted, replaced);
  }

  private static boolean isSame(KeptCheckout one, KeptCheckout other) {
    return one.amount().equals(other.amount())
        && one.invoices().equals(other.invoices())
        && one.connectionId().equals(other.connectionId());
  }

  /** What the provider does not know any more, or cannot end, ends there by itself. */
  private void end(String companyId, KeptCheckout checkout) {
    Place place = checkout.place();
    if (place == null) {
      return;
    }
    if (provider.cancel(companyId, checkout.connectionId(), checkout.id(), place.id())
        instanceof Ended.Done) {
      moved(companyId, checkout.id(), CheckoutState.CANCELLED, null);
    }
  }

  private Started begin(String companyId, KeptCheckout checkout, URI returnTo) {
    Begun begun =
        provider.begin(
            companyId, checkout.connectionId(), wishes.of(companyId, checkout, returnTo));
    return switch (begun) {
      case Begun.At at -> {
        stores
            .transactions()
            .run(
                () ->
                    stores
                        .pay()
                        .checkouts()
                        .begun(
                            companyId,
                            checkout.id(),
                            new Place(at.providerId(), at.payAt().toString(), at.expiresAt())));
        yield new Started.Redirect(at.payAt());
      }
      case Begun.Refused(String sentence) -> {
        moved(companyId, checkout.id(), CheckoutState.FAILED, sentence);
        yield new Started.Refused(Why.PROVIDER, sentence);
      }
      case Begun.Unknown unknown -> Why.TRY_AGAIN.refused();
    };
  }

  private List<DocumentState> documents(String companyId, Set<UUID> invoices) {
    return invoices.stream()
        .map(id -> stores.invoices().find(companyId, id).orElseThrow())
        .toList();
  }

  private void moved(String companyId, UUID id, CheckoutState to, @Nullable String why) {
    stores
        .transactions()
        .run(
            () ->
                stores
                    .pay()
                    .checkouts()
                    .lock(companyId, id)
                    .filter(kept -> CheckoutNews.isNext(kept.state(), to))
                    .ifPresent(kept -> news.move(companyId, kept, to, null, why, ACTOR)));
  }

  /** What a provider says of an attempt, within the caller's transaction. */
  public void told(String companyId, String connectionId, Checkout said) {
    news.told(companyId, connectionId, said);
  }

  /**
   * The payer has come back: what the provider says of the attempts that are open is fetched at
   * once, whatever notice it sends. No transaction may be open.
   *
   * @return the latest attempt as it is known now; it may be otherwise in a moment
   */
  public Optional<KeptCheckout> returned(Visit.Open visit) {
    String companyId = visit.profile().id();
    for (KeptCheckout each : stores.pay().checkouts().fresh(companyId, invoices(visit))) {
      Place place = each.place();
      if (place != null && each.state() != CheckoutState.PAID) {
        provider.look(companyId, each.connectionId(), place.id());
      }
    }
    return latest(visit);
  }

  /** The latest attempt at a link, as it is known; else the latest for one of its invoices. */
  public Optional<KeptCheckout> latest(Visit.Open visit) {
    String companyId = visit.profile().id();
    return stores.pay().checkouts().ofLink(companyId, visit.linkId(), 1).stream()
        .findFirst()
        .or(() -> stores.pay().checkouts().latest(companyId, invoices(visit)));
  }

  /** The latest attempt by which one of these invoices is being paid, on whatever link. */
  public Optional<KeptCheckout> beingPaid(String companyId, Collection<UUID> invoices) {
    return stores.pay().checkouts().fresh(companyId, invoices).stream()
        .filter(each -> each.state() != CheckoutState.OPEN)
        .findFirst();
  }

  private static List<UUID> invoices(Visit.Open visit) {
    return visit.link().invoiceIds().stream().map(UUID::fromString).toList();
  }
}
