package org.dunlin.store.outbox;

import static org.dunlin.store.outbox.EffectRows.COLUMNS;
import static org.dunlin.store.outbox.EffectRows.WITHOUT_PAYLOAD;

import java.sql.Types;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.lease.Lease;
import org.dunlin.store.lease.LeaseLost;
import org.dunlin.store.lease.Leases;
import org.dunlin.store.secret.CustomerKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Effects on their way from decision to their end. */
public final class Outbox {
  private static final String REFUSED =
      "select distinct refused_address from effect"
          + " where company_id = :company and refused_address ";

  /** Of the effects of some kinds, one that may leave now and is the oldest of its key. */
  private static final String CLAIM =
      """
      update effect
         set state = 'CLAIMED', lease_owner = :owner, lease_version = lease_version + 1,
             lease_until = now() + make_interval(secs => :seconds), attempts = attempts + 1
       where (company_id, effect_id) = (
               select company_id, effect_id from effect c
                where state in ('PENDING', 'CLAIMED')
                  and (state = 'PENDING' and not_before <= now()
                       or state = 'CLAIMED' and lease_until <= now())
                  and %s
                  and not exists (
                    select 1 from effect o
                     where o.company_id = c.company_id and o.ordering_key = c.ordering_key
                       and o.state in ('PENDING', 'CLAIMED', 'SENDING') and o.sequence < c.sequence)
                order by not_before, sequence limit 1 for update skip locked)
         and state in ('PENDING', 'CLAIMED')
      returning %s, lease_version
      """;

  static final String NO_EVENT =
      CLAIM.formatted(
          """
          kind <> 'EVENT' and (kind not in ('WRITE_BACK', 'OUTGOING_FILE', 'LETTER', 'TEXT', 'HANDOVER')
            or :too = 'ALL' or :too = 'ANSWERING' and not exists (
              select 1 from program_connection p
               where p.company_id = c.company_id and p.connection_id = c.connection_id
                 and p.silences > 0))
          """,
          COLUMNS);

  static final String EVENT =
      CLAIM.formatted(
          """
          kind = 'EVENT' and (:silent or not exists (
            select 1 from event_endpoint p
             where p.company_id = c.company_id and p.failing_since is not null
               and 'event|' || p.endpoint_id = left(c.ordering_key, 42)))
          """,
          COLUMNS);

  private final JdbcClient jdbc;
  private final Leases leases;
  private final CustomerKeys keys;
  private final EffectRows rows;
  private final Concerned concerned;

  /** The outbox of this database, claimed for the process that the leases name. */
  public Outbox(DataSource pool, Leases leases, CustomerKeys keys) {
    jdbc = JdbcClient.create(pool);
    this.leases = leases;
    this.keys = keys;
    this.rows = new EffectRows(keys);
    this.concerned = new Concerned(jdbc);
  }

  /**
   * Adds a decided effect, sealed for the customer whom it concerns; one that is there already
   * stays as it is.
   */
  public void add(Effect effect) {
    UUID customerId = concerned.customer(effect).orElse(null);
    String payload = Objects.requireNonNull(effect.payload(), "a decided effect says something");
    byte[] sealed =
        customerId == null
            ? null
            : SealedPayload.seal(
                keys.of(effect.companyId(), customerId), effect.companyId(), effect.id(), payload);
    jdbc.sql(
            """
            insert into effect (company_id, effect_id, connection_id, ordering_key, kind, delivery_kind,
                                action_id, payload, customer_id, sealed, state, not_before,
                                business_date, decided_at)
            values (:company, :id, :connection, :key, :kind, :delivery, :action, cast(:payload as jsonb),
                    :customer, :sealed, :state, now(), :date, now())
            on conflict do nothing
            """)
        .param("company", effect.companyId())
        .param("id", effect.id())
        .param("connection", effect.connectionId())
        .param("key", effect.orderingKey())
        .param("kind", effect.kind().name())
        .param("delivery", effect.kind().delivery().name())
        .param("action", effect.actionId())
        .param("payload", sealed == null ? payload : null)
        .param("customer", customerId, Types.OTHER)
        .param("sealed", sealed, Types.BINARY)
        .param("state", effect.state().name())
        .param("date", effect.businessDate())
        .update();
  }

  /**
   * What programs and servers are told that may be claimed; each may let a worker wait for long.
   */
  public enum WriteBacksToo {
    /** None of it. */
    NONE,
    /** To programs that answered the last time. */
    ANSWERING,
    /** All of it. */
    ALL
  }

  /** Claims an effect but an event that may leave now and is the oldest of its key. */
  public Optional<ClaimedEffect> claim() {
    return claim(WriteBacksToo.ALL);
  }

  /** Claims an effect but an event that may leave now and is the oldest of its key. */
  public Optional<ClaimedEffect> claim(WriteBacksToo writeBacks) {
    return claimed(jdbc.sql(NO_EVENT).param("too", writeBacks.name()));
  }

  /**
   * Claims an event that may leave now and is the oldest of its key.
   *
   * @param silentToo also for a program that took nothing the last time
   */
  public Optional<ClaimedEffect> claimEvent(boolean silentToo) {
    return claimed(jdbc.sql(EVENT).param("silent", silentToo));
  }

  private Optional<ClaimedEffect> claimed(JdbcClient.StatementSpec claim) {
    return claim
        .param("owner", leases.owner())
        .param("seconds", leases.seconds())
        .query(
            (row, number) ->
                new ClaimedEffect(
                    rows.effect(row), new Lease(leases.owner(), row.getLong("lease_version"))))
        .optional();
  }

  /** Notes, before the first byte, that one may leave; throws {@link LeaseLost}. */
  public void sending(ClaimedEffect claimed) {
    move(claimed, "CLAIMED", EffectState.SENDING, null);
  }

  /** Ends the work; throws {@link LeaseLost}. */
  public void ended(ClaimedEffect claimed, EffectState state, @Nullable String reason) {
    move(claimed, null, state, reason);
  }

  /** Puts the effect back after an attempt of which nothing left; throws {@link LeaseLost}. */
  public void later(ClaimedEffect claimed, Duration wait, String reason) {
    putBack(claimed, wait, reason, 0);
  }

  /** Puts the effect back before an attempt was made, since it may not leave yet. */
  public void notYet(ClaimedEffect claimed, Duration wait, String reason) {
    putBack(claimed, wait, reason, 1);
  }

  private void putBack(ClaimedEffect claimed, Duration wait, String reason, int notCounted) {
    int changed =
        jdbc.sql(
                """
                update effect set state = 'PENDING', reason = :reason, lease_until = null,
                       attempts = attempts - :not_counted,
                       not_before = now() + make_interval(secs => :wait)
                 where company_id = :company and effect_id = :id and lease_version = :version
                   and state in ('CLAIMED', 'SENDING')
                """)
            .param("reason", reason)
            .param("not_counted", notCounted)
            .param("wait", wait.toMillis() / 1000.0)
            .param("company", claimed.effect().companyId())
            .param("id", claimed.effect().id())
            .param("version", claimed.lease().version())
            .update();
    LeaseLost.unless(changed, "effect " + claimed.effect().id());
  }

  /** Turns what was being sent when its process died into UNKNOWN, a task for a person. */
  public List<Effect> abandoned() {
    return jdbc.sql(
            """
            update effect
               set state = 'UNKNOWN', finished_at = now(),
                   reason = 'The hub stopped while this was being sent; it may or may not have left.'
             where state = 'SENDING' and lease_until <= now()
            returning %s
            """
                .formatted(COLUMNS))
        .query((row, number) -> rows.effect(row))
        .list();
  }

  /**
   * Of every message that has not ended it is not known any more whether it has left: what waited
   * when a backup was made may be gone since. What may be done twice goes on.
   */
  public List<Effect> mayHaveLeft(String reason) {
    return jdbc.sql(
            """
            update effect
               set state = 'UNKNOWN', finished_at = now(), lease_until = null, reason = :reason
             where delivery_kind = 'BLIND' and not (kind = 'HANDOVER' and action_id is null)
               and state in ('PENDING', 'CLAIMED', 'SENDING', 'AWAITING_APPROVAL')
            returning %s
            """
                .formatted(COLUMNS))
        .param("reason", reason)
        .query((row, number) -> rows.effect(row))
        .list();
  }

  /** Changes the state of an effect that nobody works on; false when it was in another state. */
  public boolean change(
      String companyId, UUID effectId, EffectState from, EffectState to, @Nullable String reason) {
    return jdbc.sql(
                """
                update effect set state = :to, reason = :reason,
                       finished_at = case when :to = 'PENDING' then null else now() end
                 where company_id = :company and effect_id = :id and state = :from
                """)
            .param("to", to.name())
            .param("reason", reason)
            .param("company", companyId)
            .param("id", effectId)
            .param("from", from.name())
            .update()
        == 1;
  }

  /** Lets an effect that waits for its next attempt be tried now; false when it does not wait. */
  public boolean waitNoLonger(String companyId, UUID effectId) {
    return jdbc.sql(
                """
                update effect set not_before = now()
                 where company_id = :company and effect_id = :id and state = 'PENDING'
                """)
            .param("company", companyId)
            .param("id", effectId)
            .update()
        == 1;
  }

  /** One effect. */
  public Optional<Effect> find(String companyId, UUID effectId) {
    return jdbc.sql(
            "select " + COLUMNS + " from effect where company_id = :company and effect_id = :id")
        .param("company", companyId)
        .param("id", effectId)
        .query((row, number) -> rows.effect(row))
        .optional();
  }

  /**
   * Messages of actions that have not left, without what they say: pending, or waiting for a
   * person.
   */
  public List<Effect> waitingMessages(String companyId) {
    return jdbc.sql(
            "select "
                + WITHOUT_PAYLOAD
                + " from effect where company_id = :company and kind in ('EMAIL', 'LETTER', 'TEXT',"
                + " 'HANDOVER') and action_id is not null and state in ('PENDING',"
                + " 'AWAITING_APPROVAL') order by sequence")
        .param("company", companyId)
        .query((row, number) -> rows.effect(row))
        .list();
  }

  /** The message of an action that waits for a person, without what it says. */
  public Optional<Effect> awaitingOf(String companyId, String actionId) {
    return jdbc.sql(
            "select "
                + WITHOUT_PAYLOAD
                + " from effect where company_id = :company"
                + " and kind in ('EMAIL', 'LETTER', 'TEXT', 'HANDOVER')"
                + " and action_id = :action and state = 'AWAITING_APPROVAL'")
        .param("company", companyId)
        .param("action", actionId)
        .query((row, number) -> rows.effect(row))
        .optional();
  }

  /** Effects in a state, oldest first. */
  public List<Effect> in(String companyId, EffectState state, int most) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from effect where company_id = :company and state = :state"
                + " order by sequence limit :most")
        .param("company", companyId)
        .param("state", state.name())
        .param("most", most)
        .query((row, number) -> rows.effect(row))
        .list();
  }

  /** All effects that concern a customer, oldest first. */
  public List<Effect> ofCustomer(String companyId, UUID customerId) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from effect where company_id = :company and (customer_id = :customer"
                + " or customer_id is null and action_id in (select action_id from action"
                + " where company_id = :company and customer_id = :customer)"
                + " or customer_id is null and right(ordering_key, 36) in"
                + " (select cast(invoice_id as text) from invoice"
                + " where company_id = :company and customer_id = :customer)) order by sequence")
        .param("company", companyId)
        .param("customer", customerId)
        .query((row, number) -> rows.effect(row))
        .list();
  }

  /** Notes that a server refused the address of an effect, and not only its message. */
  public void addressRefused(Effect effect, String address) {
    jdbc.sql(
            "update effect set refused_address = :address where company_id = :company and effect_id"
                + " = :id")
        .param("address", address)
        .param("company", effect.companyId())
        .param("id", effect.id())
        .update();
  }

  /** The address that a server refused is good after all; false where none of this effect is. */
  public boolean addressIsGood(String companyId, UUID id) {
    return jdbc.sql(
                """
                update effect set refused_address = null
                 where company_id = :company and refused_address =
                       (select refused_address from effect where company_id = :company and effect_id = :id)
                """)
            .param("company", companyId)
            .param("id", id)
            .update()
        > 0;
  }

  /** Addresses that a server refused for good. */
  public Set<String> refusedAddresses(String companyId) {
    return new HashSet<>(
        jdbc.sql(REFUSED + "is not null").param("company", companyId).query(String.class).list());
  }

  /** Whether a server refused an address for good. */
  public boolean isRefused(String companyId, String address) {
    return !jdbc.sql(REFUSED + "= :address")
        .param("company", companyId)
        .param("address", address)
        .query(String.class)
        .list()
        .isEmpty();
  }

  private void move(
      ClaimedEffect claimed, @Nullable String from, EffectState state, @Nullable String reason) {
    int changed =
        jdbc.sql(
                """
                update effect set state = :state, reason = :reason,
                       finished_at = case when :state = 'SENDING' then null else now() end,
                       lease_until = case when :state = 'SENDING' then lease_until end
                 where company_id = :company and effect_id = :id and lease_version = :version
                   and (state = :from or cast(:from as text) is null and state in ('CLAIMED', 'SENDING'))
                """)
            .param("state", state.name())
            .param("reason", reason)
            .param("company", claimed.effect().companyId())
            .param("id", claimed.effect().id())
            .param("version", claimed.lease().version())
            .param("from", from)
            .update();
    LeaseLost.unless(changed, "effect " + claimed.effect().id());
  }
}
