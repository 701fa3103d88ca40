package org.dunlin.store.debit;

import javax.sql.DataSource;
import org.dunlin.store.secret.CustomerKeys;

/** What is kept of direct debit, of one database. */
public record DebitStores(
    Mandates mandates,
    DebitSettings settings,
    Debits debits,
    CollectionFiles files,
    DebitsInFile inFile) {

  /** The stores over a pool. */
  public static DebitStores over(DataSource pool, CustomerKeys keys) {
    return new DebitStores(
        new Mandates(pool, keys),
        new DebitSettings(pool),
        new Debits(pool, keys),
        new CollectionFiles(pool),
        new DebitsInFile(pool, keys));
  }
}
