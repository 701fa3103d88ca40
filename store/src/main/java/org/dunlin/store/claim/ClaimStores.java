package org.dunlin.store.claim;

import javax.sql.DataSource;

/** What claims need of one database. */
public record ClaimStores(Settlements settlements, ClaimTermsBook terms, StatedClaims stated) {

  /** The stores over a pool. */
  public static ClaimStores over(DataSource pool) {
    return new ClaimStores(new Settlements(pool), new ClaimTermsBook(pool), new StatedClaims(pool));
  }
}
