package org.dunlin.store.payer;

import javax.sql.DataSource;
import org.dunlin.store.secret.CustomerKeys;

/** What is kept of the payer's page, of one database. */
public record PayerStores(
    PayerForms forms,
    PayerVisits visits,
    PayerPapers papers,
    PayerRuleBook rules,
    CustomerLanguages languages,
    PaidLately paid) {

  /** The stores over a pool. */
  public static PayerStores over(DataSource pool, CustomerKeys keys) {
    return new PayerStores(
        new PayerForms(pool),
        new PayerVisits(pool),
        new PayerPapers(pool, keys),
        new PayerRuleBook(pool),
        new CustomerLanguages(pool),
        new PaidLately(pool));
  }
}
