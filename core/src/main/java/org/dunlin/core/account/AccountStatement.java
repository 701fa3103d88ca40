package org.dunlin.core.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.core.claim.Line;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A statement of a customer's account.
 *
 * @param from the first day
 * @param to the last day
 * @param today the company's business date
 * @param accounts of each currency of which there is something to say
 * @param claims what is owed beside the invoices because of late payment, reckoned to today; empty
 *     where the period ends before
 */
public record AccountStatement(
    Company company,
    Customer customer,
    LocalDate from,
    LocalDate to,
    LocalDate today,
    List<CurrencyAccount> accounts,
    List<Line> claims) {
  /** Keeps copies. */
  public AccountStatement {
    accounts = List.copyOf(accounts);
    claims = List.copyOf(claims);
  }

  /** How many movements it has. */
  public int movements() {
    return accounts.stream().mapToInt(account -> account.movements().size()).sum();
  }

  /** What is owed of claims, by currency. */
  public List<Money> claimed() {
    Map<CurrencyUnit, Money> sums = new TreeMap<>();
    for (Line line : claims) {
      Money amount = line.claim().amount();
      sums.merge(amount.getCurrencyUnit(), amount, Money::plus);
    }
    return List.copyOf(sums.values());
  }
}
