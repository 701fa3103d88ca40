package org.dunlin.store.debit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.Mandate;
import org.dunlin.core.model.MandateScheme;
import org.dunlin.core.model.MandateState;
import org.dunlin.store.debit.KeptMandate.Amendment;
import org.dunlin.store.debit.KeptMandate.Origin;
import org.dunlin.store.debit.KeptMandate.Proof;
import org.dunlin.store.secret.CustomerKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Permissions to debit. */
public final class Mandates {
  private static final int PARTS = 8;
  private static final String SELECT =
      """
      select m.*, k.wrapped,
             (select coalesce(max(number), 0) from mandate_amendment a
               where a.company_id = m.company_id and a.mandate_id = m.mandate_id) as amended
        from mandate m left join customer_key k
             on k.company_id = m.company_id and k.customer_id = m.customer_id
      """;

  private final JdbcClient jdbc;
  private final SealedParts parts;
  private final SealedParts before;

  /** Those of this database, and the keys that seal whose accounts they name. */
  public Mandates(DataSource pool, CustomerKeys keys) {
    jdbc = JdbcClient.create(pool);
    parts = new SealedParts(keys, "mandate");
    before = new SealedParts(keys, "mandate amended");
  }

  /** Adds one; false where its reference is another's already. */
  public boolean add(String companyId, KeptMandate kept) {
    Mandate mandate = kept.mandate();
    return jdbc.sql(
                """
                insert into mandate (company_id, mandate_id, customer_id, connection_id, reference, scheme,
                       state, signed_on, once, confirmed_on, origin, last_collected_on, collected, sealed,
                       made_by, made_on)
                values (:company, :id, :customer, :connection, :reference, :scheme, :state, :signed, :once,
                        :confirmed, :origin, :last, :collected, :sealed, :by, :on)
                on conflict do nothing
                """)
            .param("company", companyId)
            .param("id", kept.id())
            .param("customer", kept.customerId())
            .param("connection", kept.connectionId(), Types.VARCHAR)
            .param("reference", mandate.reference())
            .param("scheme", mandate.scheme().name())
            .param("state", mandate.state().name())
            .param("signed", mandate.signedOn())
            .param("once", kept.once())
            .param("confirmed", kept.confirmedOn(), Types.DATE)
            .param("origin", kept.origin().name())
            .param("last", kept.lastCollectedOn(), Types.DATE)
            .param("collected", kept.collected())
            .param("sealed", seal(companyId, kept))
            .param("by", kept.madeBy())
            .param("on", kept.madeOn())
            .update()
        == 1;
  }

  private byte[] seal(String companyId, KeptMandate kept) {
    Mandate mandate = kept.mandate();
    Proof proof = kept.proof();
    return parts.seal(
        companyId,
        kept.customerId(),
        mandate.id(),
        mandate.iban(),
        mandate.bic(),
        mandate.holder(),
        proof == null ? null : proof.signedAt().toString(),
        proof == null ? null : proof.from(),
        proof == null ? null : proof.text(),
        proof == null ? null : proof.version(),
        proof == null ? null : proof.language());
  }

  /** One. */
  public Optional<KeptMandate> find(String companyId, UUID id) {
    return select("m.mandate_id = :id", companyId, Map.of("id", id)).stream().findFirst();
  }

  /** One, which nobody else changes until the transaction ends. */
  public Optional<KeptMandate> lock(String companyId, UUID id) {
    jdbc.sql("select 1 from mandate where company_id = :company and mandate_id = :id for update")
        .param("company", companyId)
        .param("id", id)
        .query(Integer.class)
        .optional();
    return find(companyId, id);
  }

  /** The one for the company's own bank that has this reference. */
  public Optional<KeptMandate> named(String companyId, String reference) {
    return select(
            "m.reference = :reference and m.connection_id is null",
            companyId,
            Map.of("reference", reference))
        .stream()
        .findFirst();
  }

  /** All of these customers, the latest first. */
  public List<KeptMandate> ofCustomers(String companyId, List<UUID> customers) {
    return select(
        "m.customer_id = any(:customers)",
        companyId,
        Map.of("customers", customers.toArray(UUID[]::new)));
  }

  /** All of a company in these states, the latest first. */
  public List<KeptMandate> in(String companyId, List<MandateState> states, int most) {
    return select(
        "m.state = any(:states)",
        companyId,
        Map.of("states", states.stream().map(Enum::name).toArray(String[]::new)),
        most);
  }

  /** Those in force for the company's own bank, the latest first. */
  public List<KeptMandate> inForce(String companyId) {
    return select("m.state = 'ACTIVE' and m.connection_id is null", companyId, Map.of());
  }

  /** Moves one to another state; false where it was in another one by now. */
  public boolean move(
      String companyId,
      KeptMandate from,
      MandateState to,
      @Nullable String reason,
      String by,
      LocalDate on) {
    return jdbc.sql(
                """
                update mandate set state = :to, ended_reason = :reason, changed_by = :by, changed_on = :on
                 where company_id = :company and mandate_id = :id and state = :from
                """)
            .param("to", to.name())
            .param("reason", reason, Types.VARCHAR)
            .param("by", by)
            .param("on", on)
            .param("company", companyId)
            .param("id", from.id())
            .param("from", from.mandate().state().name())
            .update()
        == 1;
  }

  /** Notes that the debtor's bank has confirmed it. */
  public void confirm(String companyId, UUID id, LocalDate on) {
    jdbc.sql(
            "update mandate set confirmed_on = :on where company_id = :company and mandate_id = :id")
        .param("on", on)
        .param("company", companyId)
        .param("id", id)
        .update();
  }

  /** Says whether it ends with its next debit. */
  public void ends(String companyId, UUID id, boolean ends) {
    jdbc.sql("update mandate set ends = :ends where company_id = :company and mandate_id = :id")
        .param("ends", ends)
        .param("company", companyId)
        .param("id", id)
        .update();
  }

  /**
   * Keeps what it says from now on, and what it said before; false where the new reference is
   * another's already.
   */
  public boolean amend(String companyId, KeptMandate was, Mandate now, String by, LocalDate on) {
    boolean free =
        was.mandate().reference().equals(now.reference())
            || named(companyId, now.reference()).isEmpty();
    if (!free) {
      return false;
    }
    int number = was.amended() + 1;
    jdbc.sql("insert into mandate_amendment values (:company, :id, :number, :by, :on, :sealed)")
        .param("company", companyId)
        .param("id", was.id())
        .param("number", number)
        .param("by", by)
        .param("on", on)
        .param(
            "sealed",
            before.seal(
                companyId,
                was.customerId(),
                was.mandate().id() + "/" + number,
                was.mandate().reference(),
                was.mandate().iban(),
                was.mandate().bic(),
                was.mandate().holder()))
        .update();
    jdbc.sql(
            """
            update mandate set reference = :reference, sealed = :sealed, changed_by = :by, changed_on = :on
             where company_id = :company and mandate_id = :id
            """)
        .param("reference", now.reference())
        .param(
            "sealed",
            seal(
                companyId,
                new KeptMandate(
                    now,
                    was.connectionId(),
                    was.origin(),
                    was.once(),
                    was.ends(),
                    was.confirmedOn(),
                    was.lastCollectedOn(),
                    was.collected(),
                    was.told(),
                    number,
                    was.proof(),
                    was.endedReason(),
                    was.madeBy(),
                    was.madeOn())))
        .param("by", by)
        .param("on", on)
        .param("company", companyId)
        .param("id", was.id())
        .update();
    return true;
  }

  /** What it was before, the earliest first. */
  public List<Amendment> amendments(String companyId, UUID id) {
    return jdbc.sql(
            """
            select a.*, m.customer_id, k.wrapped from mandate_amendment a
              join mandate m using (company_id, mandate_id)
              left join customer_key k on k.company_id = m.company_id and k.customer_id = m.customer_id
             where a.company_id = :company and a.mandate_id = :id order by a.number
            """)
        .param("company", companyId)
        .param("id", id)
        .query((row, number) -> amendment(row, id))
        .list();
  }

  private Amendment amendment(ResultSet row, UUID id) throws SQLException {
    int number = row.getInt("number");
    List<@Nullable String> said =
        before.open(row, row.getObject("customer_id", UUID.class), id + "/" + number, 4);
    return new Amendment(
        number,
        said.get(0),
        said.get(1),
        said.get(2),
        said.get(3),
        row.getString("amended_by"),
        row.getObject("amended_on", LocalDate.class));
  }

  /**
   * Notes that a bank has a debit by it.
   *
   * @param told up to which amendment that debit told
   */
  public void collected(String companyId, UUID id, LocalDate on, int told) {
    jdbc.sql(
            """
            update mandate set collected = collected + 1, told = greatest(told, :told),
                   last_collected_on = greatest(coalesce(last_collected_on, :on), :on)
             where company_id = :company and mandate_id = :id
            """)
        .param("told", told)
        .param("on", on)
        .param("company", companyId)
        .param("id", id)
        .update();
  }

  /** A debit by it was refused before any money moved, so it does not count. */
  public void notCollected(String companyId, UUID id) {
    jdbc.sql(
            """
            update mandate set collected = greatest(0, collected - 1)
             where company_id = :company and mandate_id = :id
            """)
        .param("company", companyId)
        .param("id", id)
        .update();
  }

  /** Takes out of the rows of an erased customer what its key does not. */
  public void forget(String companyId, UUID customerId) {
    jdbc.sql(
            """
            update mandate set reference = 'erased-' || left(cast(mandate_id as text), 28), sealed = null,
                   state = case when state in ('PENDING', 'ACTIVE') then 'REVOKED' else state end
             where company_id = :company and customer_id = :customer
            """)
        .param("company", companyId)
        .param("customer", customerId)
        .update();
  }

  private List<KeptMandate> select(String where, String companyId, Map<String, ?> values) {
    return select(where, companyId, values, Integer.MAX_VALUE);
  }

  private List<KeptMandate> select(
      String where, String companyId, Map<String, ?> values, int most) {
    return jdbc.sql(
            SELECT
                + " where m.company_id = :company and "
                + where
                + " order by m.signed_on desc, m.mandate_id desc limit :most")
        .param("company", companyId)
        .params(values)
        .param("most", most)
        .query(this::row)
        .list();
  }

  private KeptMandate row(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("mandate_id", UUID.class);
    UUID customerId = row.getObject("customer_id", UUID.class);
    List<@Nullable String> said = parts.open(row, customerId, id.toString(), PARTS);
    return new KeptMandate(
        new Mandate(
            id.toString(),
            customerId.toString(),
            row.getString("reference"),
            MandateScheme.valueOf(row.getString("scheme")),
            said.get(0),
            said.get(1),
            said.get(2),
            row.getObject("signed_on", LocalDate.class),
            MandateState.valueOf(row.getString("state")),
            null),
        row.getString("connection_id"),
        Origin.valueOf(row.getString("origin")),
        row.getBoolean("once"),
        row.getBoolean("ends"),
        row.getObject("confirmed_on", LocalDate.class),
        row.getObject("last_collected_on", LocalDate.class),
        row.getInt("collected"),
        row.getInt("told"),
        row.getInt("amended"),
        proof(said),
        row.getString("ended_reason"),
        row.getString("made_by"),
        row.getObject("made_on", LocalDate.class));
  }

  private static @Nullable Proof proof(List<@Nullable String> said) {
    String at = said.get(3);
    return at == null
        ? null
        : new Proof(
            Instant.parse(at),
            Objects.requireNonNullElse(said.get(4), ""),
            Objects.requireNonNullElse(said.get(5), ""),
            Objects.requireNonNullElse(said.get(6), ""),
            Objects.requireNonNullElse(said.get(7), ""));
  }
}
