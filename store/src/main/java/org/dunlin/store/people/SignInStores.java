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
    HubEvents events,
    Notices notices) {
  /** The stores over a pool, with the hub's keys. */
  public static SignInStores over(DataSource pool, KeyRing ring) {
    Notices notices = new Notices(pool);
    return new SignInStores(
        new Invitations(pool),
        new LoginFailures(pool),
        new SecondFactors(pool, ring),
        new RecoveryCodes(pool),
        new Sessions(pool),
        new HubEvents(pool, notices),
        notices);
  }
}
