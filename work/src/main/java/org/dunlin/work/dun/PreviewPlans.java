package org.dunlin.work.dun;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.dunlin.core.dunning.Plan;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.port.Freshness;
import org.dunlin.store.Stores;

/**
 * What goes out in the days to come if nobody pays, and what another plan would change. Nothing is
 * recorded by it. Each day is decided as the real one is, with what keeps a message from its
 * customer and what a person has to approve or has approved. What stops everything now is left
 * aside: the mode, the global stop, statements and readings that are missing today.
 */
public final class PreviewPlans {
  /** So far a preview reaches at most, in days. */
  public static final int MOST_DAYS = 92;

  /** So many actions of what is ahead are told at most. */
  public static final int MOST_SHOWN = 500;

  /** It takes a processor for long: one at a time, whoever asks. */
  private static final Semaphore ONE = new Semaphore(1, true);

  /** So many customers are in memory at one time. */
  private static final int CUSTOMERS = 500;

  private static final Duration MOST_WAIT = Duration.ofSeconds(5);

  private final Stores stores;
  private final SourceHolds sourceHolds;
  private final Semaphore turn;
  private final Duration mostWait;
  private final int customers;

  /** Over these stores. */
  public PreviewPlans(Stores stores) {
    this(stores, ONE, MOST_WAIT, CUSTOMERS);
  }

  /** For whom nobody waits. */
  static PreviewPlans patient(Stores stores) {
    return new PreviewPlans(stores, ONE, Duration.ofHours(1), CUSTOMERS);
  }

  /**
   * @param turn who has it reckons
   * @param mostWait so long it is waited for
   * @param customers so many are in memory at one time
   */
  PreviewPlans(Stores stores, Semaphore turn, Duration mostWait, int customers) {
    this.stores = stores;
    this.customers = customers;
    this.turn = turn;
    this.mostWait = mostWait;
    this.sourceHolds =
        new SourceHolds(stores, Freshness.NONE, SourceHolds.MOST_AGE, Clock.systemUTC());
  }

  /**
   * What is ahead.
   *
   * @param first the business date
   * @param stops what stops everything now and is left aside
   * @param total how many actions there are
   * @param actions the first of them, day by day; what is held is told on the day on which it
   *     became due
   * @param customers those of the actions, by their ids
   * @param numbers of the invoices, by their ids
   */
  public record Ahead(
      LocalDate first,
      LocalDate last,
      Set<HoldReason> stops,
      int total,
      List<Action> actions,
      Map<String, Customer> customers,
      Map<String, String> numbers) {}

  /**
   * What is ahead of a company by the plans in force, for so many days from today on.
   *
   * @throws PlanUnreadable when a plan in force cannot be read
   * @throws PreviewBusy when others have been reckoning for some seconds
   */
  public Ahead ahead(String companyId, int days) {
    return inTurn(
        () -> {
          Foresight foresight = foresight(companyId, days);
          FirstActions actions = new FirstActions(MOST_SHOWN);
          foresight.by(
              foresight.plans(),
              some -> actions.add(withoutPassing(some.actions()), some.customers(), some.open()));
          return new Ahead(
              foresight.first(),
              foresight.last(),
              foresight.stops(),
              actions.total(),
              actions.actions(),
              actions.customers(),
              actions.numbers());
        });
  }

  /**
   * What becomes of a company's reminders by a plan as it would be saved.
   *
   * @param plan takes the place of the one of its id; another is asked first whom it is for
   * @throws PlanUnreadable when a plan in force cannot be read
   * @throws PreviewBusy when others have been reckoning for some seconds
   */
  public PlanEffect effect(String companyId, Plan plan, int days) {
    return inTurn(
        () -> {
          Foresight foresight = foresight(companyId, days);
          return effect(companyId, foresight, foresight.plans().with(plan));
        });
  }

  /**
   * What becomes of them by these plans in this order.
   *
   * @throws org.dunlin.core.dunning.PlanRefused when one of them cannot be read
   * @throws PlanUnreadable when a plan in force cannot be read
   * @throws PreviewBusy when others have been reckoning for some seconds
   */
  public PlanEffect effect(String companyId, List<ChangePlans.Chosen> chosen, int days) {
    return inTurn(() -> effectNow(companyId, chosen, days));
  }

  private <T> T inTurn(Supplier<T> preview) {
    try {
      if (!turn.tryAcquire(mostWait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new PreviewBusy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PreviewBusy();
    }
    try {
      return preview.get();
    } finally {
      turn.release();
    }
  }

  private Foresight foresight(String companyId, int days) {
    return new Foresight(stores, companyId, days, sourceHolds, customers);
  }

  private PlanEffect effectNow(String companyId, List<ChangePlans.Chosen> chosen, int days) {
    Foresight foresight = foresight(companyId, days);
    Set<String> shadow = new HashSet<>();
    List<Plan> plans = new ArrayList<>();
    for (ChangePlans.Chosen each : chosen) {
      plans.add(kept(companyId, each.planId(), foresight.plans()));
      if (each.shadow()) {
        shadow.add(each.planId());
      }
    }
    return effect(companyId, foresight, foresight.plans().instead(plans, shadow));
  }

  private PlanEffect effect(String companyId, Foresight foresight, CompanyPlans then) {
    return PlanEffect.of(
        foresight.first(),
        foresight.last(),
        outline(foresight, foresight.plans()),
        outline(foresight, then),
        ids -> stores.customers().all(companyId, ids));
  }

  private static PlanEffect.Outline outline(Foresight foresight, CompanyPlans plans) {
    PlanEffect.Outline outline = new PlanEffect.Outline(foresight.first());
    foresight.by(plans, some -> withoutPassing(some.actions()).forEach(outline::add));
    return outline;
  }

  private Plan kept(String companyId, String planId, CompanyPlans now) {
    return now.inForce().stream()
        .filter(plan -> plan.id().equals(planId))
        .findFirst()
        .or(
            () ->
                stores
                    .plans()
                    .newest(companyId, planId)
                    .map(version -> PlanText.read(version.yaml(), planId).getFirst()))
        .or(
            () ->
                CompanyPlans.carriedYaml(planId)
                    .map(yaml -> PlanText.read(yaml, planId).getFirst()))
        .orElseThrow(
            () ->
                PlanText.refused(
                    "UNKNOWN_PLAN",
                    "there is no plan " + planId + "; write it first, or name another"));
  }

  /** What is held by the contact policy alone and goes out within the days is no news. */
  private static List<Action> withoutPassing(List<Action> actions) {
    Set<Told> leaves = new HashSet<>();
    for (Action action : actions) {
      if (action.state() != ActionState.HELD) {
        action.items().forEach(item -> leaves.add(new Told(item.invoiceId(), item.step())));
      }
    }
    return actions.stream()
        .filter(
            action ->
                action.state() != ActionState.HELD
                    || action.holds().stream()
                        .anyMatch(hold -> hold.reason() != HoldReason.CONTACT_POLICY)
                    || action.items().stream()
                        .anyMatch(
                            item -> !leaves.contains(new Told(item.invoiceId(), item.step()))))
        .toList();
  }

  private record Told(String invoiceId, String step) {}
}
