package org.dunlin.work.payer;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.core.model.PaymentLinkState;
import org.dunlin.store.Stores;
import org.dunlin.work.pay.Checkouts;
import org.dunlin.work.pay.NoLink;
import org.dunlin.work.pay.PaymentLinks;
import org.dunlin.work.pay.Started;
import org.dunlin.work.pay.Visit;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A customer pays online what it chose on its page: by the link that was opened where that is for
 * it, else by the one link that there is for just these invoices.
 */
public final class PayOnline {
  private final Stores stores;
  private final PaymentLinks links;
  private final Checkouts checkouts;

  /** Over these stores, links and attempts to pay. */
  public PayOnline(Stores stores, PaymentLinks links, Checkouts checkouts) {
    this.stores = stores;
    this.links = links;
    this.checkouts = checkouts;
  }

  /**
   * Begins an attempt to pay. No transaction may be open.
   *
   * @param invoices which, all of one currency
   * @param part how much of what is open; absent: all of it
   * @throws NotDone where one of them is not the payer's own and open, or the part is none
   */
  public Started pay(
      Payer payer, List<UUID> invoices, @Nullable PartAmount part, Language language) {
    NotDone.unless(!invoices.isEmpty(), NotDone.Reason.NOT_OPEN);
    Chosen chosen = stores.transactions().in(() -> chosen(payer, new TreeSet<>(invoices), part));
    String url = chosen.visit().link().url();
    if (url == null) {
      throw new NotDone(NotDone.Reason.NOT_OPEN);
    }
    URI back = URI.create(url + "/back?lang=" + language.code());
    return checkouts.start(chosen.visit(), chosen.amount(), chosen.invoices(), back, language);
  }

  /** A part of what is open, as it was typed. */
  public record PartAmount(BigDecimal amount) {}

  private record Chosen(Visit.Open visit, Set<UUID> invoices, Money amount) {}

  private Chosen chosen(Payer payer, Set<UUID> invoices, @Nullable PartAmount part) {
    Map<UUID, Money> open = OwnInvoices.needed(stores, payer, List.copyOf(invoices));
    CurrencyUnit currency = open.values().iterator().next().getCurrencyUnit();
    NotDone.unless(
        open.values().stream().allMatch(each -> each.getCurrencyUnit().equals(currency)),
        NotDone.Reason.OTHER_CURRENCY);
    Money all = open.values().stream().reduce(Money.zero(currency), Money::plus);
    Money amount = part == null ? all : amount(payer, all, part);
    return new Chosen(visit(payer, invoices), invoices, amount);
  }

  private Money amount(Payer payer, Money all, PartAmount part) {
    NotDone.unless(
        part.amount().signum() > 0
            && part.amount().stripTrailingZeros().scale()
                <= all.getCurrencyUnit().getDecimalPlaces(),
        NotDone.Reason.WRONG_AMOUNT);
    Money amount = Money.of(all.getCurrencyUnit(), part.amount());
    NotDone.unless(!amount.isGreaterThan(all), NotDone.Reason.MORE_THAN_OPEN);
    NotDone.unless(
        amount.isEqual(all) || stores.pay().rules().of(payer.companyId()).partPayments(),
        NotDone.Reason.NO_PARTS);
    return amount;
  }

  private Visit.Open visit(Payer payer, Set<UUID> invoices) {
    Visit.Open opened = payer.visit();
    if (opened.link().state() == PaymentLinkState.OPEN && payer.linked().containsAll(invoices)) {
      return opened;
    }
    try {
      PaymentLink link = links.open(payer.profile(), payer.customerId(), invoices, payer.today());
      return new Visit.Open(payer.profile(), payer.customerId(), link);
    } catch (NoLink e) {
      throw new NotDone(NotDone.Reason.NOT_OPEN);
    }
  }
}
