package org.dunlin.work.dialogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.agreement.Progress;
import org.dunlin.core.agreement.Seen;
import org.dunlin.core.agreement.Watch;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Arrangement;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Promise;
import org.dunlin.store.Stores;
import org.dunlin.store.dialogue.Standstill;
import org.dunlin.store.dialogue.StandstillKind;
import org.dunlin.store.dialogue.StandstillState;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Finds out each business day, after what came in was matched, what became of that which stands:
 * what was kept and what was broken, holds whose day is past, disputes whose credit is in the
 * books.
 */
public final class WatchStandstills {
  private static final String ACTOR = "dun";

  private final Stores stores;
  private final Company company;
  private final LocalDate today;
  private final Saying saying;

  /** Over these stores, on the company's business date. */
  public WatchStandstills(Stores stores, Company company, LocalDate today) {
    this.stores = stores;
    this.company = company;
    this.today = today;
    saying = new Saying(stores);
  }

  /**
   * Looks through all that stands, in the caller's transaction.
   *
   * @param covered the last day that the statements of each account cover
   * @param undecided invoices that money which is there or on its way could settle: of those
   *     nothing is broken before that is decided
   */
  public void watch(Map<String, LocalDate> covered, Set<String> undecided) {
    Seen seen = new Seen(today, coveredTo(covered));
    List<Standstill> standing = stores.talk().standstills().standing(company.id());
    Map<UUID, Progress> progress = stores.talk().standstills().progress(company.id(), standing);
    Map<UUID, Money> still = Standing.stillContested(stores, company.id(), standing);
    for (Standstill each : standing) {
      next(each, Optional.ofNullable(progress.get(each.id())), seen, undecided)
          .or(() -> credited(each, still.get(each.id())))
          .ifPresent(
              state ->
                  saying.moved(company.id(), each, state, each.words().outcome(), ACTOR, today));
    }
  }

  private Optional<StandstillState> next(
      Standstill each, Optional<Progress> progress, Seen seen, Set<String> undecided) {
    return switch (each.state()) {
      case OPEN ->
          switch (each.kind()) {
            case PROMISE -> progress.flatMap(how -> became(each, how, seen, undecided));
            case HOLD -> past(each);
            case DISPUTE, ARRANGEMENT -> Optional.empty();
          };
      case AGREED -> progress.flatMap(how -> became(each, how, seen, undecided));
      case ACCEPTED ->
          progress.filter(how -> !how.now().isPositive()).map(how -> StandstillState.CREDITED);
      case PROPOSED, KEPT, BROKEN, WITHDRAWN, REJECTED, CREDITED, REFUSED, LIFTED, ENDED ->
          Optional.empty();
    };
  }

  private Optional<StandstillState> became(
      Standstill each, Progress progress, Seen seen, Set<String> undecided) {
    Money tolerance = tolerance(progress.before().getCurrencyUnit());
    StandstillState state =
        each.kind() == StandstillKind.PROMISE
            ? StandstillState.valueOf(
                Watch.promise((Promise) each.record(), progress, seen, tolerance).name())
            : StandstillState.valueOf(
                Watch.arrangement((Arrangement) each.record(), progress, seen, tolerance).name());
    boolean early =
        state == StandstillState.BROKEN
            && each.invoices().stream().anyMatch(id -> undecided.contains(id.toString()));
    return state == each.state() || early ? Optional.empty() : Optional.of(state);
  }

  private Optional<StandstillState> past(Standstill hold) {
    LocalDate on = hold.on();
    return on != null && on.isBefore(today) ? Optional.of(StandstillState.ENDED) : Optional.empty();
  }

  private static Optional<StandstillState> credited(Standstill each, @Nullable Money still) {
    return each.state() == StandstillState.ACCEPTED && still != null && still.isZero()
        ? Optional.of(StandstillState.CREDITED)
        : Optional.empty();
  }

  private Money tolerance(CurrencyUnit currency) {
    return company.tolerance().getOrDefault(currency, Money.zero(currency));
  }

  /** The day to which every account is covered; none where one is not. */
  private @Nullable LocalDate coveredTo(Map<String, LocalDate> covered) {
    LocalDate earliest = null;
    for (AccountId account : company.accounts()) {
      LocalDate to = covered.get(account.key());
      if (to == null) {
        return null;
      }
      earliest = earliest == null || to.isBefore(earliest) ? to : earliest;
    }
    return earliest;
  }
}
