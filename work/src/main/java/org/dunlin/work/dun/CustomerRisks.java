package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.dunning.PaymentBehaviour;
import org.dunlin.core.dunning.Risk;
import org.dunlin.core.dunning.RiskLevel;
import org.dunlin.store.Stores;
import org.jspecify.annotations.Nullable;

/**
 * How risky the customers of a company are. Dunning takes the levels of the business date as its
 * first run reckoned them, so that whom a plan is for stays the same all day; before that run they
 * are reckoned as it will. They are read once, and only where a plan asks.
 */
public final class CustomerRisks {
  private final Stores stores;
  private final String companyId;
  private @Nullable Map<String, RiskLevel> known;

  CustomerRisks(Stores stores, String companyId) {
    this.stores = stores;
    this.companyId = companyId;
  }

  /** How risky one customer is by what is known now, and why. */
  public static Risk ofCustomer(Stores stores, String companyId, UUID customer, LocalDate today) {
    UUID leader = stores.customerLinks().leaders(companyId).getOrDefault(customer, customer);
    List<UUID> all = stores.customerLinks().group(companyId, leader);
    PaymentBehaviour behaviour =
        stores.risks().behaviour(companyId, today, all).getOrDefault(leader, PaymentBehaviour.NONE);
    return Risk.of(behaviour);
  }

  /** Keeps the levels of a new business date, where a plan asks for them. */
  static void keep(Stores stores, String companyId, LocalDate today) {
    boolean asked =
        CompanyPlans.of(stores, companyId).inForce().stream()
            .anyMatch(plan -> !plan.audience().risk().isEmpty());
    if (asked && !stores.risks().reckonedOn(companyId, today)) {
      stores.risks().keep(companyId, reckoned(stores, companyId, today), today);
    }
  }

  /** The level of a customer. */
  RiskLevel of(String customerId) {
    return levels().getOrDefault(customerId, RiskLevel.UNKNOWN);
  }

  /** The levels that are known, by the ids of the customers and of those who are one with them. */
  Map<String, RiskLevel> levels() {
    Map<String, RiskLevel> read = known;
    if (read == null) {
      read = read();
      known = read;
    }
    return read;
  }

  private Map<String, RiskLevel> read() {
    LocalDate today = stores.companies().businessDate(stores.companies().profile(companyId));
    Map<UUID, RiskLevel> levels =
        stores.risks().reckonedOn(companyId, today)
            ? stores.risks().kept(companyId)
            : reckoned(stores, companyId, today);
    Map<String, RiskLevel> read = new HashMap<>();
    levels.forEach((customer, level) -> read.put(customer.toString(), level));
    stores
        .customerLinks()
        .leaders(companyId)
        .forEach(
            (customer, leader) -> {
              RiskLevel level = levels.get(leader);
              if (level != null) {
                read.put(customer.toString(), level);
              }
            });
    return Map.copyOf(read);
  }

  private static Map<UUID, RiskLevel> reckoned(Stores stores, String companyId, LocalDate today) {
    Map<UUID, RiskLevel> levels = new HashMap<>();
    stores
        .risks()
        .behaviour(companyId, today, null)
        .forEach(
            (customer, behaviour) -> {
              RiskLevel level = Risk.of(behaviour).level();
              if (level != RiskLevel.UNKNOWN) {
                levels.put(customer, level);
              }
            });
    return levels;
  }
}
