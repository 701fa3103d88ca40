package org.dunlin.core.dunning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ArrangementState;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.DisputeState;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.PromiseState;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Dunning once more, as plainly as the canonical model says it in words and without a line of the
 * engine: every instalment is looked at on every day. It is what the engine is held against.
 */
final class PlainDunner {
  /** The public holidays in the Netherlands that are no Saturdays or Sundays, of the days used. */
  private static final Set<LocalDate> HOLIDAYS =
      Set.of(
          LocalDate.parse("2028-04-17"), // Easter Monday
          LocalDate.parse("2028-04-27"), // King's Day
          LocalDate.parse("2028-05-05"), // Liberation Day
          LocalDate.parse("2028-05-25"), // Ascension
          LocalDate.parse("2028-06-05")); // Whit Monday

  private record Part(Invoice invoice, LocalDate due) {
    String key() {
      return invoice.id() + "@" + due;
    }
  }

  private record Candidate(Part part, Step step, Money amount, Set<String> holds) {}

  private final AnyBooks books;
  private final Plan plan;
  private final Map<String, Integer> lastStep = new HashMap<>();
  private final Map<String, LocalDate> lastDone = new HashMap<>();
  private final Map<String, LocalDate> acted = new HashMap<>();
  private final Map<String, LocalDate> contacted = new HashMap<>();
  private final Set<String> awaiting = new HashSet<>();
  private final Set<String> toldHeld = new HashSet<>();
  private final List<String> lines = new ArrayList<>();

  private PlainDunner(AnyBooks books) {
    this.books = books;
    this.plan = books.scene.plans.getFirst();
  }

  /** One line an action, in an order of their own. */
  static List<String> lines(AnyBooks books, LocalDate first, LocalDate last) {
    PlainDunner dunner = new PlainDunner(books);
    LocalDate day = LocalDate.parse("2027-10-01");
    while (!day.isAfter(last)) {
      dunner.takePast(day);
      if (!day.isBefore(first)) {
        dunner.day(day);
      }
      day = day.plusDays(1);
    }
    return dunner.lines.stream().sorted().toList();
  }

  private void takePast(LocalDate day) {
    for (Action action : books.scene.past) {
      if (action.on().equals(day)) {
        done(action.customerId(), action.channel(), action.items(), day);
      }
    }
  }

  private void done(String customer, Channel channel, List<ActionItem> items, LocalDate day) {
    for (ActionItem item : items) {
      String key = item.invoiceId() + "@" + item.dueDate();
      int rank = plan.rankOf(item.step());
      if (rank >= lastStep.getOrDefault(key, -1)) {
        lastStep.put(key, rank);
        lastDone.put(key, day);
      }
      acted.put(key, day);
      awaiting.remove(key);
    }
    if (channel != Channel.HANDOVER) {
      contacted.put(customer, day);
    }
  }

  private void day(LocalDate today) {
    if (!works(today)) {
      return;
    }
    Map<String, List<Candidate>> actions = new TreeMap<>();
    for (OpenInvoice each : books.scene.invoices) {
      Invoice invoice = each.invoice();
      if (!invoice.issueDate().isAfter(today)) {
        for (Candidate found : candidates(invoice, today)) {
          boolean held = !found.holds.isEmpty();
          boolean told = held && !toldHeld.add(found.part.key() + found.step.id());
          String action =
              invoice.customerId()
                  + (plan.per() == Per.INVOICE ? invoice.id() : "")
                  + found.step.channel()
                  + held;
          if (!told) {
            actions.computeIfAbsent(action, a -> new ArrayList<>()).add(found);
          }
        }
      }
    }
    actions.values().forEach(group -> act(group, today));
  }

  private void act(List<Candidate> group, LocalDate today) {
    boolean held = !group.getFirst().holds.isEmpty();
    boolean asks = group.stream().anyMatch(each -> each.step.approve());
    String state = held ? "HELD" : asks ? "AWAITING_APPROVAL" : "DUE";
    int highest = 0;
    Set<String> holds = new TreeSet<>();
    Set<String> items = new TreeSet<>();
    List<ActionItem> taken = new ArrayList<>();
    for (Candidate each : group) {
      highest = Math.max(highest, plan.rankOf(each.step.id()));
      holds.addAll(each.holds);
      items.add(each.part.key() + " " + each.step.id() + " " + each.amount);
      taken.add(new ActionItem(each.part.invoice.id(), each.part.due, each.step.id(), each.amount));
    }
    Candidate one = group.getFirst();
    String customer = one.part.invoice.customerId();
    lines.add(
        "%s %s %s %s %s %s %s"
            .formatted(
                today,
                customer,
                state,
                plan.steps().get(highest).id(),
                one.step.channel(),
                items,
                holds));
    if (!held && asks) {
      group.forEach(each -> awaiting.add(each.part.key()));
    } else if (!held) {
      done(customer, one.step.channel(), taken, today);
    }
  }

  private List<Candidate> candidates(Invoice invoice, LocalDate today) {
    Money open = invoice.total();
    for (Settled each : books.settled) {
      if (each.invoiceId().equals(invoice.id()) && !each.on().isAfter(today)) {
        open = open.minus(each.amount());
      }
    }
    Money contested = contested(invoice, open);
    TreeMap<LocalDate, Money> whole = parts(invoice, open);
    TreeMap<LocalDate, Money> free = parts(invoice, open.minus(contested));
    List<Candidate> candidates = new ArrayList<>();
    whole.forEach(
        (due, amount) -> {
          Money rest = free.get(due);
          Money asked = amount;
          boolean asks = false;
          if (rest != null && enough(rest)) {
            asked = rest;
            asks = true;
          }
          if (asks || enough(amount)) {
            Part part = new Part(invoice, due);
            Step step = step(part, asked, today);
            if (step != null) {
              candidates.add(new Candidate(part, step, asked, holds(invoice, step, today, !asks)));
            }
          }
        });
    return candidates;
  }

  /** What is paid is taken off the earliest due first. */
  private static TreeMap<LocalDate, Money> parts(Invoice invoice, Money open) {
    TreeMap<LocalDate, Money> parts = new TreeMap<>();
    if (invoice.instalments().isEmpty()) {
      parts.put(Objects.requireNonNull(invoice.dueDate()), open);
    } else {
      invoice
          .instalments()
          .forEach(each -> parts.merge(each.dueDate(), each.amount(), Money::plus));
      Money paid = invoice.total().minus(open);
      for (Map.Entry<LocalDate, Money> part : parts.entrySet()) {
        Money off = paid.isGreaterThan(part.getValue()) ? part.getValue() : paid;
        if (off.isPositive()) {
          part.setValue(part.getValue().minus(off));
          paid = paid.minus(off);
        }
      }
    }
    parts.values().removeIf(amount -> !amount.isPositive());
    return parts;
  }

  private boolean enough(Money open) {
    Money least = plan.tolerance().get(open.getCurrencyUnit());
    return least == null || !open.isLessThan(least);
  }

  private Money contested(Invoice invoice, Money open) {
    Money sum = Money.zero(open.getCurrencyUnit());
    for (var dispute : books.scene.disputes) {
      if (dispute.state() == DisputeState.OPEN && dispute.invoiceId().equals(invoice.id())) {
        Money amount = dispute.amount();
        sum = sum.plus(amount == null ? open : amount);
      }
    }
    return sum.isGreaterThan(open) ? open : sum;
  }

  private @Nullable Step step(Part part, Money open, LocalDate today) {
    if (awaiting.contains(part.key()) || today.equals(acted.get(part.key()))) {
      return null;
    }
    LocalDate previous = lastDone.getOrDefault(part.key(), part.due);
    for (int i = lastStep.getOrDefault(part.key(), -1) + 1; i < plan.steps().size(); i++) {
      Step step = plan.steps().get(i);
      LocalDate day = dueDay(step, part.due, previous);
      if (day.isAfter(today)) {
        return null;
      }
      Money least = step.minAmount().get(open.getCurrencyUnit());
      Integer wait = step.waitAtMostDays();
      Integer until = step.untilDays();
      boolean over =
          until != null && today.isAfter(part.due.plusDays(until))
              || least != null && open.isLessThan(least)
              || wait != null && today.isAfter(day.plusDays(wait))
              || until == null && day.isBefore(part.due) && today.isAfter(part.due);
      if (!over) {
        return step;
      }
      previous = day;
    }
    return null;
  }

  private LocalDate dueDay(Step step, LocalDate due, LocalDate previous) {
    LocalDate day =
        switch (step.due()) {
          case Due.FromDueDate from -> due.plusDays(from.days());
          case Due.AfterPrevious after -> previous.plusDays(after.days());
          case Due.EndOfMonth end -> YearMonth.from(due.plusDays(end.days())).atEndOfMonth();
        };
    int onward = day.isBefore(due) ? -1 : 1;
    while (!works(day)) {
      day = day.plusDays(onward);
    }
    return day;
  }

  private boolean works(LocalDate day) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    boolean holiday = plan.contact().calendar() != null && HOLIDAYS.contains(day);
    return !plan.contact().businessDaysOnly() || !(weekend || holiday);
  }

  private Set<String> holds(Invoice invoice, Step step, LocalDate today, boolean allContested) {
    Set<String> holds = new TreeSet<>();
    String id = invoice.id();
    String customerId = invoice.customerId();
    for (var hold : books.scene.holds) {
      boolean names = id.equals(hold.invoiceId()) || customerId.equals(hold.customerId());
      if (names && (hold.until() == null || !today.isAfter(hold.until()))) {
        holds.add("MANUAL");
      }
    }
    for (var promise : books.scene.promises) {
      boolean names =
          promise.customerId().equals(customerId)
              && (promise.invoiceIds().isEmpty() || promise.invoiceIds().contains(id));
      if (names && promise.state() == PromiseState.OPEN && !today.isAfter(promise.on())) {
        holds.add("PROMISE");
      }
    }
    for (var arrangement : books.scene.arrangements) {
      if (arrangement.invoiceIds().contains(id) && arrangement.state() == ArrangementState.AGREED) {
        holds.add("ARRANGEMENT");
      }
    }
    for (var each : books.plausible) {
      if (each.invoiceId().equals(id) && !today.isBefore(each.from())) {
        holds.add("PLAUSIBLE_PAYMENT");
      }
    }
    if (allContested) {
      holds.add("DISPUTE");
    }
    for (Customer customer : books.scene.customers) {
      boolean unreachable =
          step.channel() == Channel.EMAIL && customer.email() == null
              || step.channel() == Channel.LETTER && customer.address() == null;
      if (customer.id().equals(customerId) && unreachable) {
        holds.add("NO_ADDRESS");
      }
    }
    LocalDate contact = contacted.get(customerId);
    int rest = Math.max(1, plan.contact().minDaysBetween());
    if (step.channel() != Channel.HANDOVER
        && contact != null
        && today.isBefore(contact.plusDays(rest))) {
      holds.add("CONTACT_POLICY");
    }
    return holds;
  }
}
