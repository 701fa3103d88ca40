package org.dunlin.work.pay;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.pay.ProviderRefund;
import org.dunlin.store.pay.ProviderRefund.State;
import org.dunlin.store.pay.ProviderRefunds.Left;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Gives back at the provider what came in there and no invoice took, as when something was paid
 * twice. A person says so; of one payment it is done once at most.
 */
public final class GiveBack {
  private final Stores stores;
  private final AtProvider provider;
  private final MoneyMoves moves;
  private final GivenAtProvider given;

  /** Over these stores; given back by this road. */
  public GiveBack(Stores stores, AtProvider provider) {
    this.stores = stores;
    this.provider = provider;
    this.moves = new MoneyMoves(stores, provider);
    this.given = new GivenAtProvider(stores, provider, GivenAtProvider.Of.PAYMENT);
  }

  /**
   * How it stands with a payment.
   *
   * @param offered what can be given back now; absent where nothing can
   * @param latest what was given back, or tried
   * @param again whether the provider may be asked once more for the latest, of which it is not
   *     known what came of it
   * @param mend whether a person may say that the latest did not happen
   */
  public record Standing(
      @Nullable Money offered, @Nullable ProviderRefund latest, boolean again, boolean mend) {
    /** Whether there is nothing to show. */
    public boolean empty() {
      return offered == null && latest == null;
    }
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** The provider gives it back. */
    record Done(Money amount) implements Outcome {}

    /** The provider did not answer; it may be done. */
    record Unknown() implements Outcome {}

    /** The provider does not do it. */
    record Refused(String sentence) implements Outcome {}

    /** Nothing is to be given back there, or it was before. */
    record Nothing() implements Outcome {}

    /** The hub is stopped, or no money may move for the company. */
    record NotNow() implements Outcome {}
  }

  /** How it stands with a payment now. */
  public Standing standing(String companyId, UUID paymentId) {
    ProviderRefund latest = stores.pay().refunds().latest(companyId, paymentId).orElse(null);
    Optional<Left> left =
        stores
            .pay()
            .refunds()
            .left(companyId, paymentId)
            .filter(each -> given.offers(companyId, each.connectionId()));
    if (latest == null || latest.state() == State.REFUSED) {
      return new Standing(left.map(Left::amount).orElse(null), latest, false, false);
    }
    boolean asks = latest.state() == State.ASKED && latest.fresh() && latest.idle();
    boolean mend = !latest.fresh() && !latest.arrived();
    return new Standing(null, latest, asks && left.isPresent(), mend && left.isPresent());
  }

  /** Gives back all that is left of a payment. No transaction may be open. */
  public Outcome give(String companyId, UUID paymentId, String by) {
    CompanyProfile profile = stores.companies().profile(companyId);
    Optional<Left> left = stores.pay().refunds().left(companyId, paymentId);
    if (left.isPresent() && moves.isHeld(profile, left.get().connectionId())) {
      return new Outcome.NotNow();
    }
    Optional<ProviderRefund> asked = stores.transactions().in(() -> ask(profile, paymentId, by));
    Outcome outcome = given.ask(profile, paymentId, asked, by);
    if (outcome instanceof Outcome.Done) {
      asked.ifPresent(refund -> look(companyId, refund));
    }
    return outcome;
  }

  /** What is asked for is committed first; what was asked just now goes on under its id. */
  private Optional<ProviderRefund> ask(CompanyProfile profile, UUID paymentId, String by) {
    String companyId = profile.id();
    stores.refunds().lock(companyId, paymentId, paymentId);
    Standing standing = standing(companyId, paymentId);
    ProviderRefund before = standing.latest();
    if (before != null && standing.again()) {
      stores.pay().refunds().again(companyId, before.id());
      return Optional.of(before);
    }
    Optional<Left> left = stores.pay().refunds().left(companyId, paymentId);
    if (standing.offered() == null || left.isEmpty()) {
      return Optional.empty();
    }
    UUID id = Ids.next();
    if (!stores.pay().refunds().ask(companyId, id, paymentId, left.get(), by, today(profile))) {
      return Optional.empty();
    }
    given.note(profile, paymentId, "PROVIDER_REFUND_ASKED", by, "");
    stores.refunds().forgetSuggestedOf(companyId, paymentId);
    return stores.pay().refunds().latest(companyId, paymentId);
  }

  /** The provider is looked at at once for the money that left. */
  private void look(String companyId, ProviderRefund refund) {
    stores
        .pay()
        .refunds()
        .left(companyId, refund.paymentId())
        .map(Left::attempt)
        .ifPresent(attempt -> provider.look(companyId, refund.connectionId(), attempt));
  }

  /**
   * A person has looked there, and what was asked for did not happen: it may be given back anew.
   *
   * @return false where that is not to be said of it, or not any more
   */
  public boolean notGiven(String companyId, UUID paymentId, String by) {
    CompanyProfile profile = stores.companies().profile(companyId);
    return stores
        .transactions()
        .in(
            () -> {
              stores.refunds().lock(companyId, paymentId, paymentId);
              Standing standing = standing(companyId, paymentId);
              ProviderRefund latest = standing.latest();
              if (latest == null || !standing.mend()) {
                return false;
              }
              given.notGiven(profile, paymentId, latest, by);
              return true;
            });
  }

  private LocalDate today(CompanyProfile profile) {
    return stores.companies().businessDate(profile);
  }
}
