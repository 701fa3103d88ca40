package org.dunlin.store.secret;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The data key of each customer. They are asked for each time and never kept in memory, so that
 * what one process destroys no other goes on using.
 */
public final class CustomerKeys {
  private final JdbcClient jdbc;
  private final KeyRing ring;

  /** The keys of this database, wrapped by the hub's. */
  public CustomerKeys(DataSource pool, KeyRing ring) {
    jdbc = JdbcClient.create(pool);
    this.ring = ring;
  }

  /** The customer's key, made if there is none. */
  public DataKey of(String companyId, UUID customerId) {
    return find(companyId, customerId).orElseGet(() -> make(companyId, customerId));
  }

  /** The customers' keys, those made that are not there, in few round trips. */
  public Map<UUID, DataKey> of(String companyId, Set<UUID> customerIds) {
    Map<UUID, DataKey> keys = find(companyId, customerIds);
    Set<UUID> lacking = new TreeSet<>(customerIds); // in one order, so that no two wait in a circle
    lacking.removeAll(keys.keySet());
    if (!lacking.isEmpty()) {
      make(companyId, lacking);
      keys.putAll(find(companyId, lacking));
    }
    return keys;
  }

  private Map<UUID, DataKey> find(String companyId, Set<UUID> customerIds) {
    Map<UUID, DataKey> keys = new HashMap<>();
    jdbc.sql(
            "select customer_id, wrapped from customer_key"
                + " where company_id = :company and customer_id = any(:ids)")
        .param("company", companyId)
        .param("ids", customerIds.toArray(UUID[]::new))
        .query(
            row -> {
              UUID id = row.getObject("customer_id", UUID.class);
              keys.put(id, unwrapped(companyId, id, row.getBytes("wrapped")));
            });
    return keys;
  }

  private void make(String companyId, Set<UUID> customerIds) {
    jdbc.sql(
            """
            insert into customer_key (company_id, customer_id, master_key, wrapped)
            select :company, id, :master, wrapped
              from unnest(cast(:ids as uuid[]), cast(:wrapped as bytea[])) as made (id, wrapped)
            on conflict do nothing
            """)
        .param("company", companyId)
        .param("master", ring.newest())
        .param("ids", customerIds.toArray(UUID[]::new))
        .param(
            "wrapped",
            customerIds.stream()
                .map(id -> ring.wrap(DataKey.random(), associated(companyId, id)))
                .toArray(byte[][]::new))
        .update();
  }

  /** The customer's key; empty when nothing was sealed for it, or it was destroyed. */
  public Optional<DataKey> find(String companyId, UUID customerId) {
    return jdbc.sql(
            "select wrapped from customer_key where company_id = :company and customer_id = :id")
        .param("company", companyId)
        .param("id", customerId)
        .query(byte[].class)
        .optional()
        .map(wrapped -> unwrapped(companyId, customerId, wrapped));
  }

  /** A key as a query of another store brought it along; absent where the query found none. */
  public Optional<DataKey> unwrap(
      String companyId, @Nullable UUID customerId, byte @Nullable [] wrapped) {
    return wrapped == null || customerId == null
        ? Optional.empty()
        : Optional.of(unwrapped(companyId, customerId, wrapped));
  }

  /** The key of a content that concerns this customer alone, wrapped by the customer's. */
  public byte[] wrap(String companyId, UUID customerId, UUID contentId, DataKey key) {
    return of(companyId, customerId).seal(key.content(), contentKey(companyId, contentId));
  }

  /**
   * The key of a content that {@link #wrap} wrapped.
   *
   * @throws Unreadable when it was changed, or the customer's key was destroyed
   */
  public DataKey unwrap(String companyId, UUID customerId, UUID contentId, byte[] wrapped) {
    String associated = contentKey(companyId, contentId);
    return DataKey.of(
        find(companyId, customerId)
            .orElseThrow(() -> Unreadable.changed(associated))
            .open(wrapped, associated));
  }

  /** Destroys the customer's key: what it sealed can never be read again. */
  public void destroy(String companyId, UUID customerId) {
    jdbc.sql("delete from customer_key where company_id = :company and customer_id = :id")
        .param("company", companyId)
        .param("id", customerId)
        .update();
  }

  /** Two processes may make it at once; the first one's stands. */
  private DataKey make(String companyId, UUID customerId) {
    DataKey key = DataKey.random();
    int added =
        jdbc.sql(
                "insert into customer_key values (:company, :id, :master, :wrapped)"
                    + " on conflict do nothing")
            .param("company", companyId)
            .param("id", customerId)
            .param("master", ring.newest())
            .param("wrapped", ring.wrap(key, associated(companyId, customerId)))
            .update();
    return added == 1 ? key : find(companyId, customerId).orElseThrow();
  }

  private DataKey unwrapped(String companyId, UUID customerId, byte[] wrapped) {
    return ring.unwrap(wrapped, associated(companyId, customerId));
  }

  static String contentKey(String companyId, UUID contentId) {
    return companyId + "|" + contentId + "|delivery key";
  }

  static String associated(String companyId, UUID customerId) {
    return companyId + "|" + customerId + "|customer key";
  }
}
