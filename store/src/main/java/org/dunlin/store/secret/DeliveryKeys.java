package org.dunlin.store.secret;

import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The data key of each delivery's raw content: under the hub's key at intake, and under the key of
 * its only customer as long as translation knows of no other.
 */
public final class DeliveryKeys {
  private final JdbcClient jdbc;
  private final KeyRing ring;
  private final CustomerKeys customers;

  /** The keys of this database. */
  public DeliveryKeys(DataSource pool, KeyRing ring, CustomerKeys customers) {
    jdbc = JdbcClient.create(pool);
    this.ring = ring;
    this.customers = customers;
  }

  /**
   * A key of a delivery as it lies in the table.
   *
   * @param master the id of the hub's key that wraps it
   */
  public record WrappedKey(String master, byte[] wrapped) {}

  /** The key of a new delivery, to be written together with it. */
  public WrappedKey wrap(String companyId, UUID deliveryId, DataKey key) {
    return new WrappedKey(ring.newest(), ring.wrap(key, associated(companyId, deliveryId)));
  }

  private record Row(@Nullable UUID customerId, byte[] wrapped) {}

  /**
   * The delivery's key; empty when it has none: its content was written before there were keys, or
   * is gone.
   */
  public Optional<DataKey> find(String companyId, UUID deliveryId) {
    return jdbc.sql(
            "select customer_id, wrapped from delivery where company_id = :company"
                + " and delivery_id = :id and wrapped is not null")
        .param("company", companyId)
        .param("id", deliveryId)
        .query(
            (row, number) ->
                new Row(row.getObject("customer_id", UUID.class), row.getBytes("wrapped")))
        .optional()
        .map(row -> open(companyId, deliveryId, row));
  }

  /** Puts the key under that of the only customer whom the delivery concerns. */
  public void sealFor(String companyId, UUID deliveryId, UUID customerId) {
    Optional<DataKey> key = find(companyId, deliveryId);
    if (key.isPresent()) {
      jdbc.sql(
              """
              update delivery set customer_id = :customer, master_key = null, wrapped = :wrapped
               where company_id = :company and delivery_id = :id
              """)
          .param("customer", customerId)
          .param("wrapped", customers.wrap(companyId, customerId, deliveryId, key.get()))
          .param("company", companyId)
          .param("id", deliveryId)
          .update();
    }
  }

  /** Puts the key back under the hub's where it was a customer's who is not the only one. */
  public void sealForHub(String companyId, UUID deliveryId) {
    if (isCustomers(companyId, deliveryId)) {
      DataKey key = find(companyId, deliveryId).orElseThrow();
      WrappedKey hubs = wrap(companyId, deliveryId, key);
      jdbc.sql(
              """
              update delivery set customer_id = null, master_key = :master, wrapped = :wrapped
               where company_id = :company and delivery_id = :id
              """)
          .param("master", hubs.master())
          .param("wrapped", hubs.wrapped())
          .param("company", companyId)
          .param("id", deliveryId)
          .update();
    }
  }

  private boolean isCustomers(String companyId, UUID deliveryId) {
    return jdbc.sql(
            "select exists (select 1 from delivery where company_id = :company"
                + " and delivery_id = :id and customer_id is not null)")
        .param("company", companyId)
        .param("id", deliveryId)
        .query(Boolean.class)
        .single();
  }

  /**
   * The key as a query of another store brought it along; empty where the query found none.
   *
   * @param customerId under whose key it is; absent where it is under the hub's
   */
  public Optional<DataKey> unwrap(
      String companyId, UUID deliveryId, @Nullable UUID customerId, byte @Nullable [] wrapped) {
    return Optional.ofNullable(wrapped)
        .map(there -> open(companyId, deliveryId, new Row(customerId, there)));
  }

  private DataKey open(String companyId, UUID deliveryId, Row row) {
    return row.customerId() == null
        ? ring.unwrap(row.wrapped(), associated(companyId, deliveryId))
        : customers.unwrap(companyId, row.customerId(), deliveryId, row.wrapped());
  }

  static String associated(String companyId, UUID deliveryId) {
    return CustomerKeys.contentKey(companyId, deliveryId);
  }
}
