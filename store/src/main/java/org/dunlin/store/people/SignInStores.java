package org.dunlin.store.people;

import javax.sql.DataSource;
import org.dunlin.store.secret.KeyRing;

/** What signing in keeps, of one database. */
public record SignInStores(
    Invitations invitations,
    LoginFailures failures,
    SecondFactors secondFactors,
    RecoveryCodes recoveryCodes,
    Sessions sessions,
    HubEvents events) {
  /** The stores over a pool, with the hub's keys. */
  public static SignInStores over(DataSource pool, KeyRing ring) {
    return new SignInStores(
        new Invitations(pool),
        new LoginFailures(pool),
        new SecondFactors(pool, ring),
        new RecoveryCodes(pool),
        new Sessions(pool),
        new HubEvents(pool));
  }
}
