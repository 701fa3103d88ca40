package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.model.Action;

/**
 * Some of a company's customers on one day, so that a ledger is decided over without being held as
 * a whole. Portions together give what {@link Dunning#actionsOn} gives of all: customers are
 * decided over apart, but for the old invoices that enter, which {@link Entrants} counts.
 *
 * <p>The facts of a portion name since when each plan is in force, as far as it is; a plan that
 * they do not name has not begun in any portion.
 */
public final class Portion {
  private final LocalDate today;
  private final DunningFacts facts;
  private final Desk desk;
  private final DunningDay day;
  private final Map<String, LocalDate> next = new HashMap<>();
  private final Set<String> asking = new HashSet<>();
  private final Set<String> askingInvoices = new HashSet<>();

  /**
   * Looks at all invoices of the facts.
   *
   * @param today the day in the company's time zone
   */
  public Portion(LocalDate today, DunningFacts facts) {
    this.today = today;
    this.facts = facts;
    desk = new Desk(today, facts, new History(facts.past()), List.of());
    day = new DunningDay(today, desk);
    facts.invoices().forEach(each -> next.put(each.invoice().id(), LocalDate.MAX));
    desk.owed().forEach(owed -> next.put(owed.invoice().invoice().id(), look(owed)));
    day.each(
        candidate -> {
          next.put(candidate.instalment().invoice().id(), today);
          if (Entrants.asks(candidate)) {
            asking.add(candidate.customer().id());
            askingInvoices.add(candidate.instalment().invoice().id());
          }
        });
  }

  /**
   * When each invoice has to be looked at again as long as its facts and the plans stay as they
   * are, holds aside: the same day where something of it is due or contested, since what holds it,
   * and what lets it in, may be otherwise at any time; {@link LocalDate#MAX} never.
   */
  public Map<String, LocalDate> next() {
    return Map.copyOf(next);
  }

  /** The customers of whom an old invoice asks to enter: of them all portions have to be asked. */
  public Set<String> asking() {
    return Set.copyOf(asking);
  }

  /** The old invoices that ask to enter. */
  public Set<String> askingInvoices() {
    return Set.copyOf(askingInvoices);
  }

  /** Tells who entered on this day by an earlier run, as the past of these facts says. */
  public void tellWhoEntered(Entrants entrants) {
    new Entrance(today, facts.past(), desk).tell(entrants);
  }

  /** Asks for those who want to enter. */
  public void ask(Entrants entrants) {
    day.each(entrants::ask);
  }

  /**
   * The actions of the day, as {@link Dunning#actionsOn} gives them.
   *
   * @param entrants of whom all have asked
   */
  public List<Action> actions(Entrants entrants) {
    return day.actions(entrants, new HeldBefore(), candidate -> true);
  }

  /** The same without the customers who are {@link #asking}, which nobody need have asked for. */
  public List<Action> actionsOfOthers() {
    return day.actions(
        new Entrants(facts.plans()),
        new HeldBefore(),
        candidate -> !asking.contains(candidate.customer().id()));
  }

  private LocalDate look(Owed owed) {
    LocalDate found = day.look(owed);
    OpenInvoice open = owed.invoice();
    if (desk.agreements().contested(open.invoice().id(), open.open()).isPositive()) {
      return today;
    }
    LocalDate known = found == null ? LocalDate.MAX : found;
    LocalDate aging = aging(owed);
    return aging.isBefore(known) ? aging : known;
  }

  /** As long as a plan has not begun, it begins anew on each day, and what it finds old changes. */
  private LocalDate aging(Owed owed) {
    LocalDate first = LocalDate.MAX;
    if (owed.plan().onboarding() != null && !facts.began().containsKey(owed.plan().id())) {
      for (OpenInstalment part :
          OpenInstalment.of(owed.invoice(), owed.customer(), desk.company())) {
        LocalDate old = desk.ladder(owed.plan()).ages(today, part.dueDate());
        first = old != null && old.isBefore(first) ? old : first;
      }
    }
    return first;
  }
}
