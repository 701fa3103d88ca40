package org.dunlin.store.secret;

import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
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

  private record Wrapped(String companyId, String id, String master, byte[] wrapped) {}

  /**
   * What tells rows apart: their company, what tells those of a company apart, and what stands
   * before all others in the order of that.
   */
  private record Key(String company, String column, String type, String first) {
    static Key uuid(String column) {
      return new Key("company_id", column, "uuid", new UUID(0, 0).toString());
    }

    static Key text(String column) {
      return new Key("company_id", column, "text", "");
    }

    /** Of a table with one row a company. */
    static final Key NONE = text("company_id || '-'");

    /** Of a table that belongs to the hub as a whole. */
    static Key ofHub(String column) {
      return new Key("text 'hub'", column, "uuid", new UUID(0, 0).toString());
    }
  }

  /**
   * Wraps what another key wraps.
   *
   * @throws UnusableKey when that key is not in the ring; the transaction must be undone
   */
  void rewrap() {
    all("customer_key", Key.uuid("customer_id"), withId(CustomerKeys::associated));
    all("delivery", Key.uuid("delivery_id"), withId(DeliveryKeys::associated));
    all("outbound_call", Key.uuid("call_id"), withId(CallKeys::associated));
    all("connection_key", Key.text("connection_id"), ConnectionKeys::associated);
    all("company_secret", Key.NONE, (company, none) -> Blinds.associated(company));
    all(
        "hub_second_factor",
        Key.ofHub("factor_id"),
        withId((hub, factor) -> FactorKeys.associated(factor)));
  }

  private static BiFunction<String, String, String> withId(
      BiFunction<String, UUID, String> associated) {
    return (company, id) -> associated.apply(company, UUID.fromString(id));
  }

  private void all(String table, Key key, BiFunction<String, String, String> associated) {
    List<Wrapped> batch = after(new Wrapped("", key.first(), "", new byte[0]), table, key);
    while (!batch.isEmpty()) {
      for (Wrapped each : batch) {
        refuseOutside(each.master());
        String bound = associated.apply(each.companyId(), each.id());
        put(table, key, each, ring.wrap(ring.unwrap(each.wrapped(), bound), bound));
      }
      batch = after(batch.getLast(), table, key);
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

  private List<Wrapped> after(Wrapped last, String table, Key key) {
    return jdbc.sql(
            """
            select %5$s as company, cast(%1$s as text) as id, master_key, wrapped from %2$s
             where master_key <> :newest and (%5$s, %1$s) > (:company, cast(:id as %3$s))
             order by company, %1$s limit %4$d
            """
                .formatted(key.column(), table, key.type(), BATCH, key.company()))
        .param("newest", ring.newest())
        .param("company", last.companyId())
        .param("id", last.id())
        .query(
            (row, number) ->
                new Wrapped(
                    row.getString("company"),
                    row.getString("id"),
                    row.getString("master_key"),
                    row.getBytes("wrapped")))
        .list();
  }

  /** A key that a running hub put under its customer's meanwhile stays there. */
  private void put(String table, Key key, Wrapped old, byte[] wrapped) {
    jdbc.sql(
            """
            update %s set master_key = :newest, wrapped = :wrapped
             where %s = :company and %s = cast(:id as %s) and wrapped = :before
            """
                .formatted(table, key.company(), key.column(), key.type()))
        .param("newest", ring.newest())
        .param("wrapped", wrapped)
        .param("before", old.wrapped())
        .param("company", old.companyId())
        .param("id", old.id())
        .update();
  }
}
