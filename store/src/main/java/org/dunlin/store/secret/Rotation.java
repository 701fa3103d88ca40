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

  private record Wrapped(String companyId, @Nullable UUID id, byte[] wrapped) {}

  void rewrap() {
    all("customer_key", "customer_id", (company, id) -> CustomerKeys.associated(company, id));
    all("delivery_key", "delivery_id", (company, id) -> DeliveryKeys.associated(company, id));
    all("company_secret", "null::uuid", (company, id) -> Blinds.associated(company));
  }

  private void all(String table, String id, BiFunction<String, @Nullable UUID, String> associated) {
    List<Wrapped> batch = batch(table, id);
    while (!batch.isEmpty()) {
      for (Wrapped each : batch) {
        String bound = associated.apply(each.companyId(), each.id());
        put(table, id, each, ring.wrap(ring.unwrap(each.wrapped(), bound), bound));
      }
      batch = batch(table, id);
    }
  }

  private List<Wrapped> batch(String table, String id) {
    return jdbc.sql(
            "select company_id, %s as id, wrapped from %s where master_key <> :newest limit %d"
                .formatted(id, table, BATCH))
        .param("newest", ring.newest())
        .query(
            (row, number) ->
                new Wrapped(
                    row.getString("company_id"),
                    row.getObject("id", UUID.class),
                    row.getBytes("wrapped")))
        .list();
  }

  private void put(String table, String id, Wrapped old, byte[] wrapped) {
    jdbc.sql(
            "update %s set master_key = :newest, wrapped = :wrapped where company_id = :company and %s is not distinct from :id"
                .formatted(table, id))
        .param("newest", ring.newest())
        .param("wrapped", wrapped)
        .param("company", old.companyId())
        .param("id", old.id(), Types.OTHER)
        .update();
  }
}
