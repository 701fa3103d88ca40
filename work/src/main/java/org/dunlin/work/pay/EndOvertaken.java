package org.dunlin.work.pay;

import java.util.Optional;
import org.dunlin.core.model.CheckoutState;
import org.dunlin.store.Stores;
import org.dunlin.store.pay.KeptCheckout;
import org.dunlin.store.pay.OvertakenCheckouts.Overtaken;

/**
 * Ends attempts at their providers whose invoices were settled otherwise meanwhile, so that nobody
 * pays twice who left the page of the provider open.
 */
public final class EndOvertaken {
  private final Stores stores;
  private final AtProvider provider;
  private final CheckoutNews news;

  /** Over these stores; ended at providers by this road. */
  public EndOvertaken(Stores stores, AtProvider provider) {
    this.stores = stores;
    this.provider = provider;
    news = new CheckoutNews(stores);
  }

  /**
   * Ends one. No transaction may be open.
   *
   * @return whether there was one
   */
  public boolean next() {
    Optional<Overtaken> taken = stores.transactions().in(() -> stores.pay().overtaken().take());
    taken.ifPresent(this::end);
    return taken.isPresent();
  }

  private void end(Overtaken taken) {
    KeptCheckout kept = stores.pay().checkouts().find(taken.companyId(), taken.id()).orElseThrow();
    KeptCheckout.Place place = kept.place();
    if (place == null) {
      stores.transactions().run(() -> stores.pay().overtaken().leave(taken));
      return;
    }
    Ended ended =
        taken.ownLink()
            ? provider.cancelLink(taken.companyId(), kept.connectionId(), kept.id(), place.id())
            : provider.cancel(taken.companyId(), kept.connectionId(), kept.id(), place.id());
    switch (ended) {
      case Ended.Done done -> stores.transactions().run(() -> ended(taken));
      // What it cannot end, or has ended or taken already, it tells of itself.
      case Ended.Refused refused ->
          stores.transactions().run(() -> stores.pay().overtaken().leave(taken));
      case Ended.Unknown unknown -> {} // it is tried again
    }
  }

  private void ended(Overtaken taken) {
    stores
        .pay()
        .checkouts()
        .lock(taken.companyId(), taken.id())
        .filter(kept -> CheckoutNews.isNext(kept.state(), CheckoutState.CANCELLED))
        .ifPresent(
            kept ->
                news.move(
                    taken.companyId(),
                    kept,
                    CheckoutState.CANCELLED,
                    null,
                    "what it was for is settled otherwise",
                    LinkStates.ACTOR));
  }
}
