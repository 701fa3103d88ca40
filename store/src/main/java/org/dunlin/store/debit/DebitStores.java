package org.dunlin.store.debit;

import javax.sql.DataSource;
import org.dunlin.store.secret.CustomerKeys;

/** What is kept of direct debit, of one database. */
public record DebitStores(Mandates mandates, DebitSettings settings) {

  /** The stores over a pool. */
  public static DebitStores over(DataSource pool, CustomerKeys keys) {
    return new DebitStores(new Mandates(pool, keys), new DebitSettings(pool));
  }
}
