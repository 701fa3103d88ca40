package org.dunlin.core.onetime;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of six digits that change every thirty seconds: TOTP (RFC 6238) over HOTP (RFC 4226) with
 * HMAC-SHA-1, which is what every authenticator app can do.
 */
public final class TimeCode {
  /** How many digits a code has. */
  public static final int DIGITS = 6;

  /** The length of a secret in bytes, as RFC 4226 section 4 recommends it. */
  public static final int SECRET_BYTES = 20;

  private static final int MODULUS = 1_000_000;
  private static final long STEP_SECONDS = 30;
  private static final int STEPS_ASIDE = 1;
  private static final String ALGORITHM = "HmacSHA1";

  private TimeCode() {}

  /**
   * The step to which a code belongs; empty where it is no code of this moment, of the step before
   * or of the one after (clocks differ), or where its step is not later than the last that was
   * accepted.
   *
   * @param said what was typed; blanks in it do not count
   * @param last the last step that was accepted; -1 for none
   */
  public static OptionalLong accepted(byte[] secret, String said, Instant now, long last) {
    byte[] typed = said.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
    long current = step(now);
    OptionalLong found = OptionalLong.empty();
    // all are computed, whichever it is, so that the time that it takes tells nothing
    for (long step = current - STEPS_ASIDE; step <= current + STEPS_ASIDE; step++) {
      byte[] code = of(secret, step).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(code, typed) && step > last) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** The number of the step of a moment: whole half minutes since 1970. */
  public static long step(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
  }

  /** The code of a step (RFC 4226 section 5.3). */
  public static String of(byte[] secret, long step) {
    byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
    return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
  }

  /**
   * The address that tells an app a secret, as its QR code holds it.
   *
   * @param issuer who asks for the codes
   * @param account whose they are; both of letters, digits and signs that an address takes as they
   *     are
   */
  public static String address(String issuer, String account, byte[] secret) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
        .formatted(
            issuer, account.replace("+", "%2B"), Base32.of(secret), issuer, DIGITS, STEP_SECONDS);
  }

  private static byte[] hmac(byte[] secret, byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA1", e);
    }
  }
}
