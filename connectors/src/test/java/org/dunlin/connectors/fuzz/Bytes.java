package org.dunlin.connectors.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Random;

/** Changes below the level of characters. */
final class Bytes {
  private static final byte[] INTERESTING = {
    0,
    9,
    10,
    13,
    ' ',
    '"',
    '&',
    '<',
    '>',
    '\'',
    ':',
    '{',
    '}',
    '[',
    '-',
    127,
    (byte) 0x80,
    (byte) 0xC0,
    (byte) 0xED,
    (byte) 0xF8,
    (byte) 0xFE,
    (byte) 0xFF
  };

  private Bytes() {}

  /** With up to eight bytes changed. */
  static byte[] overwritten(byte[] input, Random random, boolean flip) {
    byte[] changed = input.clone();
    for (int i = random.nextInt(8); i >= 0 && changed.length > 0; i--) {
      int at = random.nextInt(changed.length);
      changed[at] =
          flip
              ? (byte) (changed[at] ^ 1 << random.nextInt(8))
              : INTERESTING[random.nextInt(INTERESTING.length)];
    }
    return changed;
  }

  /** In another encoding, or declared to be in one that it is not in. */
  static byte[] encoded(byte[] input, Random random) {
    String text = new String(input, UTF_8);
    return switch (random.nextInt(7)) {
      case 0 -> text.getBytes(UTF_16);
      case 1 -> text.replace("UTF-8", "UTF-16").getBytes(UTF_16);
      case 2 -> text.getBytes(random.nextBoolean() ? UTF_16LE : UTF_16BE);
      case 3 -> text.replace("UTF-8", "ISO-8859-1").getBytes(ISO_8859_1);
      case 4 -> ("\uFEFF" + text).getBytes(UTF_8);
      case 5 -> text.getBytes(ISO_8859_1);
      default -> text.replace("UTF-8", Tricks.one(Tricks.ENCODINGS, random)).getBytes(UTF_8);
    };
  }
}
