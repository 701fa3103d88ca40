package org.dunlin.store.lease;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The leases of one process: their length, their renewal, and what a dead process leaves behind.
 */
public final class Leases {
  private static final List<String> LEASED = List.of("delivery", "effect", "connection");

  private final JdbcClient jdbc;
  private final String owner;
  private final Duration length;

  /**
   * @param owner names this process; new at every start, since a restarted process must not take
   *     its predecessor's leases for its own
   */
  public Leases(DataSource pool, String owner, Duration length) {
    jdbc = JdbcClient.create(pool);
    this.owner = owner;
    this.length = length;
  }

  /** The process that claims. */
  public String owner() {
    return owner;
  }

  /** How long a lease lasts without renewal, in seconds. */
  public double seconds() {
    return length.toMillis() / 1000.0;
  }

  /** Renews all leases of this process: the heartbeat. */
  public void renew() {
    for (String table : LEASED) {
      jdbc.sql(
              "update "
                  + table
                  + " set lease_until = now() + make_interval(secs => :seconds)"
                  + " where lease_owner = :owner and lease_until > now()")
          .param("seconds", seconds())
          .param("owner", owner)
          .update();
    }
    jdbc.sql(
            "update company_lease set until = now() + make_interval(secs => :seconds)"
                + " where owner = :owner and until > now()")
        .param("seconds", seconds())
        .param("owner", owner)
        .update();
  }

  /**
   * Ends the leases of all other processes at once. Only for a database that nobody else can use:
   * the embedded one, whose directory this process has locked.
   */
  public void endOthers() {
    for (String table : LEASED) {
      jdbc.sql(
              "update "
                  + table
                  + " set lease_until = now() where lease_owner <> :owner and lease_until > now()")
          .param("owner", owner)
          .update();
    }
    jdbc.sql("update company_lease set until = now() where owner <> :owner and until > now()")
        .param("owner", owner)
        .update();
  }

  /** Claims the company as a whole, for matching or dunning; empty when another holds it. */
  public Optional<Lease> claimCompany(String companyId) {
    jdbc.sql("insert into company_lease (company_id) values (:company) on conflict do nothing")
        .param("company", companyId)
        .update();
    return jdbc.sql(
            """
            update company_lease
               set owner = :owner, until = now() + make_interval(secs => :seconds), version = version + 1
             where company_id = :company and (until is null or until <= now())
            returning version
            """)
        .param("owner", owner)
        .param("seconds", seconds())
        .param("company", companyId)
        .query(Long.class)
        .optional()
        .map(version -> new Lease(owner, version));
  }

  /** Gives the company back as the last statement of the work; throws {@link LeaseLost}. */
  public void releaseCompany(String companyId, Lease lease) {
    int released = release(companyId, lease);
    LeaseLost.unless(released, "company " + companyId);
  }

  /** Gives the company back after work that failed, if it is still ours. */
  public void abandonCompany(String companyId, Lease lease) {
    release(companyId, lease);
  }

  private int release(String companyId, Lease lease) {
    return jdbc.sql(
            "update company_lease set until = now(), owner = null"
                + " where company_id = :company and version = :version and owner = :owner")
        .param("company", companyId)
        .param("version", lease.version())
        .param("owner", lease.owner())
        .update();
  }
}
