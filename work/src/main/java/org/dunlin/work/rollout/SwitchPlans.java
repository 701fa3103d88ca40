package org.dunlin.work.rollout;

import java.util.List;
import java.util.function.Supplier;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.journal.Happening;
import org.dunlin.work.dun.ChangePlans;
import org.dunlin.work.dun.ChangePlans.Chosen;
import org.dunlin.work.dun.ChangePlans.Saved;
import org.dunlin.work.dun.ShownPlans;
import org.dunlin.work.dun.ShownPlans.Shown;
import org.jspecify.annotations.Nullable;

/**
 * Changes plans, the same way whoever asks for it: a page or a program over the API. A company that
 * is live for a group reminds no further customers until nothing of its roll-out blocks that, or
 * somebody insists and says why. What reminds fewer is never asked.
 */
public final class SwitchPlans {
  private final Stores stores;
  private final RollOut rollOut;
  private final ShownPlans shown;
  private final ChangePlans change;

  /** Over these stores, by what is found of each company. */
  public SwitchPlans(Stores stores, RollOut rollOut) {
    this.stores = stores;
    this.rollOut = rollOut;
    shown = new ShownPlans(stores);
    change = new ChangePlans(stores);
  }

  /** What a choice of plans waits for; nothing where it reminds nobody further. */
  public List<Point> open(String companyId, List<Chosen> chosen) {
    List<Shown> after =
        chosen.stream()
            .flatMap(
                each ->
                    shown.find(companyId, each.planId()).stream()
                        .map(plan -> inForce(plan, each.shadow())))
            .toList();
    return open(companyId, shown.of(companyId).inForce(), after);
  }

  private static Shown inForce(Shown plan, boolean shadow) {
    return new Shown(plan.id(), plan.version(), plan.yaml(), plan.plan(), true, shadow);
  }

  /**
   * Says which plans are in force, as {@link ChangePlans#choose} does.
   *
   * @param anyway why further customers are reminded whatever is open; null or blank where nobody
   *     insists
   * @throws NotReady when further customers would be while points are open, and nobody insists;
   *     then nothing is changed
   * @throws ReasonTooLong when the reason is longer than {@link SwitchMode#LONGEST_REASON}
   */
  public void choose(String companyId, List<Chosen> chosen, @Nullable String anyway, String by) {
    changing(
        companyId,
        anyway,
        by,
        () -> {
          change.choose(companyId, chosen, by);
          return chosen;
        });
  }

  /**
   * Saves a plan as a new version, as {@link ChangePlans#save} does.
   *
   * @param anyway why further customers are reminded whatever is open; null or blank where nobody
   *     insists
   * @throws NotReady when further customers would be while points are open, and nobody insists;
   *     then nothing is saved
   * @throws ReasonTooLong when the reason is longer than {@link SwitchMode#LONGEST_REASON}
   */
  public Saved save(
      String companyId,
      @Nullable String planId,
      @Nullable Integer readVersion,
      String yaml,
      boolean choose,
      @Nullable String anyway,
      String by) {
    return changing(
        companyId, anyway, by, () -> change.save(companyId, planId, readVersion, yaml, choose, by));
  }

  /** Changes and looks what came of it, in one transaction; what may not be is undone. */
  private <T> T changing(
      String companyId, @Nullable String anyway, String by, Supplier<T> changing) {
    return stores
        .transactions()
        .in(
            () -> {
              stores.companies().lock(companyId);
              List<Shown> before = shown.of(companyId).inForce();
              T changed = changing.get();
              List<Point> open = open(companyId, before, shown.of(companyId).inForce());
              if (!open.isEmpty()) {
                note(companyId, open, anyway, by);
              }
              return changed;
            });
  }

  private List<Point> open(String companyId, List<Shown> before, List<Shown> after) {
    if (stores.companies().profile(companyId).mode() != DunningMode.LIVE
        || RollOut.rung(DunningMode.LIVE, before) == Rung.ALL) {
      return List.of();
    }
    Rung rung = RollOut.rung(DunningMode.LIVE, after);
    if (rung != Rung.ALL && !Reach.grows(before, after)) {
      return List.of();
    }
    return rollOut.of(companyId).holding(rung).stream().map(CheckedPoint::point).toList();
  }

  private void note(String companyId, List<Point> open, @Nullable String anyway, String by) {
    CompanyProfile profile = stores.companies().profile(companyId);
    stores
        .journal()
        .append(
            companyId,
            Happening.to(
                "company",
                companyId,
                "PLANS_SEND_ANYWAY",
                by,
                stores.companies().businessDate(profile),
                Insisted.reason(
                    "Company " + companyId + " reminds no further customers",
                    "Further customers are reminded",
                    open,
                    anyway)));
  }
}
