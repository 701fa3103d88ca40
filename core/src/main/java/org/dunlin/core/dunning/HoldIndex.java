package org.dunlin.core.dunning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.Hold;

/** Holds by what they stop: one invoice, a customer, or all. */
public final class HoldIndex {
  private final Map<String, List<Hold>> byInvoice = new HashMap<>();
  private final Map<String, List<Hold>> byCustomer = new HashMap<>();
  private final List<Hold> onAll = new ArrayList<>();

  /** The index of these holds. */
  public HoldIndex(List<Hold> holds) {
    for (Hold hold : holds) {
      if (hold.invoiceId() != null) {
        byInvoice.computeIfAbsent(hold.invoiceId(), id -> new ArrayList<>(1)).add(hold);
      } else if (hold.customerId() != null) {
        byCustomer.computeIfAbsent(hold.customerId(), id -> new ArrayList<>(1)).add(hold);
      } else {
        onAll.add(hold);
      }
    }
  }

  /** Those that hold a customer's invoice, whatever their last days are. */
  public List<Hold> of(String customerId, String invoiceId) {
    List<Hold> holds = new ArrayList<>(onAll);
    holds.addAll(byCustomer.getOrDefault(customerId, List.of()));
    holds.addAll(byInvoice.getOrDefault(invoiceId, List.of()));
    return holds;
  }

  /** All that may hold one of these; what holds all is among them once. */
  public List<Hold> ofAny(Collection<String> customerIds, Collection<String> invoiceIds) {
    List<Hold> holds = new ArrayList<>(onAll);
    customerIds.forEach(id -> holds.addAll(byCustomer.getOrDefault(id, List.of())));
    invoiceIds.forEach(id -> holds.addAll(byInvoice.getOrDefault(id, List.of())));
    return holds;
  }

  /** Those that hold everything. */
  public List<Hold> onAll() {
    return List.copyOf(onAll);
  }
}
