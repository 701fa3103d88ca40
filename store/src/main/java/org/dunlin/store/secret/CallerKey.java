package org.dunlin.store.secret;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A key that follows from what a caller signs in with and from the hub's key, and is kept nowhere:
 * what it seals is opened for that caller alone. Nobody who has the database and the hub's keys
 * reads it, and nobody who has the database alone tries out passwords by it.
 */
public final class CallerKey {
  private static final String PURPOSE = "what was answered";

  private final byte[] secret;
  private final DataKey key;
  private final String associated;

  private CallerKey(byte[] secret, String associated) {
    this.secret = secret;
    this.key = DataKey.derived(secret);
    this.associated = associated;
  }

  /**
   * The key of one thing of a caller, by each of the hub's keys, the newest first.
   *
   * @param credentials what they sign in with: a token, or name and password
   * @param caller who they are
   * @param name the thing's, as they call it
   */
  public static List<CallerKey> of(KeyRing ring, String credentials, String caller, String name) {
    byte[] said = credentials.getBytes(StandardCharsets.UTF_8);
    return ring.secrets(PURPOSE).stream()
        .map(secret -> Hmac.of(Hmac.of(secret, said), caller + "|" + name))
        .map(secret -> new CallerKey(secret, caller + "|" + PURPOSE))
        .toList();
  }

  /** By what a content is known again, and not guessed: its HMAC-SHA-256. */
  public byte[] mark(String purpose, byte[] content) {
    return Hmac.of(Hmac.of(secret, purpose), content);
  }

  /** Seals for this caller. */
  public byte[] seal(byte[] plain) {
    return key.seal(plain, associated);
  }

  /**
   * What was sealed.
   *
   * @throws Unreadable when it was changed, or was sealed for another
   */
  public byte[] open(byte[] sealed) {
    return key.open(sealed, associated);
  }
}
