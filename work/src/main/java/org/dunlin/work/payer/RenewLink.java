package org.dunlin.work.payer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.journal.Happening;
import org.dunlin.work.pay.PaymentLinks;
import org.dunlin.work.pay.Visit;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Sends a new link in place of an expired one, to the address that the company knows and to no
 * other, at most once an hour. Whoever asks learns nothing of whether there is such an address.
 */
public final class RenewLink {
  private final Stores stores;
  private final PaymentLinks links;
  private final PayerMail mail;

  /** Over these stores and links. */
  public RenewLink(Stores stores, PaymentLinks links) {
    this.stores = stores;
    this.links = links;
    mail = new PayerMail(stores);
  }

  /** Does it where there is something to pay and an address to which it goes. */
  public void renew(Visit.Expired visit) {
    CompanyProfile profile = visit.profile();
    UUID customerId = stores.customerLinks().leader(profile.id(), visit.customerId());
    stores
        .transactions()
        .run(
            () ->
                stores
                    .customers()
                    .find(profile.id(), customerId)
                    .ifPresent(customer -> renewNow(profile, customer, visit.link())));
    stores.wakeups().wake(Stage.DELIVER);
  }

  private void renewNow(CompanyProfile profile, Customer customer, PaymentLink old) {
    UUID customerId = UUID.fromString(customer.id());
    String known = customer.email();
    Set<UUID> open = stillOpen(profile.id(), customerId, old);
    if (known == null
        || open.isEmpty()
        || stores.outbox().isRefused(profile.id(), known)
        || !stores.payer().visits().renew(profile.id(), customerId)) {
      return;
    }
    LocalDate today = stores.companies().businessDate(profile);
    PaymentLink link = links.open(profile, customerId, open, today);
    String url = link.url();
    if (url == null) {
      return;
    }
    Language language = PayerLanguage.of(stores, profile, customerId);
    String company = profile.company().name();
    mail.send(
        profile,
        customerId,
        known,
        new PayerMail.Written(
            PayerMail.say(language, "link.subject", company),
            List.of(
                PayerMail.say(language, "told.greeting", customer.name()),
                PayerMail.say(language, "link.what", company)),
            new PayerMail.Button(PayerMail.say(language, "link.button"), url)));
    stores
        .journal()
        .append(
            profile.id(),
            Happening.to(
                "customer",
                customerId,
                "PAYER_LINK_RENEWED",
                Payer.ACTOR,
                today,
                "payment link " + link.id()));
  }

  /** Of the invoices of the old link; where nothing is open of them, of all, in one currency. */
  private Set<UUID> stillOpen(String companyId, UUID customerId, PaymentLink old) {
    Map<UUID, Money> all = stores.talk().standstills().open(companyId, customerId, List.of());
    Set<UUID> same = new TreeSet<>();
    Set<UUID> others = new TreeSet<>();
    CurrencyUnit currency = old.amount().getCurrencyUnit();
    all.forEach(
        (id, open) -> {
          if (open.getCurrencyUnit().equals(currency)) {
            (old.invoiceIds().contains(id.toString()) ? same : others).add(id);
          }
        });
    return same.isEmpty() ? others : same;
  }
}
