package org.dunlin.work.pay;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.connectors.program.Capability;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.pay.ProviderRefund;
import org.dunlin.work.pay.GiveBack.Outcome;

/**
 * What providers are asked to give back, of payments or of credit notes: what was written down is
 * asked for, and what comes of it is written down and noted.
 */
final class GivenAtProvider {
  private final Stores stores;
  private final AtProvider provider;
  private final Of of;

  /** Of what it is given back. */
  enum Of {
    PAYMENT("payment"),
    /** What is asked back takes of it, until the provider refuses. */
    CREDIT_NOTE("invoice");

    private final String kind;

    Of(String kind) {
      this.kind = kind;
    }
  }

  GivenAtProvider(Stores stores, AtProvider provider, Of of) {
    this.stores = stores;
    this.provider = provider;
    this.of = of;
  }

  /** Whether the provider gives anything back. */
  boolean offers(String companyId, String connectionId) {
    return provider.offers(companyId, connectionId).contains(Capability.PAY_REFUND);
  }

  /**
   * Asks for it. No transaction may be open.
   *
   * @param id of the payment or credit note
   * @param written what was written down; empty where nothing is to be given back
   */
  Outcome ask(CompanyProfile profile, UUID id, Optional<ProviderRefund> written, String by) {
    if (written.isEmpty()) {
      return new Outcome.Nothing();
    }
    ProviderRefund refund = written.get();
    Ended ended =
        provider.refund(
            profile.id(),
            refund.connectionId(),
            refund.id(),
            refund.providerKey(),
            refund.amount(),
            profile.company().name());
    return switch (ended) {
      case Ended.Done(String key) -> {
        stores.transactions().run(() -> done(profile, id, refund, key, by));
        yield new Outcome.Done(refund.amount());
      }
      case Ended.Refused(String sentence) -> {
        stores.transactions().run(() -> refused(profile, id, refund, sentence, by));
        yield new Outcome.Refused(sentence);
      }
      case Ended.Unknown unknown -> new Outcome.Unknown();
    };
  }

  private void done(CompanyProfile profile, UUID id, ProviderRefund refund, String key, String by) {
    if (stores.pay().refunds().done(profile.id(), refund.id(), key)) {
      note(profile, id, "PROVIDER_REFUND_DONE", by, key);
    }
  }

  /** A person has looked there, and it was not given back. */
  void notGiven(CompanyProfile profile, UUID id, ProviderRefund refund, String by) {
    refused(profile, id, refund, "a person found that it was not given back", by);
  }

  private void refused(
      CompanyProfile profile, UUID id, ProviderRefund refund, String why, String by) {
    if (!stores.pay().refunds().refused(profile.id(), refund.id(), why)) {
      return;
    }
    if (of == Of.CREDIT_NOTE && stores.pay().refunds().release(profile.id(), refund.id())) {
      stores.invoices().unclaim(profile.id(), id, refund.amount().getAmount());
    }
    note(profile, id, "PROVIDER_REFUND_REFUSED", by, why);
  }

  /** Notes what happened, after which is matched anew. */
  void note(CompanyProfile profile, UUID id, String event, String by, String reason) {
    LocalDate today = stores.companies().businessDate(profile);
    stores.journal().append(profile.id(), Happening.to(of.kind, id, event, by, today, reason));
    stores.companies().addWorkDue(profile.id(), WorkDue.MATCH);
  }
}
