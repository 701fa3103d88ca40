package org.dunlin.store.secret;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The hub's keys: the first one wraps, all of them unwrap. Each is known by an id that is derived
 * from it and gives nothing away.
 */
public final class KeyRing {
  /** The length of a key in bytes: AES-256. */
  public static final int KEY_BYTES = Aes.KEY_BYTES;

  private static final int ID_BYTES = 8;

  private final Map<String, SecretKey> keys = new LinkedHashMap<>();
  private final String newest;

  /**
   * @param keys the newest first, each of {@link #KEY_BYTES} bytes
   */
  public KeyRing(List<byte[]> keys) {
    if (keys.isEmpty() || keys.stream().anyMatch(key -> key.length != KEY_BYTES)) {
      throw new IllegalArgumentException("a key ring has at least one key of 32 bytes");
    }
    keys.forEach(key -> this.keys.putIfAbsent(id(key), new SecretKeySpec(key, "AES")));
    newest = this.keys.keySet().iterator().next();
  }

  /** The id of the key that wraps. */
  public String newest() {
    return newest;
  }

  /** The ids of all keys. */
  public Set<String> ids() {
    return Set.copyOf(keys.keySet());
  }

  /** A data key, wrapped by the newest key. */
  public byte[] wrap(DataKey key, String associated) {
    byte[] nonce = Aes.random(Aes.NONCE_BYTES);
    byte[] sealed = Aes.seal(secret(newest, associated), nonce, associated, key.content());
    return ByteBuffer.allocate(ID_BYTES + nonce.length + sealed.length)
        .put(HexFormat.of().parseHex(newest))
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * A wrapped data key.
   *
   * @throws Unreadable when it was changed, belongs to another row, or its key is not in the ring
   */
  public DataKey unwrap(byte[] wrapped, String associated) {
    int begin = ID_BYTES + Aes.NONCE_BYTES;
    if (wrapped.length < begin) {
      throw Unreadable.changed(associated);
    }
    SecretKey key = secret(HexFormat.of().formatHex(wrapped, 0, ID_BYTES), associated);
    byte[] nonce = Arrays.copyOfRange(wrapped, ID_BYTES, begin);
    return DataKey.of(Aes.open(key, nonce, associated, wrapped, begin, wrapped.length - begin));
  }

  /** A secret that follows from each key, the newest first, and gives nothing away of it. */
  List<byte[]> secrets(String purpose) {
    return keys.values().stream().map(key -> Hmac.of(key.getEncoded(), purpose)).toList();
  }

  private SecretKey secret(String id, String what) {
    SecretKey key = keys.get(id);
    if (key == null) {
      throw Unreadable.otherKey(what, id);
    }
    return key;
  }

  private static String id(byte[] key) {
    return HexFormat.of().formatHex(Hmac.of(key, "id of a key of the hub"), 0, ID_BYTES);
  }

  @Override
  public String toString() {
    return "KeyRing" + keys.keySet(); // never the keys
  }
}
