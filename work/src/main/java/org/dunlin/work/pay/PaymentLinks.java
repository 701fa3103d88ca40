package org.dunlin.work.pay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.core.model.PaymentLinkState;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.profile.Paying;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.pay.KeptLink;
import org.dunlin.work.pay.NoLink.Reason;
import org.dunlin.work.tell.TellPrograms;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The payment links of companies: one open link for the same invoices, whoever asks, as long as
 * something is open of them.
 */
public final class PaymentLinks {
  private static final String ACTOR = LinkStates.ACTOR;

  private final Stores stores;
  private final PayerTokens tokens;
  private final PayAddress address;
  private final LinkStates states;
  private final TellPrograms told;
  private final Predicate<CompanyProfile> atProvider;

  /** Of which no program is told. */
  public PaymentLinks(Stores stores, PayAddress address) {
    this(stores, address, Abilities.NONE);
  }

  /**
   * @param address how payers reach the hub's own page
   * @param abilities which programs can be told of links
   */
  public PaymentLinks(Stores stores, PayAddress address, Abilities abilities) {
    this(stores, address, abilities, profile -> false);
  }

  /**
   * The same.
   *
   * @param atProvider which companies' links lead to their provider where payers do not reach the
   *     hub ({@link MakeProviderLinks})
   */
  public PaymentLinks(
      Stores stores,
      PayAddress address,
      Abilities abilities,
      Predicate<CompanyProfile> atProvider) {
    this.stores = stores;
    this.atProvider = atProvider;
    told = new TellPrograms(stores, abilities);
    this.address = address;
    tokens = new PayerTokens(stores.signatures());
    states = new LinkStates(stores);
  }

  /** The open link for these invoices of a customer, made by the hub itself where there is none. */
  public PaymentLink open(
      CompanyProfile profile, UUID customerId, Set<UUID> invoiceIds, LocalDate today) {
    return open(profile, customerId, invoiceIds, today, ACTOR);
  }

  /**
   * The open link for these invoices of a customer: the one that there is, with its last day put
   * off, or a new one. In the caller's transaction; who asks at the same moment gets the same.
   *
   * @throws NoLink where they are not the customer's, of one currency, and open
   */
  public PaymentLink open(
      CompanyProfile profile, UUID customerId, Set<UUID> invoiceIds, LocalDate today, String by) {
    NoLink.unless(!invoiceIds.isEmpty(), Reason.NO_INVOICE);
    NoLink.unless(
        stores.customers().find(profile.id(), customerId).isPresent(), Reason.NO_CUSTOMER);
    List<UUID> invoices = invoiceIds.stream().sorted().toList();
    Map<UUID, Money> open = stores.talk().standstills().open(profile.id(), customerId, invoices);
    NoLink.unless(open.keySet().containsAll(invoices), Reason.NOT_OPEN);
    CurrencyUnit currency = open.values().iterator().next().getCurrencyUnit();
    NoLink.unless(
        open.values().stream().allMatch(each -> each.getCurrencyUnit().equals(currency)),
        Reason.OTHER_CURRENCY);
    LocalDate until = today.plusDays(stores.pay().rules().of(profile.id()).linkDays());
    Money amount = open.values().stream().reduce(Money.zero(currency), Money::plus);
    KeptLink wanted =
        new KeptLink(
            Ids.next(),
            customerId,
            invoices,
            PaymentLinkState.OPEN,
            amount,
            1,
            until,
            false,
            null,
            by,
            today);
    return shown(profile, states.open(profile.id(), wanted, by, today));
  }

  /**
   * The same for a person, in a transaction of its own.
   *
   * @throws NoLink where there can be none, or nobody could pay there
   */
  public PaymentLink make(String companyId, UUID customerId, Set<UUID> invoiceIds, String by) {
    return stores
        .transactions()
        .in(
            () -> {
              CompanyProfile profile = stores.companies().profile(companyId);
              NoLink.unless(canBeReached(profile), Reason.NO_ADDRESS);
              LocalDate today = stores.companies().businessDate(profile);
              PaymentLink link = open(profile, customerId, invoiceIds, today, by);
              tell(profile, link, today);
              return link;
            });
  }

  private boolean canBeReached(CompanyProfile profile) {
    return address.of("").isPresent() || atProvider.test(profile);
  }

  /** A link leads to one of the provider's own now, within the caller's transaction. */
  void made(CompanyProfile profile, KeptLink link, LocalDate today) {
    tell(profile, shown(profile, link), today);
  }

  /** Lets the programs of its invoices know the address, where the company wants that. */
  private void tell(CompanyProfile profile, PaymentLink link, LocalDate today) {
    if (link.url() == null || !stores.pay().rules().of(profile.id()).writeLinks()) {
      return;
    }
    int generation =
        stores
            .pay()
            .links()
            .find(profile.id(), UUID.fromString(link.id()))
            .map(KeptLink::generation)
            .orElseThrow();
    link.invoiceIds()
        .forEach(
            invoice -> told.linked(profile, UUID.fromString(invoice), link, generation, today));
  }

  /** Lets programs know the addresses of all open links, as far as they were not told them yet. */
  public void tellOpen(CompanyProfile profile, LocalDate today) {
    stores
        .pay()
        .links()
        .latest(profile.id(), true, null, Integer.MAX_VALUE)
        .forEach(link -> tell(profile, shown(profile, link), today));
  }

  /**
   * The address to pay at what a message asks for, within the caller's transaction; empty where
   * payers do not reach the hub, or there can be no one link for these invoices.
   *
   * @throws LinkOnItsWay where the provider is being asked for it
   */
  public Optional<String> forMessage(
      CompanyProfile profile, UUID customerId, Set<UUID> invoiceIds, LocalDate today) {
    if (!canBeReached(profile)) {
      return Optional.empty();
    }
    try {
      PaymentLink link = open(profile, customerId, invoiceIds, today);
      if (link.url() == null
          && stores.pay().providerLinks().isOnItsWay(profile.id(), UUID.fromString(link.id()))) {
        throw new LinkOnItsWay();
      }
      tell(profile, link, today);
      return Optional.ofNullable(link.url());
    } catch (NoLink e) {
      return Optional.empty();
    }
  }

  /**
   * What somebody finds who opens an address, at this moment.
   *
   * @param now by which its last day is over, where the company's business date is no value
   */
  public Visit visit(String token, Instant now) {
    Optional<PayerTokens.Opened> opened = tokens.open(token);
    if (opened.isEmpty()) {
      return new Visit.Gone();
    }
    return stores.transactions().in(() -> visit(opened.get(), now));
  }

  private Visit visit(PayerTokens.Opened opened, Instant now) {
    Optional<CompanyProfile> found = stores.companies().find(opened.companyId());
    if (found.isEmpty()) {
      return new Visit.Gone();
    }
    CompanyProfile profile = found.get();
    LocalDate set = profile.setBusinessDate();
    LocalDate today = set != null ? set : LocalDate.ofInstant(now, profile.company().timeZone());
    return stores
        .pay()
        .links()
        .find(profile.id(), opened.linkId())
        .filter(link -> counts(link, opened))
        .map(link -> asSeen(profile.id(), link, today))
        .filter(link -> counts(link, opened))
        .map(link -> seen(profile, link, today))
        .orElseGet(Visit.Gone::new);
  }

  private static boolean counts(KeptLink link, PayerTokens.Opened opened) {
    return link.generation() == opened.generation() && !link.voided();
  }

  /**
   * Moved on where its invoices stand otherwise; whoever looks waits for nobody who holds it, and
   * sees it as it will be.
   */
  private KeptLink asSeen(String companyId, KeptLink link, LocalDate today) {
    if (states.now(companyId, link, today).equals(link)) {
      return link;
    }
    return stores
        .pay()
        .links()
        .lockFree(companyId, link.id())
        .map(free -> states.asItStands(companyId, free, ACTOR, today))
        .orElseGet(() -> states.now(companyId, link, today));
  }

  /** Its last day counts for a link that was paid as well, else it would show what came later. */
  private Visit seen(CompanyProfile profile, KeptLink link, LocalDate today) {
    PaymentLink shown = shown(profile, link);
    return link.state() == PaymentLinkState.EXPIRED || link.expiresOn().isBefore(today)
        ? new Visit.Expired(profile, link.customerId(), shown)
        : new Visit.Open(profile, link.customerId(), shown);
  }

  /** Looks after a company's open links ({@link LinkStates#settle}). */
  public void settle(String companyId, LocalDate today) {
    states.settle(companyId, today);
  }

  /**
   * Ends one for good: whoever has its address finds nothing there any more.
   *
   * @throws NoLink where there is none, or it ended
   */
  public PaymentLink end(String companyId, UUID id, String by) {
    return person(companyId, id, by, link -> states.voided(companyId, link, by, today(companyId)));
  }

  private PaymentLink person(
      String companyId, UUID id, String by, Function<KeptLink, KeptLink> change) {
    return stores
        .transactions()
        .in(
            () -> {
              KeptLink link =
                  stores
                      .pay()
                      .links()
                      .lock(companyId, id)
                      .map(found -> states.asItStands(companyId, found, by, today(companyId)))
                      .orElseThrow(() -> new NoLink(Reason.NO_LINK));
              NoLink.unless(link.state() == PaymentLinkState.OPEN, Reason.ENDED);
              return shown(stores.companies().profile(companyId), change.apply(link));
            });
  }

  /**
   * Revokes every address of a customer's links that was given out. The links stay, under new
   * addresses.
   */
  public int revoke(String companyId, UUID customerId, String by) {
    return stores
        .transactions()
        .in(() -> states.revoked(companyId, customerId, by, today(companyId)));
  }

  /** Says how a company lets its customers pay; links that are open keep their last days. */
  public void rules(String companyId, Paying paying, String by) {
    stores
        .transactions()
        .run(
            () -> {
              stores.pay().rules().put(companyId, paying);
              stores
                  .journal()
                  .append(
                      companyId,
                      Happening.to("company", companyId, "PAYING_RULES", by, today(companyId), ""));
            });
  }

  /** One, as it stands. */
  public Optional<PaymentLink> find(String companyId, UUID id) {
    return stores
        .pay()
        .links()
        .find(companyId, id)
        .map(link -> shown(stores.companies().profile(companyId), link));
  }

  /** Links as they are shown to those who may pay or see to it that others do. */
  public List<PaymentLink> shown(String companyId, List<KeptLink> links) {
    CompanyProfile profile = stores.companies().profile(companyId);
    List<PaymentLink> shown = new ArrayList<>();
    links.forEach(link -> shown.add(shown(profile, link)));
    return shown;
  }

  private PaymentLink shown(CompanyProfile profile, KeptLink link) {
    KeptLink.AtProvider at = link.atProvider();
    String url =
        link.state() != PaymentLinkState.OPEN
            ? null
            : address
                .of(tokens.of(profile.id(), link.id(), link.generation()))
                .orElse(at == null ? null : at.url());
    return LinkStates.canonical(profile.company(), link, url);
  }

  private LocalDate today(String companyId) {
    return stores.companies().businessDate(stores.companies().profile(companyId));
  }
}
