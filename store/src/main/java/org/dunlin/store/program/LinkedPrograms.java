package org.dunlin.store.program;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.dunlin.store.lease.Lease;
import org.dunlin.store.lease.LeaseLost;
import org.dunlin.store.lease.Leases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the connections to programs stand, and which process asks each. */
public final class LinkedPrograms {
  private static final String ONE = " where company_id = :company and connection_id = :connection";

  /** When a connection {@code p} is due: with the first of its streams, and not while limited. */
  private static final String DUE =
      """
      case when p.state = 'AUTHORISED'
            and not (select k.paused from connection k
                      where k.company_id = p.company_id and k.connection_id = p.connection_id)
           then (select greatest(min(s.due_at), p.limited_until) from connection_stream s
                  where s.company_id = p.company_id and s.connection_id = p.connection_id
                    and s.due_at is not null
                 having min(s.due_at) is not null) end
      """;

  private final JdbcClient jdbc;
  private final Leases leases;

  /** The connections of this database, claimed for the process that the leases name. */
  public LinkedPrograms(DataSource pool, Leases leases) {
    jdbc = JdbcClient.create(pool);
    this.leases = leases;
  }

  /** Notes that a connection leads to a program; false where that is known. */
  public boolean add(String companyId, String connectionId, Access access, String reason) {
    return jdbc.sql(
                """
                insert into program_connection (company_id, connection_id, state, reason, since)
                values (:company, :connection, :state, :reason, now()) on conflict do nothing
                """)
            .param("company", companyId)
            .param("connection", connectionId)
            .param("state", access.name())
            .param("reason", reason)
            .update()
        == 1;
  }

  /** One connection; empty where it leads to no program. */
  public Optional<LinkedProgram> find(String companyId, String connectionId) {
    return jdbc.sql("select * from program_connection" + ONE)
        .param("company", companyId)
        .param("connection", connectionId)
        .query((row, number) -> linked(row))
        .optional();
  }

  /** The connections of a company that lead to programs. */
  public List<LinkedProgram> of(String companyId) {
    return jdbc.sql(
            "select * from program_connection where company_id = :company order by connection_id")
        .param("company", companyId)
        .query((row, number) -> linked(row))
        .list();
  }

  /** Whether somebody reads from a program of the company at the moment. */
  public boolean beingRead(String companyId) {
    return jdbc.sql(
            """
            select exists (select from program_connection
                            where company_id = :company and lease_until > now())
            """)
        .param("company", companyId)
        .query(Boolean.class)
        .single();
  }

  /** Whether a connection of a company is due or asked now, or single objects of it are wanted. */
  public boolean busy(String companyId) {
    return jdbc.sql(
            """
            select exists (
              select from program_connection p
               where company_id = :company and due_at is not null
                 and (due_at <= now() or lease_until > now() or exists (
                       select from wanted_object w
                        where w.company_id = p.company_id and w.connection_id = p.connection_id
                          and w.not_before <= now())))
            """)
        .param("company", companyId)
        .query(Boolean.class)
        .single();
  }

  /**
   * Claims the connection that is due longest and that nobody asks at the moment.
   *
   * @param silentToo also one whose program did not answer the last time
   */
  public Optional<ClaimedProgram> claim(boolean silentToo) {
    return jdbc.sql(
            """
            update program_connection
               set lease_owner = :owner, lease_version = lease_version + 1,
                   lease_until = now() + make_interval(secs => :seconds)
             where (company_id, connection_id) = (
                     select company_id, connection_id from program_connection
                      where due_at <= now() and (lease_until is null or lease_until <= now())
                        and (silences = 0 or :silent)
                      order by due_at limit 1 for no key update skip locked)
            returning *
            """)
        .param("owner", leases.owner())
        .param("seconds", leases.seconds())
        .param("silent", silentToo)
        .query(
            (row, number) ->
                new ClaimedProgram(
                    linked(row), new Lease(leases.owner(), row.getLong("lease_version"))))
        .optional();
  }

  /** Notes an answer, in the transaction of what it brought; throws {@link LeaseLost}. */
  public void answered(ClaimedProgram claimed) {
    fence(claimed, "silences = 0");
  }

  /** Notes that the program did not answer; throws {@link LeaseLost}. */
  public void silent(ClaimedProgram claimed) {
    fence(claimed, "silences = silences + 1");
  }

  /** Makes sure that the lease is held still; throws {@link LeaseLost}. */
  public void held(ClaimedProgram claimed) {
    fence(claimed, "lease_version = lease_version");
  }

  /** Takes the lease from whoever has it: what that one has read and not stored yet is dropped. */
  public void interrupt(String companyId, String connectionId) {
    change(companyId, connectionId, "lease_version = lease_version + 1, lease_until = null");
  }

  /**
   * Lets nobody else change what is due of the connection until the transaction ends. Whoever wants
   * objects, changes streams or finds out when the connection is due locks it first: otherwise two
   * would wait for each other, or one would compute from what the other is about to change.
   */
  public void lock(String companyId, String connectionId) {
    jdbc.sql("select 1 from program_connection" + ONE + " for no key update")
        .param("company", companyId)
        .param("connection", connectionId)
        .query(Integer.class)
        .optional();
  }

  /** Gives the connection back, due with the first of its streams; throws {@link LeaseLost}. */
  public void release(ClaimedProgram claimed) {
    lock(claimed.companyId(), claimed.connectionId());
    fence(claimed, "lease_until = null, due_at = " + DUE);
  }

  private void fence(ClaimedProgram claimed, String change) {
    int changed =
        jdbc.sql(
                "update program_connection p set "
                    + change
                    + ONE
                    + " and lease_version = :version and lease_owner = :owner")
            .param("company", claimed.companyId())
            .param("connection", claimed.connectionId())
            .param("version", claimed.lease().version())
            .param("owner", claimed.lease().owner())
            .update();
    LeaseLost.unless(changed, "connection " + claimed.connectionId());
  }

  /** Finds out anew when the connection is due, after something about it has changed. */
  public void refresh(String companyId, String connectionId) {
    lock(companyId, connectionId);
    change(companyId, connectionId, "due_at = " + DUE);
  }

  /** Changes whether the program may be asked; the reason is a sentence. Nothing where it is so. */
  public boolean setAccess(
      String companyId, String connectionId, Access access, @Nullable String reason) {
    int changed =
        jdbc.sql(
                "update program_connection set state = :state, reason = :reason, since = now()"
                    + ONE
                    + " and (state <> :state or reason is distinct from :reason)")
            .param("state", access.name())
            .param("reason", reason)
            .param("company", companyId)
            .param("connection", connectionId)
            .update();
    refresh(companyId, connectionId);
    return changed == 1;
  }

  /** Nothing is asked of the program for so long, or longer where that was said before. */
  public void limit(String companyId, String connectionId, Duration span, String sentence) {
    jdbc.sql(
            "update program_connection set limited = :sentence,"
                + " limited_until = now() + make_interval(secs => :seconds)"
                + ONE
                + " and (limited_until is null"
                + " or limited_until < now() + make_interval(secs => :seconds))")
        .param("sentence", sentence)
        .param("seconds", Instants.seconds(span))
        .param("company", companyId)
        .param("connection", connectionId)
        .update();
    refresh(companyId, connectionId);
  }

  /**
   * A person asks: what failed before this moment holds nothing back any more, in any process.
   *
   * @return the moment; empty where there is no such connection
   */
  public Optional<Instant> forgive(String companyId, String connectionId) {
    return jdbc.sql(
            "update program_connection set forgiven_at = clock_timestamp()"
                + ONE
                + " returning forgiven_at")
        .param("company", companyId)
        .param("connection", connectionId)
        .query((row, number) -> Instants.of(row, "forgiven_at"))
        .optional();
  }

  /** A notice came, and its connection is due with what it tells of. */
  public void noticed(String companyId, String connectionId) {
    change(companyId, connectionId, "noticed_at = now(), due_at = " + DUE);
  }

  private void change(String companyId, String connectionId, String change) {
    jdbc.sql("update program_connection p set " + change + ONE)
        .param("company", companyId)
        .param("connection", connectionId)
        .update();
  }

  private static LinkedProgram linked(ResultSet row) throws SQLException {
    return new LinkedProgram(
        row.getString("company_id"),
        row.getString("connection_id"),
        Access.valueOf(row.getString("state")),
        row.getString("reason"),
        Instants.of(row, "since"),
        Instants.orNull(row, "limited_until"),
        row.getString("limited"),
        row.getInt("silences"),
        Instants.orNull(row, "noticed_at"),
        Instants.orNull(row, "due_at"),
        Instants.orNull(row, "forgiven_at"));
  }
}
