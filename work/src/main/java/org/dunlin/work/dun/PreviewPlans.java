package org.dunlin.work.dun;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.dunlin.core.dunning.DunningDays;
import org.dunlin.core.dunning.Plan;
import org.dunlin.core.matching.OpenDocument;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.port.Freshness;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.work.dialogue.Standing;

/**
 * What goes out in the days to come if nobody pays, and what another plan would change. Nothing is
 * recorded by it. Each day is decided as the real one is, with what keeps a message from its
 * customer and what a person has to approve or has approved. What stops everything now is left
 * aside: the mode, the global stop, statements and readings that are missing today.
 */
public final class PreviewPlans {
  /** So far a preview reaches at most, in days. */
  public static final int MOST_DAYS = 92;

  /** All facts of a company are in memory meanwhile: one at a time, whoever asks. */
  private static final Semaphore ONE = new Semaphore(1, true);

  private static final Duration MOST_WAIT = Duration.ofSeconds(5);

  private final Stores stores;
  private final SourceHolds sourceHolds;
  private final Semaphore turn;
  private final Duration mostWait;

  /** Over these stores. */
  public PreviewPlans(Stores stores) {
    this(stores, ONE, MOST_WAIT);
  }

  /**
   * @param turn who has it reckons
   * @param mostWait so long it is waited for
   */
  PreviewPlans(Stores stores, Semaphore turn, Duration mostWait) {
    this.stores = stores;
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
   * @param actions day by day; what is held is told on the day on which it became due
   * @param customers those of the actions, by their ids
   * @param numbers of the invoices, by their ids
   */
  public record Ahead(
      LocalDate first,
      LocalDate last,
      Set<HoldReason> stops,
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
          Scene scene = new Scene(companyId, days);
          return scene.ahead(scene.facts.plans());
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
          Scene scene = new Scene(companyId, days);
          CompanyPlans now = scene.facts.plans();
          return PlanEffect.of(scene.ahead(now), scene.ahead(now.with(plan)));
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

  private PlanEffect effectNow(String companyId, List<ChangePlans.Chosen> chosen, int days) {
    Scene scene = new Scene(companyId, days);
    Set<String> shadow = new HashSet<>();
    List<Plan> plans = new ArrayList<>();
    for (ChangePlans.Chosen each : chosen) {
      plans.add(kept(companyId, each.planId(), scene.facts.plans()));
      if (each.shadow()) {
        shadow.add(each.planId());
      }
    }
    CompanyPlans then = scene.facts.plans().instead(plans, shadow);
    return PlanEffect.of(scene.ahead(scene.facts.plans()), scene.ahead(then));
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

  /** One company's facts as they are now. */
  private final class Scene {
    private final CompanyProfile profile;
    private final LocalDate first;
    private final LocalDate last;
    private final GatheredFacts facts;
    private final Standing standing;

    Scene(String companyId, int days) {
      profile = stores.companies().profile(companyId);
      first = stores.companies().businessDate(profile);
      last = first.plusDays(days - 1L);
      facts = CompanyDay.of(stores, profile, first, sourceHolds).all();
      standing = Standing.of(stores, companyId, first);
    }

    Ahead ahead(CompanyPlans plans) {
      GatheredFacts foreseen = facts.foreseen(plans).with(standing);
      List<Action> actions = new ArrayList<>();
      DayDecisions decisions = new DayDecisions(stores, profile, plans);
      new DunningDays(
              foreseen.facts(stores),
              List.of(),
              List.of(),
              action -> decisions.foreseen(action, foreseen.customers()))
          .each(first, last, actions::add);
      Map<String, Customer> customers = new HashMap<>();
      Map<String, String> numbers = new HashMap<>();
      for (Action action : actions) {
        customers.put(
            action.customerId(),
            Objects.requireNonNull(foreseen.customers().get(action.customerId())));
        action
            .items()
            .forEach(
                item -> {
                  OpenDocument open = foreseen.open().get(item.invoiceId());
                  numbers.put(item.invoiceId(), open == null ? "" : open.document().number());
                });
      }
      return new Ahead(first, last, stops(), withoutPassing(actions), customers, numbers);
    }

    private Set<HoldReason> stops() {
      Set<HoldReason> stops = new TreeSet<>();
      facts.holds().stream()
          .filter(hold -> hold.customerId() == null && hold.invoiceId() == null)
          .forEach(hold -> stops.add(hold.reason()));
      return stops;
    }
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
