package org.dunlin.work.account;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.account.AccountStatement;
import org.dunlin.core.claim.Line;
import org.dunlin.core.figure.Period;
import org.dunlin.core.model.Customer;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.work.claim.ReckonClaims;

/** Reads the account of a customer, and of all who are one with it. */
public final class StateAccount {
  /** How many whole months a period has before the running one, where nobody says another. */
  private static final int MONTHS = 2;

  private final Stores stores;

  /** Over these stores. */
  public StateAccount(Stores stores) {
    this.stores = stores;
  }

  /** The period that ends today, where nobody says another. */
  public static Period usual(LocalDate today) {
    return new Period(today.withDayOfMonth(1).minusMonths(MONTHS), today);
  }

  /**
   * The account of a customer in a period.
   *
   * @throws IllegalArgumentException where the period ends after today
   */
  public AccountStatement of(CompanyProfile profile, Customer customer, Period period) {
    LocalDate today = stores.companies().businessDate(profile);
    LocalDate from = period.from();
    LocalDate to = period.to();
    if (to.isAfter(today)) {
      throw new IllegalArgumentException("no day after today: " + to);
    }
    UUID id = UUID.fromString(customer.id());
    List<UUID> group = stores.customerLinks().group(profile.id(), id);
    return new AccountStatement(
        profile.company(),
        customer,
        from,
        to,
        today,
        stores.figures().accounts().of(profile.id(), group, from, to),
        to.equals(today) ? claims(profile.id(), id) : List.of());
  }

  /** As in a message, only what may be asked for. */
  private List<Line> claims(String companyId, UUID customerId) {
    return new ReckonClaims(stores)
        .ofCustomer(companyId, customerId)
        .map(reckoned -> reckoned.demanded().charged())
        .orElse(List.of());
  }
}
