package org.dunlin.store.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Customer;
import org.dunlin.store.Ids;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.ledger.Applied.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The debtors of each company. */
public final class Customers {
  private final JdbcClient jdbc;

  /** The customers of this database. */
  public Customers(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  private record Row(UUID id, Version version, Customer customer) {}

  /**
   * Applies what a source says of a customer, unless a later state of it is there already. A stub
   * adds a customer and changes none; whatever is no stub takes its place.
   *
   * @param said its id is the source's
   */
  public Applied<Customer> apply(Origin origin, Customer said) {
    UUID id = Ids.next();
    Customer kept = kept(said, id, origin);
    int added =
        jdbc.sql(
                """
                insert into customer (company_id, customer_id, connection_id, source_id, source_sequence,
                                      source_version, name, record)
                values (:company, :id, :connection, :source, :sequence, :version, :name, cast(:record as jsonb))
                on conflict (company_id, connection_id, source_id) do nothing
                """)
            .param("company", origin.companyId())
            .param("id", id)
            .param("connection", origin.connectionId())
            .param("source", said.id())
            .param("sequence", origin.sequence())
            .param("version", origin.saidVersion())
            .param("name", said.name())
            .param("record", CanonicalWriter.line(kept))
            .update();
    return added == 1 ? new Applied<>(id, Outcome.ADDED, null) : change(origin, said);
  }

  /** These customers, in no order. */
  public List<Customer> all(String companyId, Collection<UUID> ids) {
    return jdbc.sql(
            "select record from customer where company_id = :company and customer_id = any(:ids)")
        .param("company", companyId)
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, number) -> StoredRecord.of(row.getString("record"), Customer.class))
        .list();
  }

  /** All customers of a company. */
  public List<Customer> of(String companyId) {
    return jdbc.sql("select record from customer where company_id = :company order by customer_id")
        .param("company", companyId)
        .query((row, number) -> StoredRecord.of(row.getString("record"), Customer.class))
        .list();
  }

  /**
   * The customers who owe something, in the order of their ids.
   *
   * @param after only those that come after it
   */
  public List<UUID> owing(String companyId, UUID after, int most) {
    return jdbc.sql(
            """
            select distinct customer_id from open_instalment
             where company_id = :company and earliest and kind = 'INVOICE' and customer_id > :after
             order by customer_id limit :most
            """)
        .param("company", companyId)
        .param("after", after)
        .param("most", most)
        .query(UUID.class)
        .list();
  }

  /** One customer by the ledger's id. */
  public Optional<Customer> find(String companyId, UUID customerId) {
    return jdbc.sql("select record from customer where company_id = :company and customer_id = :id")
        .param("company", companyId)
        .param("id", customerId)
        .query((row, number) -> StoredRecord.of(row.getString("record"), Customer.class))
        .optional();
  }

  /** The ledger's id of the customer that the connection knows by this id. */
  public Optional<UUID> id(String companyId, String connectionId, String sourceId) {
    return jdbc.sql(
            "select customer_id from customer where company_id = :company"
                + " and connection_id = :connection and source_id = :source")
        .param("company", companyId)
        .param("connection", connectionId)
        .param("source", sourceId)
        .query(UUID.class)
        .optional();
  }

  /** The ledger's ids of those customers that the connection knows by these ids. */
  public Map<String, UUID> ids(
      String companyId, String connectionId, Collection<String> sourceIds) {
    Map<String, UUID> ids = new HashMap<>();
    jdbc.sql(
            "select source_id, customer_id from customer where company_id = :company"
                + " and connection_id = :connection and source_id = any(:sources)")
        .param("company", companyId)
        .param("connection", connectionId)
        .param("sources", sourceIds.toArray(String[]::new))
        .query(
            row -> {
              ids.put(row.getString("source_id"), row.getObject("customer_id", UUID.class));
            });
    return ids;
  }

  private Applied<Customer> change(Origin origin, Customer said) {
    Row row = lock(origin, said.id());
    if (said.stub()) {
      return new Applied<>(row.id(), Outcome.SAME, row.customer());
    }
    if (!row.customer().stub() && !origin.version().replaces(row.version())) {
      return new Applied<>(row.id(), Outcome.STALE, row.customer());
    }
    Customer kept = kept(said, row.id(), origin);
    boolean same = withoutSource(kept).equals(withoutSource(row.customer()));
    jdbc.sql(
            """
            update customer set source_sequence = :sequence, source_version = :version,
                   name = :name, record = cast(:record as jsonb)
             where company_id = :company and customer_id = :id
            """)
        .param("sequence", origin.sequence())
        .param("version", origin.saidVersion())
        .param("name", said.name())
        .param("record", CanonicalWriter.line(kept))
        .param("company", origin.companyId())
        .param("id", row.id())
        .update();
    return new Applied<>(row.id(), same ? Outcome.SAME : Outcome.CHANGED, row.customer());
  }

  /** The customers of a number, as their programs have it. */
  public List<Customer> numbered(String companyId, String number) {
    return jdbc.sql(
            "select record from customer where company_id = :company"
                + " and record ->> 'number' = :number order by customer_id")
        .param("company", companyId)
        .param("number", number)
        .query((row, each) -> StoredRecord.of(row.getString("record"), Customer.class))
        .list();
  }

  private Row lock(Origin origin, String sourceId) {
    return jdbc.sql(
            """
            select customer_id, source_sequence, source_version, record from customer
             where company_id = :company and connection_id = :connection and source_id = :source
               for update
            """)
        .param("company", origin.companyId())
        .param("connection", origin.connectionId())
        .param("source", sourceId)
        .query(
            (row, number) ->
                new Row(
                    row.getObject("customer_id", UUID.class),
                    new Version(row.getString("source_version"), row.getLong("source_sequence")),
                    StoredRecord.of(row.getString("record"), Customer.class)))
        .single();
  }

  private static Customer kept(Customer said, UUID id, Origin origin) {
    return Sourced.customer(said, id.toString(), origin.source(said.id()));
  }

  private static Customer withoutSource(Customer customer) {
    return Sourced.customer(customer, customer.id(), null);
  }
}
