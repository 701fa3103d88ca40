package org.dunlin.work.pay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.store.Stores;
import org.dunlin.store.pay.ProviderAccounts.Account;
import org.dunlin.store.pay.ProviderDifferences.Difference;
import org.dunlin.store.pay.ProviderDifferences.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What payment providers owe a company by the hub's books, and what of that does not tie out: each
 * difference is named, and none is plugged.
 */
public final class ProviderBooks {
  /** So many differences are named at once, the latest first. */
  public static final int MOST = 100;

  private final Stores stores;

  /** Over these stores. */
  public ProviderBooks(Stores stores) {
    this.stores = stores;
  }

  /**
   * The accounts as they stood at the end of a day.
   *
   * @param on the day; the business date where all that was read counts
   * @param differences as they are now, whatever the day
   */
  public record Shown(LocalDate on, List<Account> accounts, List<Difference> differences) {}

  /**
   * All accounts of a company.
   *
   * @param on null: with all that was read
   */
  public Shown of(String companyId, LocalDate today, @Nullable LocalDate on) {
    return new Shown(
        on == null ? today : on,
        stores.pay().accounts().of(companyId, null, on),
        differences(companyId, today, stores.pay().accounts().of(companyId)));
  }

  /** Those at one provider, with all that was read. */
  public Shown at(String companyId, LocalDate today, String provider) {
    List<Account> accounts = stores.pay().accounts().of(companyId, provider, null);
    List<Difference> differences =
        accounts.isEmpty()
            ? List.of()
            : differences(companyId, today, accounts).stream()
                .filter(each -> each.provider().equals(provider))
                .toList();
    return new Shown(today, accounts, differences);
  }

  private List<Difference> differences(String companyId, LocalDate today, List<Account> accounts) {
    List<Difference> differences = new ArrayList<>();
    for (Account each : accounts) {
      if (each.left().isNegative()) {
        differences.add(
            new Difference(Kind.BELOW_ZERO, each.provider(), each.last(), each.left(), null, null));
      }
    }
    differences.addAll(stores.pay().differences().of(companyId, today, MOST));
    return differences;
  }
}
