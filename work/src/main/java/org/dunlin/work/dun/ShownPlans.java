package org.dunlin.work.dun;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dunlin.core.dunning.Plan;
import org.dunlin.core.dunning.PlanRefused;
import org.dunlin.core.dunning.StandardPlan;
import org.dunlin.core.dunning.Step;
import org.dunlin.store.Stores;
import org.dunlin.store.dunning.PlanBook;
import org.jspecify.annotations.Nullable;

/** The plans of a company as people see them. */
public final class ShownPlans {
  private final Stores stores;

  /** Over these stores. */
  public ShownPlans(Stores stores) {
    this.stores = stores;
  }

  /**
   * A plan.
   *
   * @param version 0: as it is brought along
   * @param plan absent where its text cannot be read any more
   * @param inForce whether customers are dunned by it, whom it is for
   */
  public record Shown(
      String id, int version, String yaml, @Nullable Plan plan, boolean inForce, boolean shadow) {
    static Shown of(String id, int version, String yaml, boolean inForce, boolean shadow) {
      return new Shown(id, version, yaml, read(id, yaml), inForce, shadow);
    }

    private static @Nullable Plan read(String id, String yaml) {
      try {
        return PlanText.read(yaml, id).getFirst();
      } catch (PlanRefused e) {
        return null;
      }
    }

    /** The same plan as it was in an earlier version. */
    public static Shown earlier(Shown newest, PlanBook.Version version) {
      return of(newest.id(), version.version(), version.yaml(), newest.inForce(), newest.shadow());
    }

    /** As people call it. */
    public String name() {
      return plan == null ? id : plan.name();
    }
  }

  /**
   * All plans of a company.
   *
   * @param inForce in their order
   * @param kept other plans that somebody wrote
   * @param carried other plans that are brought along
   * @param unknown plans that customers or invoices name and that are not there; these are held
   */
  public record All(
      List<Shown> inForce, List<Shown> kept, List<Shown> carried, List<PlanBook.Named> unknown) {}

  /** The plans of a company, with the names that lead to none. */
  public All of(String companyId) {
    All there = there(companyId);
    return new All(there.inForce(), there.kept(), there.carried(), unknown(companyId));
  }

  private All there(String companyId) {
    List<Shown> inForce = new ArrayList<>();
    for (PlanBook.InForce each : stores.plans().inForce(companyId)) {
      inForce.add(Shown.of(each.planId(), each.version(), each.yaml(), true, each.shadow()));
    }
    if (inForce.isEmpty()) {
      inForce.add(Shown.of(StandardPlan.plan().id(), 0, StandardPlan.yaml(), true, false));
    }
    Set<String> ids = new HashSet<>();
    inForce.forEach(plan -> ids.add(plan.id()));
    List<Shown> kept = new ArrayList<>();
    for (PlanBook.Version each : stores.plans().newest(companyId)) {
      if (ids.add(each.planId())) {
        kept.add(Shown.of(each.planId(), each.version(), each.yaml(), false, false));
      }
    }
    List<Shown> carried = new ArrayList<>();
    for (String id : CompanyPlans.carried()) {
      if (ids.add(id)) {
        String yaml = CompanyPlans.carriedYaml(id).orElseThrow();
        carried.add(Shown.of(id, 0, yaml, false, false));
      }
    }
    return new All(inForce, kept, carried, List.of());
  }

  /** One of them. */
  public Optional<Shown> find(String companyId, String planId) {
    All all = there(companyId);
    return Stream.of(all.inForce(), all.kept(), all.carried())
        .flatMap(List::stream)
        .filter(plan -> plan.id().equals(planId))
        .findFirst();
  }

  /** The steps of each plan, in their order, by its id. */
  public Map<String, List<String>> steps(String companyId) {
    All all = there(companyId);
    Map<String, List<String>> steps = new HashMap<>();
    Stream.of(all.inForce(), all.kept(), all.carried())
        .flatMap(List::stream)
        .forEach(
            shown -> {
              Plan plan = shown.plan();
              if (plan != null) {
                steps.put(shown.id(), plan.steps().stream().map(Step::id).toList());
              }
            });
    return steps;
  }

  /** A plan is known where it is in force or brought along; what else is named is held. */
  private List<PlanBook.Named> unknown(String companyId) {
    Set<String> known = new HashSet<>(CompanyPlans.carried());
    stores.plans().inForce(companyId).forEach(plan -> known.add(plan.planId()));
    known.add(Plan.NONE);
    return stores.plans().named(companyId).stream()
        .filter(named -> !known.contains(named.planId()))
        .toList();
  }
}
