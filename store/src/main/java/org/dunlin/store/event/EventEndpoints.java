package org.dunlin.store.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.dunlin.core.event.EventKind;
import org.dunlin.store.event.EventEndpoint.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The programs that are told what happens. */
public final class EventEndpoints {
  private static final String ONE = " where company_id = :company and endpoint_id = :id";

  private final JdbcClient jdbc;

  EventEndpoints(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Adds one that is told what happens from now on. */
  public void add(
      String companyId,
      UUID id,
      String name,
      String address,
      Collection<EventKind> kinds,
      String by,
      UUID toldTo,
      LocalDate today) {
    jdbc.sql(
            """
            insert into event_endpoint (company_id, endpoint_id, name, address, kinds, made_by, told_to, overdue_to)
            values (:company, :id, :name, :address, :kinds, :by, :told, :today)
            """)
        .param("company", companyId)
        .param("id", id)
        .param("name", name)
        .param("address", address)
        .param("kinds", words(kinds))
        .param("by", by)
        .param("told", toldTo)
        .param("today", today)
        .update();
  }

  /** Changes what was said of one. */
  public void change(
      String companyId, UUID id, String name, String address, Collection<EventKind> kinds) {
    jdbc.sql("update event_endpoint set name = :name, address = :address, kinds = :kinds" + ONE)
        .param("company", companyId)
        .param("id", id)
        .param("name", name)
        .param("address", address)
        .param("kinds", words(kinds))
        .update();
  }

  /** Counts the secret up; the one before it signs, too, for so long. */
  public void rotate(String companyId, UUID id, Duration overlap) {
    jdbc.sql(
            "update event_endpoint set secret = secret + 1,"
                + " earlier_until = now() + make_interval(secs => :overlap)"
                + ONE)
        .param("company", companyId)
        .param("id", id)
        .param("overlap", overlap.toSeconds())
        .update();
  }

  /**
   * Switches one on or off; false where it was so.
   *
   * @param why why the hub does so; absent where a person does
   */
  public boolean switchTo(String companyId, UUID id, Standing state, @Nullable String why) {
    return jdbc.sql(
                "update event_endpoint set state = :state, why = :why, failing_since = null"
                    + ONE
                    + " and state <> :state")
            .param("company", companyId)
            .param("id", id)
            .param("state", state.name())
            .param("why", why)
            .update()
        == 1;
  }

  /** Removes one with all that was kept of what it was told; false where there is none. */
  public boolean remove(String companyId, UUID id) {
    return jdbc.sql("delete from event_endpoint" + ONE)
            .param("company", companyId)
            .param("id", id)
            .update()
        == 1;
  }

  /** All of a company, the oldest first. */
  public List<EventEndpoint> of(String companyId) {
    return jdbc.sql("select * from event_endpoint where company_id = :company order by endpoint_id")
        .param("company", companyId)
        .query(EventEndpoints::row)
        .list();
  }

  /** One. */
  public Optional<EventEndpoint> find(String companyId, UUID id) {
    return jdbc.sql("select * from event_endpoint" + ONE)
        .param("company", companyId)
        .param("id", id)
        .query(EventEndpoints::row)
        .optional();
  }

  /** The one that is on and was not looked at for longest, held until the transaction ends. */
  public Optional<EventEndpoint> claim(Duration atMostEvery) {
    return jdbc.sql(
            """
            update event_endpoint set looked_at = now()
             where (company_id, endpoint_id) = (
                     select company_id, endpoint_id from event_endpoint
                      where state = 'ON' and looked_at <= now() - make_interval(secs => :every)
                      order by looked_at limit 1 for update skip locked)
            returning *
            """)
        .param("every", atMostEvery.toMillis() / 1000.0)
        .query(EventEndpoints::row)
        .optional();
  }

  /** There is more to tell one: it is looked at again at once. */
  public void lookAgain(EventEndpoint endpoint) {
    jdbc.sql("update event_endpoint set looked_at = now() - interval '1 hour'" + ONE)
        .param("company", endpoint.companyId())
        .param("id", endpoint.id())
        .update();
  }

  /** Whether what is known to be so is to be looked at; it is noted that it was. */
  public boolean statesDue(EventEndpoint endpoint, Duration every) {
    return jdbc.sql(
                "update event_endpoint set states_at = now()"
                    + ONE
                    + " and states_at <= now() - make_interval(secs => :every)")
            .param("company", endpoint.companyId())
            .param("id", endpoint.id())
            .param("every", every.toSeconds())
            .update()
        == 1;
  }

  /** Notes up to which row of the journal one was told. */
  public void toldTo(EventEndpoint endpoint, UUID journalId) {
    jdbc.sql("update event_endpoint set told_to = :told" + ONE)
        .param("company", endpoint.companyId())
        .param("id", endpoint.id())
        .param("told", journalId)
        .update();
  }

  /** Notes up to where one was told what is overdue. */
  public void overdueTo(EventEndpoint endpoint, LocalDate day, @Nullable UUID invoiceId) {
    jdbc.sql("update event_endpoint set overdue_to = :day, overdue_after = :invoice" + ONE)
        .param("company", endpoint.companyId())
        .param("id", endpoint.id())
        .param("day", day)
        .param("invoice", invoiceId, Types.OTHER)
        .update();
  }

  /** Something was taken. */
  public void succeeded(String companyId, UUID id) {
    jdbc.sql("update event_endpoint set succeeded_at = now(), failing_since = null" + ONE)
        .param("company", companyId)
        .param("id", id)
        .update();
  }

  /** Something was not taken; since when nothing is. */
  public Optional<Instant> failing(String companyId, UUID id) {
    return jdbc.sql(
            "update event_endpoint set failing_since = coalesce(failing_since, now())"
                + ONE
                + " returning failing_since")
        .param("company", companyId)
        .param("id", id)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  private static String[] words(Collection<EventKind> kinds) {
    return kinds.stream().sorted().map(EventKind::word).toArray(String[]::new);
  }

  private static Set<EventKind> kinds(String[] words) {
    return Stream.of(words)
        .flatMap(word -> EventKind.of(word).stream())
        .collect(Collectors.toSet());
  }

  private static EventEndpoint row(ResultSet row, int number) throws SQLException {
    return new EventEndpoint(
        row.getString("company_id"),
        row.getObject("endpoint_id", UUID.class),
        row.getString("name"),
        row.getString("address"),
        kinds((String[]) row.getArray("kinds").getArray()),
        row.getInt("secret"),
        instant(row, "earlier_until"),
        Standing.valueOf(row.getString("state")),
        row.getString("why"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getString("made_by"),
        row.getObject("told_to", UUID.class),
        row.getObject("overdue_to", LocalDate.class),
        row.getObject("overdue_after", UUID.class),
        instant(row, "failing_since"),
        instant(row, "succeeded_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
