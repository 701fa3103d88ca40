package org.dunlin.store.lease;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The leases of one process: their length, their renewal, and what a dead process leaves behind.
 */
public final class Leases {
  /** The tables of what is leased row by row. */
  public static final List<String> LEASED =
      List.of("delivery", "effect", "connection", "program_connection", "connection_token");

  private final JdbcClient jdbc;
  private final String owner;
  private final Duration length;
  private final Set<Runnable> renewals = ConcurrentHashMap.newKeySet();

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

  /** Works on a claimed delivery; its lease is renewed meanwhile. */
  public void keepDelivery(String companyId, UUID deliveryId, Lease lease, Runnable work) {
    keep(() -> renewRow("delivery", "delivery_id", companyId, deliveryId, lease), work);
  }

  /** Works on a claimed effect; its lease is renewed meanwhile. */
  public void keepEffect(String companyId, UUID effectId, Lease lease, Runnable work) {
    keep(() -> renewRow("effect", "effect_id", companyId, effectId, lease), work);
  }

  /**
   * Asks a program for what waits there, on a claimed connection; its lease is renewed meanwhile.
   */
  public void keepConnection(String companyId, String connectionId, Lease lease, Runnable work) {
    keep(
        () -> renewRow("program_connection", "connection_id", companyId, connectionId, lease),
        work);
  }

  /** Renews a claimed token; its lease is renewed meanwhile. */
  public void keepToken(String companyId, String connectionId, Lease lease, Runnable work) {
    keep(() -> renewRow("connection_token", "connection_id", companyId, connectionId, lease), work);
  }

  /** Works on a claimed company; its lease is renewed meanwhile. */
  public void keepCompany(String companyId, Lease lease, Runnable work) {
    keep(() -> renewCompany(companyId, lease), work);
  }

  /**
   * The heartbeat: renews the leases of what this process works on at this moment, and of the
   * connections that it serves. What it has claimed and no longer works on, because the work broke
   * off and the lease could not be given back, is let go, so that it is claimed again.
   */
  public void renew() {
    renewals.forEach(Runnable::run);
    jdbc.sql(
            "update connection set lease_until = now() + make_interval(secs => :seconds)"
                + " where lease_owner = :owner and lease_until > now()")
        .param("seconds", seconds())
        .param("owner", owner)
        .update();
  }

  /**
   * By how much the clock of this process is ahead of the database's, negative where it is behind;
   * as exact as the database answers quickly.
   */
  public Duration ahead() {
    Instant asked = Instant.now();
    Instant database =
        jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
    Instant between = asked.plus(Duration.between(asked, Instant.now()).dividedBy(2));
    return Duration.between(database, between);
  }

  private void keep(Runnable renewal, Runnable work) {
    renewals.add(renewal);
    try {
      work.run();
    } finally {
      renewals.remove(renewal);
    }
  }

  private void renewRow(String table, String key, String companyId, Object id, Lease lease) {
    jdbc.sql(
            "update "
                + table
                + " set lease_until = now() + make_interval(secs => :seconds)"
                + " where company_id = :company and "
                + key
                + " = :id and lease_owner = :owner and lease_version = :version"
                + " and lease_until > now()")
        .param("seconds", seconds())
        .param("company", companyId)
        .param("id", id)
        .param("owner", lease.owner())
        .param("version", lease.version())
        .update();
  }

  private int renewCompany(String companyId, Lease lease) {
    return jdbc.sql(
            "update company_lease set until = now() + make_interval(secs => :seconds)"
                + " where company_id = :company and owner = :owner and version = :version"
                + " and until > now()")
        .param("seconds", seconds())
        .param("company", companyId)
        .param("owner", lease.owner())
        .param("version", lease.version())
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

  /**
   * Whether no other process does this at the moment; until the end of the caller's transaction
   * none will.
   */
  public boolean alone(String doing) {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:doing, 0))")
        .param("doing", "dunlin " + doing)
        .query(Boolean.class)
        .single();
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

  /** Holds the company on as the last statement of a part of the work; throws {@link LeaseLost}. */
  public void holdCompany(String companyId, Lease lease) {
    LeaseLost.unless(renewCompany(companyId, lease), "company " + companyId);
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
