package org.dunlin.connectors.program.hook;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dunlin.connectors.program.Encoding;
import org.dunlin.connectors.program.signature.Hmac;

/**
 * A header such as {@code t=1495999758,v1=6340…,v0=…}: a time in seconds since 1970, and signatures
 * over {@code time.body}, of which one of version 1 must be right.
 */
record TimestampedSignature(String time, List<String> signatures) {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

  static Optional<TimestampedSignature> of(String header) {
    String time = "";
    List<String> signatures = new ArrayList<>();
    for (String part : header.split(",", -1)) {
      String[] pair = part.strip().split("=", 2);
      if (pair.length == 2 && pair[0].equals("t")) {
        time = pair[1];
      } else if (pair.length == 2 && pair[0].equals("v1")) {
        signatures.add(pair[1]);
      }
    }
    return SECONDS.matcher(time).matches() && !signatures.isEmpty()
        ? Optional.of(new TimestampedSignature(time, signatures))
        : Optional.empty();
  }

  /** Whether it was made no longer ago than this, and not in the future either. */
  boolean isRecent(Duration tolerance, Instant now) {
    Instant made = Instant.ofEpochSecond(Long.parseLong(time));
    return Duration.between(made, now).abs().compareTo(tolerance) <= 0;
  }

  /** Whether one of the signatures is right. */
  boolean fits(String secret, byte[] body) {
    byte[] before = (time + ".").getBytes(StandardCharsets.US_ASCII);
    boolean fits = false;
    for (String signature : signatures) {
      fits |= Hmac.fits(signature, Encoding.HEX, secret, before, body);
    }
    return fits;
  }
}
