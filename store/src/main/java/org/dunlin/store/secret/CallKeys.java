package org.dunlin.store.secret;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The key of what was said in each call: under the key of the only customer whom it concerns, else
 * under the hub's.
 */
public final class CallKeys {
  private final KeyRing ring;
  private final CustomerKeys customers;

  /** The keys of a database. */
  public CallKeys(KeyRing ring, CustomerKeys customers) {
    this.ring = ring;
    this.customers = customers;
  }

  /**
   * A content under a key of its own.
   *
   * @param master the id of the hub's key that wraps that; absent where a customer's does
   */
  public record Sealed(@Nullable String master, byte[] wrapped, byte[] content) {}

  /** Seals what was said in a new call. */
  public Sealed seal(String companyId, UUID callId, @Nullable UUID customerId, byte[] plain) {
    DataKey key = DataKey.random();
    byte[] content = key.seal(plain, said(companyId, callId));
    return customerId == null
        ? new Sealed(ring.newest(), ring.wrap(key, associated(companyId, callId)), content)
        : new Sealed(null, customers.wrap(companyId, customerId, callId, key), content);
  }

  /** What was said; empty once the customer's key was destroyed. */
  public Optional<byte[]> open(
      String companyId, UUID callId, @Nullable UUID customerId, byte[] wrapped, byte[] content) {
    if (customerId == null) {
      DataKey key = ring.unwrap(wrapped, associated(companyId, callId));
      return Optional.of(key.open(content, said(companyId, callId)));
    }
    return customers
        .find(companyId, customerId)
        .filter(key -> key.sealed(wrapped))
        .map(key -> customers.unwrap(companyId, customerId, callId, wrapped))
        .map(key -> key.open(content, said(companyId, callId)));
  }

  private static String said(String companyId, UUID callId) {
    return companyId + "|" + callId + "|call";
  }

  static String associated(String companyId, UUID callId) {
    return CustomerKeys.contentKey(companyId, callId);
  }
}
