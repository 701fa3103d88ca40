package org.dunlin.work.tell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.dunlin.connectors.program.ClearingAccounts;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.WriteBack;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;

/** In which accounting program, and on which account, the fees of each provider are booked. */
public final class FeeAccounts {
  private final Stores stores;
  private final Abilities abilities;

  /** As the connections of these stores say it. */
  public FeeAccounts(Stores stores, Abilities abilities) {
    this.stores = stores;
    this.abilities = abilities;
  }

  /**
   * Where the fees of a provider are booked.
   *
   * @param provider the program of the provider
   * @param connection the accounting program, the first by its name where several could be it;
   *     empty where none names an account
   */
  public record FeeAccount(String provider, Optional<Named> connection) {}

  /**
   * What a connection names.
   *
   * @param fees the account for the fees
   * @param clearing the provider's clearing account, out of which they are booked
   */
  public record Named(String connectionId, String fees, String clearing) {}

  /** Of each provider to which the company is connected. */
  public List<FeeAccount> of(String companyId) {
    List<Connection> all = new ArrayList<>(stores.connections().of(companyId));
    all.sort(Comparator.comparing(Connection::id));
    TreeSet<String> providers = new TreeSet<>();
    all.stream().map(Connection::program).filter(abilities::takesPayments).forEach(providers::add);
    return providers.stream().map(provider -> new FeeAccount(provider, of(all, provider))).toList();
  }

  private Optional<Named> of(List<Connection> all, String provider) {
    List<String> names = new ArrayList<>();
    all.stream()
        .filter(each -> each.program().equals(provider))
        .map(Connection::id)
        .forEach(names::add);
    names.add(provider);
    return all.stream()
        .filter(each -> abilities.told(each.program()).contains(WriteBack.FEE))
        .flatMap(each -> named(each, names).stream())
        .findFirst();
  }

  private static Optional<Named> named(Connection books, List<String> names) {
    Optional<String> fees = said(books, ClearingAccounts.FEES.name(), names);
    Optional<String> clearing = said(books, ClearingAccounts.SETTING.name(), names);
    return fees.isPresent() && clearing.isPresent()
        ? Optional.of(new Named(books.id(), fees.get(), clearing.get()))
        : Optional.empty();
  }

  private static Optional<String> said(Connection books, String setting, List<String> names) {
    return ClearingAccounts.of(books.settings().getOrDefault(setting, ""), names);
  }
}
