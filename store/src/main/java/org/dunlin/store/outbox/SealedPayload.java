package org.dunlin.store.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.dunlin.store.secret.CustomerKeys;
import org.dunlin.store.secret.DataKey;
import org.jspecify.annotations.Nullable;

/** What leaves, sealed with the key of the customer whom it concerns. */
public final class SealedPayload {
  private SealedPayload() {}

  /**
   * The payload of a row with company_id, effect_id, customer_id, payload, sealed and the
   * customer's wrapped key; absent once the customer was erased or the payload dropped.
   */
  public static @Nullable String of(ResultSet row, CustomerKeys keys) throws SQLException {
    byte[] sealed = row.getBytes("sealed");
    if (sealed == null) {
      return row.getString("payload");
    }
    String companyId = row.getString("company_id");
    String associated = associated(companyId, row.getObject("effect_id", UUID.class));
    return keys.unwrap(companyId, row.getObject("customer_id", UUID.class), row.getBytes("wrapped"))
        .filter(key -> key.sealed(sealed))
        .map(key -> new String(key.open(sealed, associated), StandardCharsets.UTF_8))
        .orElse(null);
  }

  static byte[] seal(DataKey key, String companyId, UUID effectId, String payload) {
    return key.seal(payload.getBytes(StandardCharsets.UTF_8), associated(companyId, effectId));
  }

  private static String associated(String companyId, UUID effectId) {
    return companyId + "|" + effectId + "|payload";
  }
}
