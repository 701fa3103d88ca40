package org.dunlin.store.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.dunlin.store.ledger.Allocations;
import org.dunlin.store.secret.CustomerKeys;
import org.dunlin.store.secret.DataKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which allocations were written to other programs, by which effect, and in which words: sealed for
 * the customer whom each line concerns.
 */
public final class OutgoingLines {
  private static final String STANDS =
      "a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL') and a.payment_id is not null";

  /** More often written than taken back. */
  private static final String WRITTEN =
      """
      coalesce((select sum(case when l.undoes then -1 else 1 end) from outgoing_line l
                 where l.company_id = :company and l.connection_id = :connection
                   and l.allocation_id = %s), 0) > 0
      """;

  private final JdbcClient jdbc;
  private final CustomerKeys keys;

  /** The lines of this database. */
  public OutgoingLines(DataSource pool, CustomerKeys keys) {
    jdbc = JdbcClient.create(pool);
    this.keys = keys;
  }

  /**
   * One line of a file, or several that belong together.
   *
   * @param undoes whether it takes back what an earlier one said
   * @param text what it says; absent once the customer was erased
   */
  public record Line(UUID allocationId, boolean undoes, UUID customerId, @Nullable String text) {}

  /**
   * Takes the turn of a connection on a business date; false where it was taken. Whoever takes it
   * locks it until the transaction ends.
   */
  public boolean begin(String companyId, String connectionId, LocalDate day) {
    return jdbc.sql(
                """
                insert into outgoing_day values (:company, :connection, :day)
                on conflict (company_id, connection_id) do update set business_date = excluded.business_date
                 where outgoing_day.business_date is distinct from excluded.business_date
                """)
            .param("company", companyId)
            .param("connection", connectionId)
            .param("day", day)
            .update()
        == 1;
  }

  /** Adds the lines of a file, which is an effect of the outbox already. */
  public void add(String companyId, UUID effectId, String connectionId, List<Line> lines) {
    Map<UUID, DataKey> sealing =
        keys.of(companyId, lines.stream().map(Line::customerId).collect(Collectors.toSet()));
    int number = 0;
    for (Line line : lines) {
      jdbc.sql(
              "insert into outgoing_line values (:company, :effect, :line, :connection,"
                  + " :allocation, :undoes, :customer, :sealed)")
          .param("company", companyId)
          .param("effect", effectId)
          .param("line", number)
          .param("connection", connectionId)
          .param("allocation", line.allocationId())
          .param("undoes", line.undoes())
          .param("customer", line.customerId())
          .param(
              "sealed",
              Objects.requireNonNull(sealing.get(line.customerId()))
                  .seal(
                      String.valueOf(line.text()).getBytes(StandardCharsets.UTF_8),
                      associated(companyId, effectId, number)))
          .update();
      number++;
    }
  }

  /** The lines of a file, in their order; without those of customers who were erased since. */
  public List<Line> of(String companyId, UUID effectId) {
    return select(
        "where l.company_id = :company and l.effect_id = :effect order by l.line",
        companyId,
        "effect",
        effectId);
  }

  /** Allocations that stand and were not written to this connection, oldest first. */
  public List<Allocations.Stored> unwritten(
      String companyId, String connectionId, LocalDate bookedFrom, int most) {
    return jdbc.sql(
            "select a.* from allocation a join payment p on p.company_id = a.company_id"
                + " and p.payment_id = a.payment_id where a.company_id = :company and "
                + STANDS
                + " and p.booking_date >= :from and not "
                + WRITTEN.formatted("a.allocation_id")
                + " order by p.booking_date, a.payment_id, a.allocation_id limit :most")
        .param("company", companyId)
        .param("connection", connectionId)
        .param("from", bookedFrom)
        .param("most", most)
        .query(Allocations::row)
        .list();
  }

  /**
   * What was written to this connection of allocations that stand no more: the line that said it
   * last, of each. What a program has booked, or a fact contradicts, stands still.
   */
  public List<Line> toUndo(String companyId, String connectionId, int most) {
    return select(
        """
            where l.company_id = :company and l.connection_id = :connection and not l.undoes
              and l.sealed is not null and not exists (select from outgoing_line n
                               where n.company_id = l.company_id and n.connection_id = l.connection_id
                                 and n.allocation_id = l.allocation_id
                                 and (n.effect_id, n.line) > (l.effect_id, l.line))
              and not exists (select from allocation a
                               where a.company_id = l.company_id and a.allocation_id = l.allocation_id
                                 and a.decision <> 'SUGGESTED')
            order by l.effect_id, l.line
            """
            + " limit "
            + most,
        companyId,
        "connection",
        connectionId);
  }

  private List<Line> select(String where, String companyId, String name, Object value) {
    return jdbc.sql(
            "select l.*, k.wrapped from outgoing_line l left join customer_key k"
                + " on k.company_id = l.company_id and k.customer_id = l.customer_id "
                + where)
        .param("company", companyId)
        .param(name, value)
        .query((row, number) -> line(row))
        .list();
  }

  private Line line(ResultSet row) throws SQLException {
    UUID customer = row.getObject("customer_id", UUID.class);
    return new Line(
        row.getObject("allocation_id", UUID.class),
        row.getBoolean("undoes"),
        customer,
        text(row, customer).orElse(null));
  }

  private Optional<String> text(ResultSet row, UUID customer) throws SQLException {
    byte[] sealed = row.getBytes("sealed");
    String companyId = row.getString("company_id");
    String associated =
        associated(companyId, row.getObject("effect_id", UUID.class), row.getInt("line"));
    return sealed == null
        ? Optional.empty()
        : keys.unwrap(companyId, customer, row.getBytes("wrapped"))
            .filter(key -> key.sealed(sealed))
            .map(key -> new String(key.open(sealed, associated), StandardCharsets.UTF_8));
  }

  private static String associated(String companyId, UUID effectId, int line) {
    return companyId + "|" + effectId + "|outgoing " + line;
  }
}
