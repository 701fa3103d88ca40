package org.dunlin.core.onetime;

/** Bytes as capital letters and digits that nobody mistakes (RFC 4648 section 6), unpadded. */
public final class Base32 {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  /** The text of these bytes; what is left over of the last five bits is zero. */
  public static String of(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int held = 0;
    for (byte each : bytes) {
      buffer = (buffer << Byte.SIZE | each & 0xff) & 0xfff;
      held += Byte.SIZE;
      while (held >= BITS) {
        held -= BITS;
        text.append(LETTERS.charAt(buffer >> held & 0x1f));
      }
    }
    if (held > 0) {
      text.append(LETTERS.charAt(buffer << BITS - held & 0x1f));
    }
    return text.toString();
  }
}
