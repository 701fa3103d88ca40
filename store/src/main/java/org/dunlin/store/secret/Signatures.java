package org.dunlin.store.secret;

import java.util.Optional;
import javax.sql.DataSource;

/**
 * Signs what the hub gives out and knows again, with a key that is derived from a secret of the
 * company; the secret is wrapped by the hub's key, so that what was signed outlives a change of
 * that.
 */
public final class Signatures {
  private final Blinds blinds;

  /** With the secrets of this database, wrapped by the hub's key. */
  public Signatures(DataSource pool, KeyRing ring) {
    blinds = new Blinds(pool, ring);
  }

  /**
   * The signature of a content: 32 bytes of HMAC-SHA-256. Empty where there is no such company.
   *
   * @param purpose what is signed; signatures for one purpose are none for another
   */
  public Optional<byte[]> of(String companyId, String purpose, byte[] content) {
    return blinds.secret(companyId).map(secret -> Hmac.of(Hmac.of(secret, purpose), content));
  }
}
