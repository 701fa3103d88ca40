package org.dunlin.work.pay;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.model.Checkout;
import org.dunlin.core.model.CheckoutState;
import org.dunlin.store.Stores;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.pay.KeptCheckout;
import org.dunlin.store.pay.KeptCheckout.Place;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of attempts to pay, each step in the caller's transaction and in the journal. An
 * attempt moves on and never back: what a provider says may come late, twice, or in another order.
 */
public final class CheckoutNews {
  private static final String ACTOR = LinkStates.ACTOR;

  private final Stores stores;

  /** Over these stores. */
  public CheckoutNews(Stores stores) {
    this.stores = stores;
  }

  /**
   * What a provider says of an attempt; what the hub did not begin at this connection, or knows
   * already, changes nothing.
   */
  public void told(String companyId, String connectionId, Checkout said) {
    Optional<KeptCheckout> known =
        attempt(said.reference())
            .or(() -> stores.pay().providerLinks().named(companyId, connectionId, said.id()))
            .flatMap(id -> stores.pay().checkouts().lock(companyId, id))
            .filter(kept -> kept.connectionId().equals(connectionId));
    if (known.isEmpty() || isOfOneVisit(companyId, known.get(), said)) {
      return;
    }
    KeptCheckout kept = known.get();
    if (isNext(kept.state(), said.state())) {
      move(companyId, kept, said.state(), said.method(), null, ACTOR);
    } else if (kept.state() == said.state() && kept.method() == null && said.method() != null) {
      stores.pay().checkouts().move(companyId, kept.id(), said.state(), said.method(), null);
    }
  }

  /**
   * Whether it is said of one visit to a link of the provider's own, which can be paid at another
   * visit still.
   */
  private boolean isOfOneVisit(String companyId, KeptCheckout kept, Checkout said) {
    Place place = kept.place();
    boolean another = place == null || !place.id().equals(said.id());
    return another
        && kept.state() == CheckoutState.OPEN
        && switch (said.state()) {
          case OPEN, FAILED, EXPIRED, CANCELLED -> true;
          case PENDING, PAID -> false;
        }
        && stores.pay().providerLinks().isOwn(companyId, kept.id());
  }

  /** Moves one on; a locked one that is not there yet. */
  void move(
      String companyId,
      KeptCheckout kept,
      CheckoutState to,
      @Nullable String method,
      @Nullable String why,
      String by) {
    stores.pay().checkouts().move(companyId, kept.id(), to, method, why);
    Place place = kept.place();
    if (place != null && isOver(to)) {
      stores.pay().providerLinks().forget(companyId, kept.linkId(), place.id());
    }
    LocalDate today = stores.companies().businessDate(stores.companies().profile(companyId));
    boolean one = kept.invoices().size() == 1;
    UUID invoice = kept.invoices().keySet().iterator().next();
    stores
        .journal()
        .append(
            companyId,
            new Happening(
                today,
                by,
                one ? "invoice" : "customer",
                (one ? invoice : kept.customerId()).toString(),
                "CHECKOUT_" + to,
                why,
                null,
                canonical(kept, to, method),
                null));
    if (to == CheckoutState.PAID) {
      stores.companies().addWorkDue(companyId, WorkDue.MATCH);
    }
    stores.companies().addWorkDue(companyId, WorkDue.DUN);
  }

  /** Whether it is further than where it stands: paid at last is paid, whatever was said before. */
  static boolean isNext(CheckoutState from, CheckoutState to) {
    return rank(to) > rank(from);
  }

  private static boolean isOver(CheckoutState state) {
    return switch (state) {
      case OPEN, PENDING, PAID -> false;
      case FAILED, EXPIRED, CANCELLED -> true;
    };
  }

  private static int rank(CheckoutState state) {
    return switch (state) {
      case OPEN -> 0;
      case PENDING -> 1;
      case FAILED, EXPIRED, CANCELLED -> 2;
      case PAID -> 3;
    };
  }

  private static Checkout canonical(
      KeptCheckout kept, CheckoutState state, @Nullable String method) {
    Place place = kept.place();
    return new Checkout(
        place == null ? kept.id().toString() : place.id(),
        kept.id().toString(),
        state,
        kept.amount(),
        method == null ? kept.method() : method,
        place == null ? null : place.expiresAt());
  }

  /** The attempt that a reference means; empty where it cannot be one of the hub's. */
  public static Optional<UUID> attempt(String reference) {
    try {
      return Optional.of(UUID.fromString(reference));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
