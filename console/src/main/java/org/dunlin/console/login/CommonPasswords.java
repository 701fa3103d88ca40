package org.dunlin.console.login;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Passwords that were found in breaches again and again, and what people make of them to fill up:
 * one of them with a few digits or signs around it, said several times, or with digits in the place
 * of letters. {@code common-passwords.bin} holds the first eight bytes of the SHA-256 of each, in
 * order: some 13,500 of the most frequent in the public lists from which password checkers are made
 * (zxcvbn-ts, Django, rockyou), all of those with twelve characters and more among them.
 */
final class CommonPasswords {
  private static final int MOST_AROUND = 7;
  private static final int LONGEST = 40;
  private static final long[] DIGESTS = read();

  private CommonPasswords() {}

  /** Whether it is one of them, or made of one. */
  static boolean has(String password) {
    String lower = password.toLowerCase(Locale.ROOT);
    return lower.length() <= LONGEST
        && (known(lower) || known(once(lower)) || known(bare(lower)) || known(once(bare(lower))));
  }

  /** What is left without what stands around it; the whole where that is too much. */
  private static String bare(String text) {
    String bare = text.replaceAll("^[^\\p{L}]+", "").replaceAll("[^\\p{L}]+$", "");
    return text.length() - bare.length() > MOST_AROUND ? text : bare;
  }

  /** What is said several times, once. */
  private static String once(String text) {
    int length = text.length();
    for (int part = 1; part <= length / 2; part++) {
      if (length % part == 0 && text.substring(0, part).repeat(length / part).equals(text)) {
        return text.substring(0, part);
      }
    }
    return text;
  }

  private static boolean known(String text) {
    String letters =
        text.replace('0', 'o')
            .replace('3', 'e')
            .replace('4', 'a')
            .replace('@', 'a')
            .replace('5', 's')
            .replace('$', 's')
            .replace('7', 't')
            .replace('!', 'i');
    return Stream.of(text, letters.replace('1', 'i'), letters.replace('1', 'l'))
        .anyMatch(each -> Arrays.binarySearch(DIGESTS, digest(each)) >= 0);
  }

  private static long digest(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      // in the order of unsigned bytes, as the file is
      return ByteBuffer.wrap(sha256.digest(text.getBytes(StandardCharsets.UTF_8))).getLong()
          ^ Long.MIN_VALUE;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }

  private static long[] read() {
    try (InputStream file = CommonPasswords.class.getResourceAsStream("common-passwords.bin");
        InputStream list = Objects.requireNonNull(file, "the list")) {
      ByteBuffer bytes = ByteBuffer.wrap(list.readAllBytes());
      long[] digests = new long[bytes.remaining() / Long.BYTES];
      for (int i = 0; i < digests.length; i++) {
        digests[i] = bytes.getLong() ^ Long.MIN_VALUE;
      }
      return digests;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
