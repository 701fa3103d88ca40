package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Hold;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One company's dunning on one day: gathers what is due, holds it, lets it in, groups it. */
final class DunningDay {
  private final LocalDate today;
  private final Desk desk;
  private final Map<String, List<Candidate>> candidates = new HashMap<>();

  DunningDay(LocalDate today, Desk desk) {
    this.today = today;
    this.desk = desk;
  }

  /**
   * Looks at an invoice.
   *
   * @return the next day on which something of it may be due; null: none, as things stand
   */
  @Nullable LocalDate look(Owed owed) {
    if (owed.invoice().invoice().issueDate().isAfter(today)) {
      return owed.invoice().invoice().issueDate();
    }
    LocalDate next = null;
    for (Part part : parts(owed)) {
      Ladder.Outlook outlook =
          desk.ladder(owed.plan()).on(today, part.instalment(), desk.history());
      outlook.due().ifPresent(rung -> add(owed, part, rung));
      next = earlier(next, outlook.next());
    }
    return next;
  }

  /**
   * The day's actions.
   *
   * @param past the actions of before, of which those of this day tell who has entered already
   */
  List<Action> actions(Iterable<Action> past, HeldBefore heldBefore) {
    Entrants entrants = new Entrants(desk.plans());
    if (anyAsks()) {
      new Entrance(today, past, desk).tell(entrants);
      each(entrants::ask);
    }
    return actions(entrants, heldBefore, candidate -> true);
  }

  /** The day's actions of the candidates that count, those who ask let in. */
  List<Action> actions(Entrants entrants, HeldBefore heldBefore, Predicate<Candidate> counts) {
    List<Candidate> admitted = new ArrayList<>();
    each(
        candidate -> {
          if (counts.test(candidate)
              && entrants.admits(candidate)
              && (!candidate.isHeld() || heldBefore.isNew(candidate))) {
            admitted.add(candidate);
          }
        });
    return new Grouping(desk.company().id(), today).actions(admitted);
  }

  /** Hands on what is due, plan by plan. */
  void each(Consumer<Candidate> sink) {
    for (Plan plan : desk.plans()) {
      candidates.getOrDefault(plan.id(), List.of()).forEach(sink);
    }
  }

  private boolean anyAsks() {
    return candidates.values().stream().flatMap(List::stream).anyMatch(Entrants::asks);
  }

  /**
   * What is open of an instalment and may be asked for.
   *
   * @param contested whether a dispute holds it
   */
  private record Part(OpenInstalment instalment, boolean contested) {}

  private List<Part> parts(Owed owed) {
    OpenInvoice open = owed.invoice();
    Money contested = desk.agreements().contested(open.invoice().id(), open.open());
    List<OpenInstalment> whole = OpenInstalment.of(open, owed.customer(), desk.company());
    Map<LocalDate, OpenInstalment> rest = new HashMap<>();
    if (contested.isPositive()) {
      OpenInvoice free = new OpenInvoice(open.invoice(), open.open().minus(contested));
      OpenInstalment.of(free, owed.customer(), desk.company())
          .forEach(part -> rest.put(part.dueDate(), part));
    }
    List<Part> parts = new ArrayList<>(whole.size());
    for (OpenInstalment instalment : whole) {
      OpenInstalment free = contested.isPositive() ? rest.get(instalment.dueDate()) : instalment;
      if (free != null && owed.plan().isWorthIt(free.open(), desk.company())) {
        parts.add(new Part(free, false));
      } else if (owed.plan().isWorthIt(instalment.open(), desk.company())) {
        parts.add(new Part(instalment, true));
      }
    }
    return parts;
  }

  private void add(Owed owed, Part part, Ladder.Rung rung) {
    List<Hold> holds = desk.holding().on(today, owed, rung.step().channel(), part.contested());
    candidates
        .computeIfAbsent(owed.plan().id(), id -> new ArrayList<>())
        .add(new Candidate(owed, part.instalment(), rung, holds));
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isBefore(b) ? a : b;
  }
}
