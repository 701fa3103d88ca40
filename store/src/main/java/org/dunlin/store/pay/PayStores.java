package org.dunlin.store.pay;

import javax.sql.DataSource;

/** What is kept of paying by links, of one database. */
public record PayStores(
    KeptLinks links,
    KeptCheckouts checkouts,
    OvertakenCheckouts overtaken,
    ProviderLinks providerLinks,
    ProviderRefunds refunds,
    PayingRules rules,
    PayoutEntries payouts,
    ProviderAccounts accounts,
    ProviderDifferences differences,
    FeeBookings fees) {

  /** The stores over a pool. */
  public static PayStores over(DataSource pool) {
    return new PayStores(
        new KeptLinks(pool),
        new KeptCheckouts(pool),
        new OvertakenCheckouts(pool),
        new ProviderLinks(pool),
        new ProviderRefunds(pool),
        new PayingRules(pool),
        new PayoutEntries(pool),
        new ProviderAccounts(pool),
        new ProviderDifferences(pool),
        new FeeBookings(pool));
  }
}
