package org.dunlin.store.pay;

import javax.sql.DataSource;

/** What is kept of paying by links, of one database. */
public record PayStores(
    KeptLinks links,
    KeptCheckouts checkouts,
    PayingRules rules,
    PayoutEntries payouts,
    ProviderAccounts accounts) {

  /** The stores over a pool. */
  public static PayStores over(DataSource pool) {
    return new PayStores(
        new KeptLinks(pool),
        new KeptCheckouts(pool),
        new PayingRules(pool),
        new PayoutEntries(pool),
        new ProviderAccounts(pool));
  }
}
