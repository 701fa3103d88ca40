package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which old invoices enter the plans on a day, so many a plan and the oldest first, however a
 * company's customers are cut into portions. It holds no more than may enter.
 */
public final class Entrants {
  private record Asking(LocalDate dueDate, String customerId, String invoiceId) {
    static final Comparator<Asking> OLDEST_FIRST =
        Comparator.comparing(Asking::dueDate)
            .thenComparing(Asking::customerId)
            .thenComparing(Asking::invoiceId);
  }

  private static final class Door {
    private final int places;
    private final Set<String> inside = new HashSet<>();
    private final TreeSet<Asking> waiting = new TreeSet<>(Asking.OLDEST_FIRST);
    private final Map<String, Asking> byInvoice = new HashMap<>();

    Door(int places) {
      this.places = places;
    }

    void ask(Asking asking) {
      if (inside.contains(asking.invoiceId())) {
        return;
      }
      Asking other = byInvoice.get(asking.invoiceId());
      if (other != null && Asking.OLDEST_FIRST.compare(other, asking) <= 0) {
        return;
      }
      if (other != null) {
        waiting.remove(other);
      }
      waiting.add(asking);
      byInvoice.put(asking.invoiceId(), asking);
      while (inside.size() + waiting.size() > places && !waiting.isEmpty()) {
        byInvoice.remove(waiting.removeLast().invoiceId());
      }
    }

    boolean admits(String invoiceId) {
      return inside.contains(invoiceId) || byInvoice.containsKey(invoiceId);
    }
  }

  private final Map<String, Door> doors = new HashMap<>();

  /** Nobody has asked yet. */
  public Entrants(List<Plan> plans) {
    this(plans, 1);
  }

  /**
   * Nobody has asked yet.
   *
   * @param days so many days' places there are at once
   */
  public Entrants(List<Plan> plans, int days) {
    for (Plan plan : plans) {
      Onboarding onboarding = plan.onboarding();
      if (onboarding != null) {
        doors.put(plan.id(), new Door(onboarding.perDay() * days));
      }
    }
  }

  /** The customers whose invoices have a place, of all that asked so far. */
  public Set<String> customers() {
    return doors.values().stream()
        .flatMap(door -> door.waiting.stream())
        .map(Asking::customerId)
        .collect(Collectors.toSet());
  }

  /** Notes an invoice that entered on this day by an earlier run; before any asks. */
  void entered(String planId, String invoiceId) {
    Door door = doors.get(planId);
    if (door != null) {
      door.inside.add(invoiceId);
    }
  }

  void ask(Candidate candidate) {
    Door door = doors.get(candidate.plan().id());
    if (door != null && asks(candidate)) {
      door.ask(
          new Asking(
              candidate.instalment().dueDate(),
              candidate.customer().id(),
              candidate.instalment().invoice().id()));
    }
  }

  /** Whether a candidate need not wait for another day; asked once all have asked. */
  boolean admits(Candidate candidate) {
    Door door = doors.get(candidate.plan().id());
    return door == null || !asks(candidate) || door.admits(candidate.instalment().invoice().id());
  }

  /** What is held takes nobody's place. */
  static boolean asks(Candidate candidate) {
    return candidate.plan().onboarding() != null
        && candidate.rung().entering()
        && !candidate.isHeld();
  }
}
