package org.dunlin.sandbox.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All invoices as their customers see them, in the order in which they were issued. */
final class Debts {
  private final Map<String, Debt> byNumber = new LinkedHashMap<>();

  void add(Debt debt) {
    byNumber.put(debt.invoice().number(), debt);
  }

  Collection<Debt> all() {
    return byNumber.values();
  }

  Optional<Debt> find(String number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  /** By customer, what it intended to pay by now; what nothing is left of is forgotten. */
  Map<Debtor, List<Debt>> dueToBePaid(LocalDate day) {
    Map<Debtor, List<Debt>> ready = new LinkedHashMap<>();
    for (Debt debt : byNumber.values()) {
      Intent intent = debt.next();
      if (intent != null && !intent.on().isAfter(day)) {
        if (intent.share() != Intent.Share.AGAIN && !debt.remaining().isPositive()) {
          debt.plan(null);
        } else {
          ready.computeIfAbsent(debt.invoice().debtor(), d -> new ArrayList<>()).add(debt);
        }
      }
    }
    return ready;
  }
}
