package org.dunlin.store.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.call.Transcript;
import org.dunlin.store.Ids;
import org.dunlin.store.call.OutboundCall.Outcome;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.dunlin.store.secret.CallKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The calls of connections. Streams are read every few minutes: of answers that brought nothing the
 * newest of each stream is kept, and those of the last moments, which may still bring something.
 */
public final class OutboundCalls {
  /** Whoever reads an answer has taken what it brings by then. */
  private static final Duration TAKEN = Duration.ofMinutes(10);

  private static final String OF = "select * from outbound_call where company_id = :company";

  private final JdbcClient jdbc;
  private final CallKeys keys;

  /** Those of this database. */
  public OutboundCalls(DataSource pool, CallKeys keys) {
    jdbc = JdbcClient.create(pool);
    this.keys = keys;
  }

  /** Whom something concerns alone, and which try of it is under way. */
  private record Known(@Nullable UUID customerId, @Nullable Integer attempt) {}

  /**
   * Adds a call that is over; customer and attempt are found by what it belongs to.
   *
   * @param call with its transcript
   */
  public void add(OutboundCall call) {
    Known known = known(call);
    Transcript said = Objects.requireNonNull(call.transcript(), "a new call says something");
    CallKeys.Sealed sealed =
        keys.seal(call.companyId(), call.id(), known.customerId(), CallTexts.bytes(said));
    jdbc.sql(
            """
            insert into outbound_call (company_id, call_id, at, connection_id, about, about_id, stream,
                                       customer_id, attempt, method, host, outcome, status, millis,
                                       sent_bytes, came_bytes, master_key, wrapped, sealed)
            values (:company, :id, :at, :connection, :about, :about_id, :stream, :customer, :attempt,
                    :method, :host, :outcome, :status, :millis, :sent, :came, :master, :wrapped, :sealed)
            """)
        .param("company", call.companyId())
        .param("id", call.id())
        .param("at", Ids.at(call.at()))
        .param("connection", call.connectionId())
        .param("about", call.occasion().about().name())
        .param("about_id", call.occasion().id(), Types.OTHER)
        .param("stream", call.occasion().stream())
        .param("customer", known.customerId(), Types.OTHER)
        .param("attempt", known.attempt(), Types.INTEGER)
        .param("method", call.method())
        .param("host", call.host())
        .param("outcome", call.outcome().name())
        .param("status", call.status(), Types.INTEGER)
        .param("millis", call.millis())
        .param("sent", call.sentBytes())
        .param("came", call.cameBytes(), Types.BIGINT)
        .param("master", sealed.master())
        .param("wrapped", sealed.wrapped())
        .param("sealed", sealed.content())
        .update();
    if (call.occasion().about() == Occasion.About.READING && call.succeeded()) {
      forgetEarlier(call);
    }
  }

  private Known known(OutboundCall call) {
    UUID id = call.occasion().id();
    return switch (call.occasion().about()) {
      case EFFECT ->
          known(call, id, "select customer_id, attempts from effect where effect_id = :id");
      case PAYING ->
          known(
              call,
              id,
              """
              select customer_id, cast(null as integer) as attempts from checkout where checkout_id = :id
              union all
              select customer_id, null from provider_refund where refund_id = :id
              union all
              select customer_id, null from payment_link where link_id = :id
              """);
      case READING, ACCESS, CONNECTION -> new Known(null, null);
    };
  }

  private Known known(OutboundCall call, @Nullable UUID id, String query) {
    return jdbc
        .sql(query.replace("where", "where company_id = :company and"))
        .param("company", call.companyId())
        .param("id", id, Types.OTHER)
        .query(
            (row, number) ->
                new Known(
                    row.getObject("customer_id", UUID.class),
                    row.getObject("attempts", Integer.class)))
        .list()
        .stream()
        .findFirst()
        .orElseGet(() -> new Known(null, null));
  }

  /** Whoever forgets at the same time leaves to the other what the other has. */
  private void forgetEarlier(OutboundCall call) {
    jdbc.sql(
            """
            delete from outbound_call
             where (company_id, call_id) in (
                     select company_id, call_id from outbound_call
                      where (company_id, call_id) in (
                              select company_id, call_id from outbound_call
                               where company_id = :company and connection_id = :connection
                                 and stream = :stream and about = 'READING' and delivery_id is null
                                 and outcome = 'ANSWERED' and status < 400
                               order by call_id limit 200)
                        and at < cast(:at as timestamptz) - make_interval(secs => :taken)
                        for update skip locked)
            """)
        .param("company", call.companyId())
        .param("connection", call.connectionId())
        .param("stream", call.occasion().stream())
        .param("at", Ids.at(call.at()))
        .param("taken", TAKEN.toSeconds())
        .update();
  }

  /** Notes what a call brought. */
  public void brought(String companyId, UUID callId, UUID deliveryId) {
    jdbc.sql(
            "update outbound_call set delivery_id = :delivery"
                + " where company_id = :company and call_id = :id")
        .param("delivery", deliveryId)
        .param("company", companyId)
        .param("id", callId)
        .update();
  }

  /** One call. */
  public Optional<OutboundCall> find(String companyId, UUID callId) {
    return jdbc.sql(OF + " and call_id = :id")
        .param("company", companyId)
        .param("id", callId)
        .query(this::call)
        .optional();
  }

  /**
   * A page of calls, the newest first.
   *
   * @param of which ones
   */
  public Page<OutboundCall> page(String companyId, Of of, @Nullable Cursor after, int most) {
    List<OutboundCall> calls =
        jdbc.sql(
                OF
                    + (after == null ? "" : " and call_id < :before")
                    + of.condition()
                    + " order by call_id desc limit :most")
            .param("company", companyId)
            .param("of", of.value())
            .param("before", after == null ? null : after.id(0), Types.OTHER)
            .param("most", most + 1)
            .query(this::call)
            .list();
    return Page.of(calls, most, call -> Cursor.at(call.id()));
  }

  /** Which calls are wanted. */
  public sealed interface Of {
    /** Those of a connection. */
    record Connection(String id) implements Of {}

    /** Those of an effect, or of what is paid or given back. */
    record Thing(UUID id) implements Of {}

    /** Those that brought a delivery. */
    record Delivery(UUID id) implements Of {}

    private String condition() {
      return switch (this) {
        case Connection connection -> " and connection_id = :of";
        case Thing thing -> " and about_id = :of";
        case Delivery delivery -> " and delivery_id = :of";
      };
    }

    private Object value() {
      return switch (this) {
        case Connection(String id) -> id;
        case Thing(UUID id) -> id;
        case Delivery(UUID id) -> id;
      };
    }
  }

  /** The newest calls of an effect, or of what is paid or given back; the newest first. */
  public List<OutboundCall> about(String companyId, UUID id, int most) {
    return jdbc.sql(OF + " and about_id = :id order by call_id desc limit :most")
        .param("company", companyId)
        .param("id", id)
        .param("most", most)
        .query(this::call)
        .list();
  }

  /** The calls that brought a delivery, the earliest first. */
  public List<OutboundCall> bringing(String companyId, UUID deliveryId, int most) {
    return jdbc.sql(OF + " and delivery_id = :delivery order by call_id limit :most")
        .param("company", companyId)
        .param("delivery", deliveryId)
        .param("most", most)
        .query(this::call)
        .list();
  }

  /** The newest calls of a connection, the newest first. */
  public List<OutboundCall> of(String companyId, String connectionId, int most) {
    return jdbc.sql(OF + " and connection_id = :connection order by call_id desc limit :most")
        .param("company", companyId)
        .param("connection", connectionId)
        .param("most", most)
        .query(this::call)
        .list();
  }

  /** All calls that concern a customer alone, the earliest first. */
  public List<OutboundCall> ofCustomer(String companyId, UUID customerId) {
    return jdbc.sql(OF + " and customer_id = :customer order by call_id")
        .param("company", companyId)
        .param("customer", customerId)
        .query(this::call)
        .list();
  }

  /** Calls that may concern several customers, and say something, in the order of their ids. */
  public List<OutboundCall> shared(String companyId, UUID after, int most) {
    return jdbc.sql(
            OF
                + " and call_id > :after and customer_id is null and sealed is not null"
                + " order by call_id limit :most")
        .param("company", companyId)
        .param("after", after)
        .param("most", most)
        .query(this::call)
        .list();
  }

  /** Takes away what was said in a call; that it was made stays. */
  public void forget(String companyId, UUID callId) {
    jdbc.sql(
            "update outbound_call set sealed = null, wrapped = null, master_key = null"
                + " where company_id = :company and call_id = :id")
        .param("company", companyId)
        .param("id", callId)
        .update();
  }

  /**
   * Takes away calls before a moment, so many that a transaction stays short; how many.
   *
   * @param most so many
   */
  public int forgetBefore(Instant before, int most) {
    return jdbc.sql(
            """
            delete from outbound_call
             where (company_id, call_id) in (
                     select company_id, call_id from outbound_call where at < :before limit :most)
            """)
        .param("before", Ids.at(before))
        .param("most", most)
        .update();
  }

  private OutboundCall call(ResultSet row, int number) throws SQLException {
    String companyId = row.getString("company_id");
    UUID id = row.getObject("call_id", UUID.class);
    UUID customerId = row.getObject("customer_id", UUID.class);
    return new OutboundCall(
        companyId,
        id,
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("connection_id"),
        new Occasion(
            Occasion.About.valueOf(row.getString("about")),
            row.getObject("about_id", UUID.class),
            row.getString("stream")),
        row.getObject("delivery_id", UUID.class),
        customerId,
        row.getObject("attempt", Integer.class),
        row.getString("method"),
        row.getString("host"),
        Outcome.valueOf(row.getString("outcome")),
        row.getObject("status", Integer.class),
        row.getInt("millis"),
        row.getLong("sent_bytes"),
        row.getObject("came_bytes", Long.class),
        said(companyId, id, customerId, row.getBytes("wrapped"), row.getBytes("sealed")));
  }

  private @Nullable Transcript said(
      String companyId,
      UUID id,
      @Nullable UUID customerId,
      byte @Nullable [] wrapped,
      byte @Nullable [] sealed) {
    return wrapped == null || sealed == null
        ? null
        : keys.open(companyId, id, customerId, wrapped, sealed).map(CallTexts::of).orElse(null);
  }
}
