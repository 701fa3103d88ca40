package org.dunlin.work.pay;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.core.model.PaymentLinkState;
import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.pay.KeptLink;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What becomes of payment links, each step in the caller's transaction and in the journal. */
public final class LinkStates {
  static final String ACTOR = "links";

  private final Stores stores;

  /** Over these stores. */
  public LinkStates(Stores stores) {
    this.stores = stores;
  }

  /**
   * Looks after a company's open links: those of which nothing is open any more end, the amount of
   * the others follows what is open, and those whose last day is over expire.
   */
  public void settle(String companyId, LocalDate today) {
    lookAfter(companyId, stores.pay().links().outdated(companyId, today), today);
  }

  /** Looks after the open links of these invoices. */
  public void settle(String companyId, Collection<UUID> invoices, LocalDate today) {
    if (!invoices.isEmpty()) {
      lookAfter(companyId, stores.pay().links().open(companyId, invoices), today);
    }
  }

  private void lookAfter(String companyId, List<UUID> links, LocalDate today) {
    for (UUID id : links) {
      stores
          .pay()
          .links()
          .lock(companyId, id)
          .ifPresent(link -> asItStands(companyId, link, ACTOR, today));
    }
  }

  /**
   * The open one of the set that is wanted: the one that there is, the latest where that can open
   * again, or the one that is wanted.
   */
  KeptLink open(String companyId, KeptLink wanted, String by, LocalDate today) {
    for (int tried = 0; tried < 3; tried++) {
      Optional<KeptLink> there =
          stores
              .pay()
              .links()
              .ofSet(companyId, wanted.invoices())
              .flatMap(found -> stores.pay().links().lock(companyId, found.id()))
              .map(found -> asItStands(companyId, found, by, today))
              .filter(found -> found.state() == PaymentLinkState.OPEN);
      if (there.isPresent()) {
        return putOff(companyId, there.get(), wanted.expiresOn(), by, today);
      }
      if (stores.pay().links().add(companyId, wanted)) {
        note(companyId, null, wanted, "PAYMENT_LINK_MADE", by, today);
        return wanted;
      }
    }
    throw new IllegalStateException("links for the same invoices come and go all the time");
  }

  private KeptLink putOff(
      String companyId, KeptLink link, LocalDate until, String by, LocalDate today) {
    if (!until.isAfter(link.expiresOn())) {
      return link;
    }
    KeptLink longer = with(link, PaymentLinkState.OPEN, link.amount(), link.generation(), until);
    stores.pay().links().change(companyId, longer, by, today);
    return longer;
  }

  /**
   * A locked link as its invoices stand now: over, settled, of another amount, or open again where
   * they are, as after a payment that bounced.
   */
  KeptLink asItStands(String companyId, KeptLink link, String by, LocalDate today) {
    KeptLink now = now(companyId, link, today);
    return now.equals(link) ? link : moved(companyId, link, now, by, today);
  }

  /** A link as its invoices stand now, whatever is written of it; nothing is held or changed. */
  KeptLink now(String companyId, KeptLink link, LocalDate today) {
    if (link.voided() || link.state() == PaymentLinkState.EXPIRED) {
      return link;
    }
    if (link.expiresOn().isBefore(today)) {
      return link.state() == PaymentLinkState.OPEN
          ? as(link, PaymentLinkState.EXPIRED, link.amount())
          : link;
    }
    Money open =
        stores
            .talk()
            .standstills()
            .open(companyId, link.customerId(), link.invoices())
            .values()
            .stream()
            .reduce(Money.zero(link.amount().getCurrencyUnit()), Money::plus);
    if (link.state() == PaymentLinkState.OPEN) {
      return open.isZero()
          ? as(link, settledState(companyId, link), link.amount())
          : as(link, PaymentLinkState.OPEN, open);
    }
    return open.isPositive() && isLatest(companyId, link)
        ? as(link, PaymentLinkState.OPEN, open)
        : link;
  }

  /** The provider's own link is for one amount: another is another link there. */
  private static KeptLink as(KeptLink link, PaymentLinkState state, Money amount) {
    boolean other = state != PaymentLinkState.OPEN || !amount.isEqual(link.amount());
    return link.atProvider() != null && other
        ? at(with(link, state, amount, link.generation() + 1, link.expiresOn()), null)
        : with(link, state, amount, link.generation(), link.expiresOn());
  }

  /** It leads to a link of the provider's own from now on. */
  void leads(String companyId, KeptLink link, KeptLink.AtProvider to, LocalDate today) {
    stores.pay().links().change(companyId, at(link, to), ACTOR, today);
  }

  private static KeptLink at(KeptLink link, KeptLink.@Nullable AtProvider to) {
    return new KeptLink(
        link.id(),
        link.customerId(),
        link.invoices(),
        link.state(),
        link.amount(),
        link.generation(),
        link.expiresOn(),
        link.voided(),
        to,
        link.madeBy(),
        link.madeOn());
  }

  private boolean isLatest(String companyId, KeptLink link) {
    return stores
        .pay()
        .links()
        .ofSet(companyId, link.invoices())
        .filter(latest -> latest.id().equals(link.id()))
        .isPresent();
  }

  private PaymentLinkState settledState(String companyId, KeptLink link) {
    return stores.pay().checkouts().paid(companyId, link.id())
        ? PaymentLinkState.PAID
        : PaymentLinkState.VOID;
  }

  KeptLink voided(String companyId, KeptLink link, String by, LocalDate today) {
    KeptLink ended =
        new KeptLink(
            link.id(),
            link.customerId(),
            link.invoices(),
            PaymentLinkState.VOID,
            link.amount(),
            link.generation() + 1,
            link.expiresOn(),
            true,
            null,
            link.madeBy(),
            link.madeOn());
    stores.pay().links().change(companyId, ended, by, today);
    withdraw(companyId, link.id());
    note(companyId, link, ended, "PAYMENT_LINK_VOID", by, today);
    return ended;
  }

  /** What programs were to be told of it, and have not been told yet. */
  private void withdraw(String companyId, UUID linkId) {
    for (UUID effect : stores.writeBacks().ofLink(companyId, linkId)) {
      stores
          .outbox()
          .change(
              companyId,
              effect,
              EffectState.PENDING,
              EffectState.CANCELLED,
              "The payment link has ended.");
    }
  }

  int revoked(String companyId, UUID customerId, String by, LocalDate today) {
    int revoked = stores.pay().links().revoke(companyId, customerId, by, today);
    if (revoked > 0) {
      stores
          .journal()
          .append(
              companyId,
              Happening.to("customer", customerId, "PAYMENT_LINKS_REVOKED", by, today, ""));
    }
    return revoked;
  }

  private KeptLink moved(
      String companyId, KeptLink link, KeptLink now, String by, LocalDate today) {
    stores.pay().links().change(companyId, now, by, today);
    if (now.state() != PaymentLinkState.OPEN || now.generation() != link.generation()) {
      withdraw(companyId, link.id());
    }
    if (now.state() != link.state()) {
      note(companyId, link, now, "PAYMENT_LINK_" + now.state(), by, today);
    }
    return now;
  }

  private static KeptLink with(
      KeptLink link, PaymentLinkState state, Money amount, int generation, LocalDate expiresOn) {
    return new KeptLink(
        link.id(),
        link.customerId(),
        link.invoices(),
        state,
        amount,
        generation,
        expiresOn,
        link.voided(),
        link.atProvider(),
        link.madeBy(),
        link.madeOn());
  }

  private void note(
      String companyId,
      @Nullable KeptLink before,
      KeptLink after,
      String event,
      String by,
      LocalDate today) {
    Company company = stores.companies().profile(companyId).company();
    boolean one = after.invoices().size() == 1;
    stores
        .journal()
        .append(
            companyId,
            new Happening(
                today,
                by,
                one ? "invoice" : "customer",
                (one ? after.invoices().getFirst() : after.customerId()).toString(),
                event,
                null,
                before == null ? null : canonical(company, before, null),
                canonical(company, after, null),
                null));
  }

  /** The link in its canonical form; journals never tell the address. */
  static PaymentLink canonical(Company company, KeptLink link, @Nullable String url) {
    return new PaymentLink(
        link.id().toString(),
        link.customerId().toString(),
        link.invoices().stream().map(UUID::toString).toList(),
        link.amount(),
        url,
        link.state(),
        link.expiresOn().plusDays(1).atStartOfDay(company.timeZone()).toInstant());
  }
}
