package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dunlin.core.dunning.Plan;
import org.dunlin.core.dunning.StandardPlan;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.dunning.PlanBook;
import org.dunlin.store.dunning.PlanBook.InForce;
import org.dunlin.store.journal.Happening;
import org.jspecify.annotations.Nullable;

/**
 * A person writes plans and says which are in force. Nothing that was done is done again by it: a
 * step is known by its id, whichever plan it was of.
 */
public final class ChangePlans {
  private final Stores stores;

  /** Over these stores. */
  public ChangePlans(Stores stores) {
    this.stores = stores;
  }

  /**
   * A plan as it was saved.
   *
   * @param inForce whether customers are dunned by it from now on
   */
  public record Saved(String planId, int version, boolean inForce) {}

  /**
   * A plan that is to be in force.
   *
   * @param shadow whether it decides and sends nothing
   */
  public record Chosen(String planId, boolean shadow) {}

  /**
   * Saves a plan as a new version; where it is in force, the new version is from now on.
   *
   * @param planId which plan was changed; null: a new one
   * @param readVersion which version was changed; 0: the one that is brought along; null: whichever
   * @param choose whether it comes into force, before all others, where it is not
   * @throws org.dunlin.core.dunning.PlanRefused at the first thing that cannot be taken
   * @throws PlanNotTaken when it cannot be taken all the same
   */
  public Saved save(
      String companyId,
      @Nullable String planId,
      @Nullable Integer readVersion,
      String yaml,
      boolean choose,
      String by) {
    Plan plan = PlanText.plan(yaml, planId);
    return changing(
        companyId, () -> saveNow(companyId, plan, planId, readVersion, yaml, choose, by));
  }

  private Saved saveNow(
      String companyId,
      Plan plan,
      @Nullable String planId,
      @Nullable Integer readVersion,
      String yaml,
      boolean choose,
      String by) {
    int newest =
        stores.plans().newest(companyId, plan.id()).map(PlanBook.Version::version).orElse(0);
    if (planId == null && newest > 0) {
      throw PlanText.refused(
          "TAKEN_ID", "there is a plan " + plan.id() + " already; give the new one another id");
    }
    if (readVersion != null && readVersion != newest) {
      throw PlanText.refused(
          "CHANGED_MEANWHILE", "somebody has saved this plan since you read it; read it again");
    }
    int version = stores.plans().add(companyId, plan.id(), yaml, by, today(companyId));
    List<InForce> plans = new ArrayList<>(inForce(companyId, plan.id(), by));
    InForce changed = new InForce(plan.id(), version, yaml, false);
    plans.replaceAll(
        each ->
            each.planId().equals(plan.id())
                ? new InForce(plan.id(), version, yaml, each.shadow())
                : each);
    boolean inForce = plans.stream().anyMatch(each -> each.planId().equals(plan.id()));
    if (choose && !inForce) {
      plans.addFirst(changed);
      inForce = true;
    }
    if (inForce) {
      stores.plans().putInForce(companyId, plans);
    }
    note(companyId, "PLAN_SAVED", plan.id() + ", version " + version, by);
    return new Saved(plan.id(), version, inForce);
  }

  /**
   * Says which plans are in force, in the order in which they are asked whom they are for. One that
   * is brought along is kept as it is written now.
   *
   * @throws PlanNotTaken when none is named, one twice, or one that there is not
   * @throws org.dunlin.core.dunning.PlanRefused when one that comes into force cannot be read
   */
  public void choose(String companyId, List<Chosen> chosen, String by) {
    changing(
        companyId,
        () -> {
          if (chosen.isEmpty()) {
            throw PlanText.refused(
                "NO_PLAN", "at least one plan is in force; switch to shadow mode to send nothing");
          }
          Set<String> ids = new HashSet<>();
          List<InForce> plans = new ArrayList<>();
          for (Chosen each : chosen) {
            if (!ids.add(each.planId())) {
              throw PlanText.refused(
                  "TAKEN_ID", "the plan " + each.planId() + " stands here twice; keep one");
            }
            plans.add(kept(companyId, each, by));
          }
          stores.plans().putInForce(companyId, plans);
          note(companyId, "PLANS_CHOSEN", named(plans), by);
          return plans;
        });
  }

  /** The company's own version of a plan; one that is brought along becomes its first. */
  private InForce kept(String companyId, Chosen plan, String by) {
    Optional<InForce> same =
        stores.plans().inForce(companyId).stream()
            .filter(each -> each.planId().equals(plan.planId()))
            .findFirst();
    Optional<PlanBook.Version> newest = stores.plans().newest(companyId, plan.planId());
    if (same.isPresent()) {
      return new InForce(plan.planId(), same.get().version(), same.get().yaml(), plan.shadow());
    }
    if (newest.isPresent()) {
      var unused = PlanText.read(newest.get().yaml(), plan.planId());
      return new InForce(plan.planId(), newest.get().version(), newest.get().yaml(), plan.shadow());
    }
    String yaml =
        CompanyPlans.carriedYaml(plan.planId())
            .orElseThrow(
                () ->
                    PlanText.refused(
                        "UNKNOWN_PLAN",
                        "there is no plan " + plan.planId() + "; write it first, or name another"));
    int version = stores.plans().add(companyId, plan.planId(), yaml, by, today(companyId));
    return new InForce(plan.planId(), version, yaml, plan.shadow());
  }

  /** Those in force; the standard plan becomes one of the company's once there are others. */
  private List<InForce> inForce(String companyId, String saved, String by) {
    List<InForce> plans = stores.plans().inForce(companyId);
    String standard = StandardPlan.plan().id();
    if (!plans.isEmpty()) {
      return plans;
    }
    return List.of(
        saved.equals(standard)
            ? new InForce(standard, 1, "", false)
            : kept(companyId, new Chosen(standard, false), by));
  }

  private <T> T changing(String companyId, Supplier<T> change) {
    T changed =
        stores
            .transactions()
            .in(
                () -> {
                  if (!stores.companies().lock(companyId)) {
                    throw new IllegalArgumentException("no company " + companyId);
                  }
                  T made = change.get();
                  stores.companies().addWorkDue(companyId, WorkDue.DUN);
                  return made;
                });
    stores.wakeups().wakeOnCommit(Stage.DUN);
    return changed;
  }

  private static String named(List<InForce> plans) {
    return plans.stream()
        .map(each -> each.planId() + " " + each.version() + (each.shadow() ? " (shadow)" : ""))
        .collect(Collectors.joining(", "));
  }

  private LocalDate today(String companyId) {
    return stores.companies().businessDate(stores.companies().profile(companyId));
  }

  private void note(String companyId, String event, String what, String by) {
    stores
        .journal()
        .append(companyId, Happening.to("company", companyId, event, by, today(companyId), what));
  }
}
