package org.dunlin.store.secret;

import java.sql.Types;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Wraps all data keys anew with the newest key of the ring; what they sealed stays as it is. It is
 * done in batches of one transaction: all of it, or the old key goes on.
 */
final class Rotation {
  private static final int BATCH = 1000;

  private final JdbcClient jdbc;
  private final KeyRing ring;

  Rotation(JdbcClient jdbc, KeyRing ring) {
    this.jdbc = jdbc;
    this.ring = ring;
  }

  private record Wrapped(String companyId, @Nullable UUID id, String master, byte[] wrapped) {}

  /** Before all others in the order of the tables' keys. */
  private static final Wrapped FIRST = new Wrapped("", new UUID(0, 0), "", new byte[0]);

  /**
   * Wraps what another key wraps.
   *
   * @throws UnusableKey when that key is not in the ring; the transaction must be undone
   */
  void rewrap() {
    all("customer_key", "customer_id", (company, id) -> CustomerKeys.associated(company, id));
    all("delivery", "delivery_id", (company, id) -> DeliveryKeys.associated(company, id));
    all("company_secret", "null::uuid", (company, id) -> Blinds.associated(company));
  }

  private void all(String table, String id, BiFunction<String, @Nullable UUID, String> associated) {
    List<Wrapped> batch = after(FIRST, table, id);
    while (!batch.isEmpty()) {
      for (Wrapped each : batch) {
        refuseOutside(each.master());
        String bound = associated.apply(each.companyId(), each.id());
        put(table, id, each, ring.wrap(ring.unwrap(each.wrapped(), bound), bound));
      }
      batch = after(batch.getLast(), table, id);
    }
  }

  private void refuseOutside(String master) {
    if (!ring.ids().contains(master)) {
      throw new UnusableKey(
          "The database still has content that is sealed with key "
              + master
              + ", which the hub was not given. Give that key after the newest one once more, with"
              + " DUNLIN_KEY or DUNLIN_KEY_FILE: the start seals the content with the newest, and"
              + " then the old key may go.");
    }
  }

  private List<Wrapped> after(Wrapped last, String table, String id) {
    return jdbc.sql(
            """
            select company_id, %1$s as id, master_key, wrapped from %2$s
             where master_key <> :newest and (company_id, %1$s) > (:company, :id)
             order by company_id, %1$s limit %3$d
            """
                .formatted(id, table, BATCH))
        .param("newest", ring.newest())
        .param("company", last.companyId())
        .param("id", last.id(), Types.OTHER)
        .query(
            (row, number) ->
                new Wrapped(
                    row.getString("company_id"),
                    row.getObject("id", UUID.class),
                    row.getString("master_key"),
                    row.getBytes("wrapped")))
        .list();
  }

  /** A key that a running hub put under its customer's meanwhile stays there. */
  private void put(String table, String id, Wrapped old, byte[] wrapped) {
    jdbc.sql(
            "update %s set master_key = :newest, wrapped = :wrapped where company_id = :company and %s is not distinct from :id and wrapped = :before"
                .formatted(table, id))
        .param("newest", ring.newest())
        .param("wrapped", wrapped)
        .param("before", old.wrapped())
        .param("company", old.companyId())
        .param("id", old.id(), Types.OTHER)
        .update();
  }
}
