package org.dunlin.store.program;

import javax.sql.DataSource;
import org.dunlin.store.lease.Leases;
import org.dunlin.store.secret.ConnectionKeys;
import org.dunlin.store.secret.KeyRing;

/** The stores of connections to programs. */
public record ProgramStores(
    LinkedPrograms linked,
    Streams streams,
    WantedObjects wanted,
    ConnectionSecrets secrets,
    Tokens tokens,
    Quotas quotas,
    SeenObjects seen,
    HookNotices notices,
    Subscriptions subscriptions,
    PendingAuthorisations authorisations) {

  /** The stores over a pool. */
  public static ProgramStores over(DataSource pool, Leases leases, KeyRing ring) {
    ConnectionKeys keys = new ConnectionKeys(pool, ring);
    return new ProgramStores(
        new LinkedPrograms(pool, leases),
        new Streams(pool),
        new WantedObjects(pool),
        new ConnectionSecrets(pool, keys),
        new Tokens(pool, leases, keys),
        new Quotas(pool),
        new SeenObjects(pool),
        new HookNotices(pool),
        new Subscriptions(pool),
        new PendingAuthorisations(pool, keys));
  }
}
