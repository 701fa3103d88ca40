package org.dunlin.store.secret;

import java.util.UUID;

/**
 * Seals the secrets of second factors, each with a data key of its own that lies beside it, wrapped
 * by the hub's; all bound to the factor.
 */
public final class FactorKeys {
  private final KeyRing ring;

  /** With the hub's keys. */
  public FactorKeys(KeyRing ring) {
    this.ring = ring;
  }

  /**
   * What is written down of a secret.
   *
   * @param master the id of the hub's key that wraps
   */
  public record Sealed(String master, byte[] wrapped, byte[] content) {}

  /** Seals the secret of a factor with a new key. */
  public Sealed seal(UUID factorId, byte[] secret) {
    DataKey key = DataKey.random();
    return new Sealed(
        ring.newest(), ring.wrap(key, associated(factorId)), key.seal(secret, bound(factorId)));
  }

  /**
   * The secret of a factor.
   *
   * @throws Unreadable when it was changed, or belongs to another factor
   */
  public byte[] open(UUID factorId, byte[] wrapped, byte[] content) {
    return ring.unwrap(wrapped, associated(factorId)).open(content, bound(factorId));
  }

  static String associated(UUID factorId) {
    return "hub|" + factorId + "|second factor key";
  }

  private static String bound(UUID factorId) {
    return "hub|" + factorId + "|second factor";
  }
}
