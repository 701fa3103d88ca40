package org.dunlin.store.people;

import javax.sql.DataSource;

/** What signing in keeps, of one database. */
public record SignInStores(Invitations invitations, LoginFailures failures, HubEvents events) {
  /** The stores over a pool. */
  public static SignInStores over(DataSource pool) {
    return new SignInStores(new Invitations(pool), new LoginFailures(pool), new HubEvents(pool));
  }
}
