package org.dunlin.store.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.dunlin.store.Digests;

/**
 * Makes the digest of all bytes but the last {@link #DIGITS}, whose place is for the digest itself.
 */
final class SealedOutput extends FilterOutputStream {
  /** The length of the digest in hexadecimal digits. */
  static final int DIGITS = 64;

  /** The archive's comment before the digest. */
  static final String COMMENT = "SHA-256 of all before: ";

  private final MessageDigest digest = Digests.sha256();
  private final byte[] held = new byte[DIGITS];
  private int heldBytes;

  SealedOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int from, int length) throws IOException {
    out.write(buffer, from, length);
    int spilt = Math.max(0, heldBytes + length - DIGITS);
    int ofHeld = Math.min(heldBytes, spilt);
    digest.update(held, 0, ofHeld);
    System.arraycopy(held, ofHeld, held, 0, heldBytes - ofHeld);
    heldBytes -= ofHeld;
    int ofBuffer = spilt - ofHeld;
    digest.update(buffer, from, ofBuffer);
    System.arraycopy(buffer, from + ofBuffer, held, heldBytes, length - ofBuffer);
    heldBytes += length - ofBuffer;
  }

  /** The digest, once all has been written. */
  byte[] digits() {
    return HexFormat.of().formatHex(digest.digest()).getBytes(StandardCharsets.US_ASCII);
  }
}
