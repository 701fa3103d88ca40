package org.dunlin.core.road;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key by which an SSH server is recognised: as {@code ssh-keyscan} and {@code known_hosts} have
 * it, or its fingerprint alone (RFC 4716 and RFC 4253, section 6.6; the fingerprint is OpenSSH's).
 *
 * @param type such as {@code ssh-ed25519}; absent where only the fingerprint is known
 * @param fingerprint {@code SHA256:} and the digest in Base64 without padding
 */
public record HostKey(@Nullable String type, String fingerprint) {
  private static final String SHA256 = "SHA256:";
  private static final Pattern PRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}=?");
  private static final Pattern LINE =
      Pattern.compile("(?:^|\\s)((?:ssh|ecdsa|sk)-[a-z0-9@.-]+)\\s+([A-Za-z0-9+/]{40,}={0,2})");

  /** The key that a server shows, in the form of the protocol. */
  public static HostKey of(byte[] blob) {
    return new HostKey(type(blob).orElse(null), print(blob));
  }

  /** The keys of a setting, one a line or parted by commas; empty where one of them is none. */
  public static List<HostKey> all(String text) {
    List<HostKey> keys = new ArrayList<>();
    for (String part : text.split("[,\\n\\r]+", -1)) {
      if (!part.isBlank()) {
        Optional<HostKey> key = one(part.strip());
        if (key.isEmpty()) {
          return List.of();
        }
        keys.add(key.get());
      }
    }
    return List.copyOf(keys);
  }

  private static Optional<HostKey> one(String text) {
    if (PRINT.matcher(text).matches()) {
      return Optional.of(new HostKey(null, text.replace("=", "")));
    }
    Matcher line = LINE.matcher(text);
    if (!line.find()) {
      return Optional.empty();
    }
    try {
      byte[] blob = Base64.getDecoder().decode(line.group(2));
      return type(blob).filter(line.group(1)::equals).map(type -> new HostKey(type, print(blob)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A key begins with the length of its type, in four bytes, and the type. */
  private static Optional<String> type(byte[] blob) {
    int length = blob.length < 4 ? 0 : blob[3];
    boolean fits =
        length > 0 && blob[0] == 0 && blob[1] == 0 && blob[2] == 0 && blob.length > 4 + length;
    return fits
        ? Optional.of(
            new String(Arrays.copyOfRange(blob, 4, 4 + length), StandardCharsets.US_ASCII))
        : Optional.empty();
  }

  private static String print(byte[] blob) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(blob);
      return SHA256 + Base64.getEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Whether it is the same key. */
  public boolean is(HostKey other) {
    return fingerprint.equals(other.fingerprint);
  }

  /** As people compare it. */
  public String shown() {
    return type == null ? fingerprint : type + " " + fingerprint;
  }
}
