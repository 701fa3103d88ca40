package org.dunlin.store.inbox;

import static org.dunlin.store.inbox.DeliveryRows.COLUMNS;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.dunlin.core.model.Problem;
import org.dunlin.store.Ids;
import org.dunlin.store.company.FlowHours;
import org.dunlin.store.lease.Lease;
import org.dunlin.store.lease.LeaseLost;
import org.dunlin.store.lease.Leases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deliveries on their way from acceptance to their end. */
public final class Inbox {
  /** Attempts after which a delivery without a result is poison. */
  public static final int MOST_ATTEMPTS = 3;

  /** So far behind a delivery others are looked for that are claimed with it. */
  private static final int BEHIND = 500;

  private static final String DELIVERY =
      """
      insert into delivery (company_id, delivery_id, connection_id, name, bytes, sha256, received_at,
                            received_month, may_hand_over, may_come_again, stream, parent, state,
                            format, finished_at, master_key, wrapped)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?,
              case when ? then now() end, ?, ?)
      on conflict (company_id, sha256) where not may_come_again do nothing
      """;

  private static final String WITH_PIECE =
      """
      with fresh as (%s returning company_id, received_month, delivery_id)
      insert into delivery_chunk select company_id, received_month, delivery_id, ?, ? from fresh
      """
          .formatted(DELIVERY);

  private static final String UNTRIED = "state = 'NEW' and attempts = 0";

  private static final String SUSPECT =
      """
      (state = 'NEW' or state = 'CLAIMED' and lease_until <= now())
      and attempts between 1 and %d
      and not exists (select 1 from delivery o
                       where o.state = 'CLAIMED' and o.attempts > 1 and o.lease_until > now())
      """
          .formatted(MOST_ATTEMPTS - 1);

  private final JdbcClient jdbc;
  private final Leases leases;
  private final FlowHours hours;

  /** Companies that were there; none is ever deleted. */
  private final Set<String> companies = ConcurrentHashMap.newKeySet();

  /**
   * The inbox of this database, claimed for the process that the leases name.
   *
   * @param hours where it is counted what came to its end
   */
  public Inbox(DataSource pool, Leases leases, FlowHours hours) {
    jdbc = JdbcClient.create(pool);
    this.leases = leases;
    this.hours = hours;
  }

  /**
   * Puts a delivery in with the last piece of its bytes, in one statement, unless the company has
   * had the same bytes before; then nothing is written. What a program's stream brought is never
   * taken for something that came before. One that is at its end as it comes, since there is
   * nothing in it to be read, is never claimed.
   *
   * @return the delivery that had the same bytes before, if there was one
   * @throws UnknownCompany when the hub has no such company
   */
  public Optional<UUID> accept(Delivery delivery, byte[] sha256, RawContent.Rest rest) {
    requireCompany(delivery.companyId());
    boolean piece = rest.content().length > 0;
    JdbcClient.StatementSpec row =
        jdbc.sql(piece ? WITH_PIECE : DELIVERY)
            .param(delivery.companyId())
            .param(delivery.id())
            .param(delivery.connectionId())
            .param(delivery.name())
            .param(rest.bytes())
            .param(sha256)
            .param(Ids.at(delivery.receivedAt()))
            .param(delivery.receivedMonth())
            .param(delivery.mayHandOver())
            .param(delivery.stream() != null)
            .param(delivery.stream())
            .param(delivery.parent())
            .param(delivery.state().name())
            .param(delivery.format())
            .param(delivery.state() == DeliveryState.APPLIED)
            .param(rest.key().master())
            .param(rest.key().wrapped());
    int added = (piece ? row.param(rest.part()).param(rest.content()) : row).update();
    return added == 1 ? Optional.empty() : Optional.of(withBytes(delivery.companyId(), sha256));
  }

  private UUID withBytes(String companyId, byte[] sha256) {
    return jdbc.sql(
            "select delivery_id from delivery"
                + " where company_id = :company and sha256 = :sha256 and not may_come_again")
        .param("company", companyId)
        .param("sha256", sha256)
        .query(UUID.class)
        .single();
  }

  private void requireCompany(String companyId) {
    if (!companies.contains(companyId)) {
      boolean there =
          jdbc.sql("select exists (select 1 from company where company_id = :company)")
              .param("company", companyId)
              .query(Boolean.class)
              .single();
      if (!there) {
        throw new UnknownCompany(companyId);
      }
      companies.add(companyId);
    }
  }

  /**
   * Claims the delivery that waits longest; those without a result after three claims never.
   *
   * <p>One that was claimed before without a result may be what killed the process. Such a delivery
   * waits for those that have not been tried, and is tried with no other of its kind beside it: it
   * takes no neighbour with it into POISON.
   */
  public Optional<ClaimedDelivery> claim() {
    Optional<ClaimedDelivery> untried = claim(UNTRIED);
    return untried.isPresent() ? untried : claimSuspect();
  }

  /**
   * Whether a delivery of a company that had come by then is still to be read, or is being read.
   */
  public boolean hasToRead(String companyId, Instant cameBy) {
    return jdbc.sql(
            """
            select exists (select from delivery
                            where state in ('NEW', 'CLAIMED') and company_id = :company
                              and received_at <= :by)
            """)
        .param("company", companyId)
        .param("by", Ids.at(cameBy))
        .query(Boolean.class)
        .single();
  }

  /**
   * Claims what waits behind one that was claimed just now, of the same connection to a program, as
   * far as it was never tried and is small.
   *
   * @param most so many
   * @param bytes of each, at most
   */
  public List<ClaimedDelivery> claimBehind(Delivery first, int most, long bytes) {
    return jdbc
        .sql(
            """
            update delivery d
               set state = 'CLAIMED', lease_owner = :owner, lease_version = lease_version + 1,
                   lease_until = now() + make_interval(secs => :seconds), attempts = attempts + 1
             where (company_id, delivery_id) in (
                     select company_id, delivery_id from delivery
                      where %s and company_id = :company and connection_id = :connection
                        and stream is not null and bytes <= :bytes
                        and intake_sequence between :first and :last
                      order by intake_sequence limit :most for update skip locked)
            returning %s, lease_version
            """
                .formatted(UNTRIED, COLUMNS))
        .param("owner", leases.owner())
        .param("seconds", leases.seconds())
        .param("company", first.companyId())
        .param("connection", first.connectionId())
        .param("bytes", bytes)
        .param("first", first.intakeSequence())
        .param("last", first.intakeSequence() + BEHIND)
        .param("most", most)
        .query((row, number) -> claimed(row))
        .list()
        .stream()
        .sorted(Comparator.comparing(each -> each.delivery().intakeSequence()))
        .toList();
  }

  private ClaimedDelivery claimed(ResultSet row) throws SQLException {
    return new ClaimedDelivery(
        DeliveryRows.delivery(row), new Lease(leases.owner(), row.getLong("lease_version")));
  }

  private Optional<ClaimedDelivery> claimSuspect() {
    boolean aloneHere =
        jdbc.sql("select pg_try_advisory_xact_lock(hashtext('suspect delivery'))")
            .query(Boolean.class)
            .single();
    return aloneHere ? claim(SUSPECT) : Optional.empty();
  }

  private Optional<ClaimedDelivery> claim(String condition) {
    return jdbc.sql(
            """
            update delivery d
               set state = 'CLAIMED', lease_owner = :owner, lease_version = lease_version + 1,
                   lease_until = now() + make_interval(secs => :seconds), attempts = attempts + 1
             where (company_id, delivery_id) = (
                     select company_id, delivery_id from delivery
                      where %s
                      order by intake_sequence limit 1 for update skip locked)
            returning %s, lease_version
            """
                .formatted(condition, COLUMNS))
        .param("owner", leases.owner())
        .param("seconds", leases.seconds())
        .query((row, number) -> claimed(row))
        .optional();
  }

  /** Ends as poison one delivery whose last permitted claim is over without a result. */
  public Optional<Delivery> poison(String reason) {
    Optional<Delivery> given =
        jdbc.sql(
                """
                update delivery
                   set state = 'POISON', finished_at = now(), reason_code = 'POISON', reason = :reason
                 where (company_id, delivery_id) = (
                         select company_id, delivery_id from delivery
                          where (state = 'NEW' or state = 'CLAIMED' and lease_until <= now())
                            and attempts >= :most
                          order by intake_sequence limit 1 for update skip locked)
                returning %s
                """
                    .formatted(COLUMNS))
            .param("most", MOST_ATTEMPTS)
            .param("reason", reason)
            .query((row, number) -> DeliveryRows.delivery(row))
            .optional();
    given.ifPresent(delivery -> count(delivery, 0, true));
    return given;
  }

  private void count(Delivery delivery, int records, boolean failed) {
    hours.ended(delivery.companyId(), delivery.connectionId(), delivery.stream(), records, failed);
  }

  /** Says of a delivery that came refused, before it was read, why it waits. */
  public void setAside(String companyId, UUID deliveryId, Problem why) {
    jdbc.sql(
            "update delivery set reason_code = :code, reason = :reason, finished_at = now()"
                + " where company_id = :company and delivery_id = :id and state = 'QUARANTINED'")
        .param("code", why.code())
        .param("reason", why.message())
        .param("company", companyId)
        .param("id", deliveryId)
        .update();
  }

  /** Ends the work as applied; throws {@link LeaseLost}. */
  public void applied(ClaimedDelivery claimed, String format, int records) {
    finish(claimed, DeliveryState.APPLIED, format, records, null);
  }

  /** Notes in which encoding the text of a delivery was found to be, as people call it. */
  public void foundIn(String companyId, UUID deliveryId, String encoding) {
    jdbc.sql(
            "update delivery set encoding = :encoding"
                + " where company_id = :company and delivery_id = :id")
        .param("encoding", encoding)
        .param("company", companyId)
        .param("id", deliveryId)
        .update();
  }

  /** In which encoding its text was found to be; empty where its format declares it. */
  public Optional<String> encoding(String companyId, UUID deliveryId) {
    return jdbc.sql(
            "select encoding from delivery where company_id = :company and delivery_id = :id"
                + " and encoding is not null")
        .param("company", companyId)
        .param("id", deliveryId)
        .query(String.class)
        .optional();
  }

  /** Ends the work with the whole delivery refused; throws {@link LeaseLost}. */
  public void quarantined(ClaimedDelivery claimed, @Nullable String format, Problem reason) {
    finish(claimed, DeliveryState.QUARANTINED, format, 0, reason);
  }

  /** Gives a delivery back whose translation broke off; the attempt counts. */
  public void giveBack(ClaimedDelivery claimed, String reason) {
    jdbc.sql(
            """
            update delivery set state = 'NEW', lease_until = null, lease_owner = null, reason = :reason
             where company_id = :company and delivery_id = :id and lease_version = :version
               and state = 'CLAIMED'
            """)
        .param("reason", reason)
        .param("company", claimed.delivery().companyId())
        .param("id", claimed.delivery().id())
        .param("version", claimed.lease().version())
        .update();
  }

  /**
   * Notes who said that a delivery's documents take the place of others with their numbers: the
   * next time that it is translated, and no more.
   */
  public void letReplace(String companyId, UUID deliveryId, String by) {
    jdbc.sql(
            "update delivery set replacing_by = :by where company_id = :company and delivery_id ="
                + " :id")
        .param("by", by)
        .param("company", companyId)
        .param("id", deliveryId)
        .update();
  }

  /** Who said so; empty where nobody did. */
  public Optional<String> replacingBy(String companyId, UUID deliveryId) {
    return jdbc.sql(
            "select replacing_by from delivery where company_id = :company and delivery_id = :id"
                + " and replacing_by is not null")
        .param("company", companyId)
        .param("id", deliveryId)
        .query(String.class)
        .optional();
  }

  /** Lets other companies' statements be handed over when the delivery is translated next. */
  public void letHandOver(String companyId, UUID deliveryId) {
    jdbc.sql(
            "update delivery set may_hand_over = true"
                + " where company_id = :company and delivery_id = :id and not may_hand_over")
        .param("company", companyId)
        .param("id", deliveryId)
        .update();
  }

  /** Puts an ended delivery back to the start; false when it is not at an end, or has no bytes. */
  public boolean replay(String companyId, UUID deliveryId) {
    return jdbc.sql(
                """
                update delivery set state = 'NEW', attempts = 0, reason_code = null, reason = null,
                       finished_at = null, lease_version = lease_version + 1, replacing_by = null
                 where company_id = :company and delivery_id = :id
                   and state in ('APPLIED', 'QUARANTINED', 'POISON') and raw_gone_at is null
                """)
            .param("company", companyId)
            .param("id", deliveryId)
            .update()
        == 1;
  }

  private void finish(
      ClaimedDelivery claimed,
      DeliveryState state,
      @Nullable String format,
      int records,
      @Nullable Problem reason) {
    int changed =
        jdbc.sql(
                """
                update delivery set state = :state, format = :format, records = :records,
                       finished_at = now(), lease_until = null, reason_code = :code, reason = :reason,
                       replacing_by = null
                 where company_id = :company and delivery_id = :id and lease_version = :version
                   and state = 'CLAIMED'
                """)
            .param("state", state.name())
            .param("format", format)
            .param("records", records)
            .param("code", reason == null ? null : reason.code())
            .param("reason", reason == null ? null : reason.sentence())
            .param("company", claimed.delivery().companyId())
            .param("id", claimed.delivery().id())
            .param("version", claimed.lease().version())
            .update();
    LeaseLost.unless(changed, "delivery " + claimed.delivery().name());
    count(claimed.delivery(), records, reason != null);
  }
}
