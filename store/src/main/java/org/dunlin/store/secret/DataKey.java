package org.dunlin.store.secret;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key for the data of one customer or one delivery. It never lies anywhere unwrapped.
 *
 * <p>What it seals says which key it needs, so that data of a destroyed key is told apart from data
 * that was changed.
 */
public final class DataKey {
  private static final int ID_BYTES = 16;

  private final byte[] id;
  private final byte[] bytes;
  private final SecretKey key;

  private DataKey(byte[] id, byte[] bytes) {
    this.id = id;
    this.bytes = bytes;
    this.key = new SecretKeySpec(bytes, "AES");
  }

  /** A new key. */
  public static DataKey random() {
    return of(Aes.random(ID_BYTES + Aes.KEY_BYTES));
  }

  /** What is wrapped of a key: its id and its bytes. */
  static DataKey of(byte[] content) {
    return new DataKey(
        Arrays.copyOf(content, ID_BYTES), Arrays.copyOfRange(content, ID_BYTES, content.length));
  }

  /** The key that follows from a secret; never kept, since it can be had again. */
  static DataKey derived(byte[] secret) {
    byte[] id = Arrays.copyOf(Hmac.of(secret, "id of a derived key"), ID_BYTES);
    return new DataKey(id, Hmac.of(secret, "derived key"));
  }

  byte[] content() {
    return ByteBuffer.allocate(ID_BYTES + bytes.length).put(id).put(bytes).array();
  }

  /**
   * Seals, bound to the row that it is written to.
   *
   * @param associated company|id|purpose; opening asks for the same
   */
  public byte[] seal(byte[] plain, String associated) {
    byte[] nonce = Aes.random(Aes.NONCE_BYTES);
    byte[] sealed = Aes.seal(key, nonce, associated, plain);
    return ByteBuffer.allocate(ID_BYTES + nonce.length + sealed.length)
        .put(id)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /** Whether this is the key that sealed it; an earlier one was destroyed with its customer. */
  public boolean sealed(byte[] sealed) {
    return sealed.length >= ID_BYTES && Arrays.equals(id, Arrays.copyOf(sealed, ID_BYTES));
  }

  /**
   * Opens what this key sealed.
   *
   * @throws Unreadable when it was changed or belongs to another row
   */
  public byte[] open(byte[] sealed, String associated) {
    int begin = ID_BYTES + Aes.NONCE_BYTES;
    if (sealed.length < begin) {
      throw Unreadable.changed(associated);
    }
    byte[] nonce = Arrays.copyOfRange(sealed, ID_BYTES, begin);
    return Aes.open(key, nonce, associated, sealed, begin, sealed.length - begin);
  }

  /**
   * Seals one part of a content that this key alone seals, each part once: its number is unique.
   */
  public byte[] sealPart(int part, byte[] plain, String associated) {
    return Aes.seal(key, nonce(part), associated + "|" + part, plain);
  }

  /**
   * Opens a part.
   *
   * @throws Unreadable when it was changed, or is another part, or another content's
   */
  public byte[] openPart(int part, byte[] sealed, String associated) {
    return Aes.open(key, nonce(part), associated + "|" + part, sealed, 0, sealed.length);
  }

  private static byte[] nonce(int part) {
    return ByteBuffer.allocate(Aes.NONCE_BYTES)
        .putInt(Aes.NONCE_BYTES - Integer.BYTES, part)
        .array();
  }
}
