package org.dunlin.work.dun;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.dunlin.core.dunning.DunningDays;
import org.dunlin.core.dunning.DunningFacts;
import org.dunlin.core.dunning.Entrants;
import org.dunlin.core.dunning.HoldIndex;
import org.dunlin.core.dunning.Plan;
import org.dunlin.core.dunning.Portion;
import org.dunlin.core.matching.OpenDocument;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.HoldReason;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.work.dialogue.Standing;

/**
 * Reckons the days to come of one company as it is now, some customers at a time, so that a ledger
 * is looked ahead over without being held as a whole. A company of few customers is one portion; of
 * more, a plan that has decided nothing yet begins on the first day.
 */
final class Foresight {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Stores stores;
  private final int customers;
  private final String companyId;
  private final LocalDate first;
  private final LocalDate last;
  private final CompanyDay day;
  private final CompanyProfile profile;
  private final Standing standing;
  private final HoldIndex said;

  /**
   * Gathers what holds for all of the company.
   *
   * @param customers so many are in memory at one time
   */
  Foresight(Stores stores, String companyId, int days, SourceHolds sourceHolds, int customers) {
    this.stores = stores;
    this.companyId = companyId;
    this.customers = customers;
    profile = stores.companies().profile(companyId);
    first = stores.companies().businessDate(profile);
    last = first.plusDays(days - 1L);
    day = CompanyDay.of(stores, profile, first, sourceHolds);
    standing = Standing.of(stores, companyId, first);
    said = new HoldIndex(standing.holds());
  }

  LocalDate first() {
    return first;
  }

  LocalDate last() {
    return last;
  }

  /** Those in force. */
  CompanyPlans plans() {
    return day.plans();
  }

  /** What stops everything now and is left aside. */
  Set<HoldReason> stops() {
    Set<HoldReason> stops = new TreeSet<>();
    day.holds().onAll().forEach(hold -> stops.add(hold.reason()));
    said.onAll().forEach(hold -> stops.add(hold.reason()));
    return stops;
  }

  /**
   * What becomes of some customers: all that does of each of them.
   *
   * @param actions day by day
   * @param customers those of the actions and others, by their ids
   * @param open invoices, by their ids
   */
  record Some(
      List<Action> actions, Map<String, Customer> customers, Map<String, OpenDocument> open) {}

  /** Hands on what becomes of all customers by these plans. */
  void by(CompanyPlans plans, Consumer<Some> sink) {
    new Run(plans, sink).all();
  }

  /** By some plans. */
  private final class Run {
    private final CompanyPlans plans;
    private final Consumer<Some> sink;
    private final DayDecisions decisions;
    private final Map<String, LocalDate> began;
    private final Entrants entrants;
    private final boolean doors;
    private final Set<UUID> asking = new LinkedHashSet<>();

    Run(CompanyPlans plans, Consumer<Some> sink) {
      this.plans = plans;
      this.sink = sink;
      decisions = new DayDecisions(stores, profile, plans);
      began = new HashMap<>(CompanyDay.began(stores, companyId, plans));
      doors = plans.all().stream().anyMatch(plan -> plan.onboarding() != null);
      // What is held on the first day takes no place; twice as many leave one for each of them.
      int days = 2 * (int) (ChronoUnit.DAYS.between(first, last) + 1);
      entrants = new Entrants(plans.all(), days);
    }

    void all() {
      List<UUID> some = stores.customers().owing(companyId, BEFORE_ALL, customers);
      if (some.size() < customers) {
        reckon(some);
        return;
      }
      for (Plan plan : plans.all()) {
        began.putIfAbsent(plan.id(), first);
      }
      while (!some.isEmpty()) {
        reckon(doors ? notAsking(some) : some);
        some = stores.customers().owing(companyId, some.getLast(), customers);
      }
      Set<UUID> inside = new LinkedHashSet<>();
      entrants.customers().forEach(id -> inside.add(UUID.fromString(id)));
      reckon(inside);
      asking.removeAll(inside);
      List<UUID> outside = List.copyOf(asking);
      for (int from = 0; from < outside.size(); from += customers) {
        keptOut(outside.subList(from, Math.min(outside.size(), from + customers)));
      }
    }

    /** Of who asks to enter is remembered who may within the days; the others are given back. */
    private List<UUID> notAsking(List<UUID> some) {
      Portion portion = new Portion(first, facts(gathered(some)).unheld());
      portion.ask(entrants);
      Set<String> askingNow = portion.asking();
      List<UUID> others = new ArrayList<>();
      some.forEach(id -> (askingNow.contains(id.toString()) ? asking : others).add(id));
      return others;
    }

    private void reckon(Collection<UUID> some) {
      if (!some.isEmpty()) {
        GatheredFacts gathered = gathered(some);
        reckon(gathered, facts(gathered));
      }
    }

    /** Before them so many enter that none of their old invoices does within the days. */
    private void keptOut(List<UUID> some) {
      GatheredFacts gathered = gathered(some);
      DunningFacts facts = facts(gathered);
      reckon(gathered, facts.without(new Portion(first, facts.unheld()).askingInvoices()));
    }

    private void reckon(GatheredFacts gathered, DunningFacts facts) {
      List<Action> actions = new ArrayList<>();
      new DunningDays(
              facts,
              List.of(),
              List.of(),
              action -> decisions.foreseen(action, gathered.customers()))
          .each(first, last, actions::add);
      sink.accept(new Some(actions, gathered.customers(), gathered.open()));
    }

    private GatheredFacts gathered(Collection<UUID> some) {
      GatheredFacts gathered = day.ofCustomers(some).foreseen(plans);
      Set<String> owners = gathered.customers().keySet();
      Set<String> invoices = gathered.open().keySet();
      return gathered.with(
          new Standing(said.ofAny(owners, invoices), standing.contestedOf(invoices).contested()));
    }

    private DunningFacts facts(GatheredFacts gathered) {
      List<Action> past =
          stores
              .actions()
              .past(
                  companyId,
                  gathered.customers().keySet().stream().map(UUID::fromString).toList(),
                  gathered.open().keySet().stream().map(UUID::fromString).toList());
      return gathered.facts(past, began);
    }
  }
}
