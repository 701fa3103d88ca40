package org.dunlin.work.payer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.MandateScheme;
import org.dunlin.store.Stores;
import org.dunlin.store.payer.PayerVisits.Told;
import org.dunlin.work.debit.Mandates;
import org.dunlin.work.debit.NotTaken;
import org.dunlin.work.debit.SignedMandate;
import org.jspecify.annotations.Nullable;

/**
 * A customer signs on its page that it may be debited, by the words that stood there. Whoever has a
 * link may not be the customer, so the address that is known is told of the signature, once an hour
 * at most.
 */
public final class SignMandate {
  private static final int SHOWN_DIGITS = 4;

  private final Stores stores;
  private final Once once;
  private final Mandates mandates;
  private final PayerMail mail;

  /** Over these stores. */
  public SignMandate(Stores stores) {
    this.stores = stores;
    once = new Once(stores);
    mandates = new Mandates(stores);
    mail = new PayerMail(stores);
  }

  /**
   * What was sent.
   *
   * @param version of the words that stood on the page
   * @param agreed whether the box was ticked
   * @param from the address of the browser
   */
  public record Sent(
      MandateScheme scheme,
      String iban,
      @Nullable String holder,
      String version,
      boolean agreed,
      String from,
      Language language) {}

  /** What this payer may sign: for a business the scheme of businesses as well. */
  public List<Mandates.Offer> offers(Payer payer, Language language) {
    return List.of(MandateScheme.values()).stream()
        .map(scheme -> mandates.offer(payer.companyId(), payer.customerId(), scheme, language))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Keeps what was signed, with its proof; false where this form did before.
   *
   * @throws NotDone when it is not signed, cannot be, or the words were others
   */
  public boolean sign(Payer payer, PayerForm form, Sent sent, Instant now) {
    NotDone.unless(sent.agreed(), NotDone.Reason.NOT_AGREED);
    Mandates.Offer offer =
        mandates
            .offer(payer.companyId(), payer.customerId(), sent.scheme(), sent.language())
            .filter(found -> found.version().equals(sent.version()))
            .orElseThrow(() -> new NotDone(NotDone.Reason.OLD_FORM));
    try {
      return once.run(payer, form, () -> signNow(payer, sent, offer, now));
    } catch (NotTaken e) {
      throw NotDone.of(e.refusal());
    }
  }

  private void signNow(Payer payer, Sent sent, Mandates.Offer offer, Instant now) {
    Customer customer =
        stores
            .customers()
            .find(payer.companyId(), payer.customerId())
            .orElseThrow(() -> new NotDone(NotDone.Reason.NOT_OPEN));
    String holder = sent.holder();
    mandates.sign(
        payer.companyId(),
        payer.customerId(),
        new SignedMandate(
            sent.scheme(),
            sent.iban(),
            null,
            holder == null ? customer.name() : holder,
            now,
            sent.from(),
            offer.text().text(),
            offer.version(),
            sent.language()));
    String known = customer.email();
    if (known != null
        && stores.payer().visits().tell(payer.companyId(), payer.customerId(), Told.MANDATE)) {
      Language language = PayerLanguage.of(stores, payer.profile(), payer.customerId());
      String company = payer.profile().company().name();
      mail.send(
          payer.profile(),
          payer.customerId(),
          known,
          new PayerMail.Written(
              PayerMail.say(language, "mandate.subject", company),
              List.of(
                  PayerMail.say(language, "told.greeting", customer.name()),
                  PayerMail.say(language, "mandate.what", company, ending(sent.iban())),
                  PayerMail.say(language, "told.not-you")),
              null));
    }
  }

  /** Its last digits, by which its owner knows the account and nobody else does. */
  private static String ending(String iban) {
    String bare = iban.replaceAll("[^A-Za-z0-9]", "");
    return bare.substring(Math.max(0, bare.length() - SHOWN_DIGITS));
  }
}
