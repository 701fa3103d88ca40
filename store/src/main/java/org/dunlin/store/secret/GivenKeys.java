package org.dunlin.store.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The hub's keys as the settings or a file give them: base64, one a word, the newest first. */
public record GivenKeys(List<byte[]> keys) {
  /** The file with the key that the hub made itself, in its data directory. */
  public static final String FILE = "dunlin.key";

  private static final String REMEDY =
      " A key is 32 random bytes in base64, as `openssl rand -base64 32` prints them; several are"
          + " separated by blanks or commas, the newest first.";

  /**
   * The keys of the settings; none when neither is given.
   *
   * @param key DUNLIN_KEY
   * @param file DUNLIN_KEY_FILE
   * @throws UnusableKey when what is given is no key; the message does not repeat it
   */
  public static GivenKeys of(@Nullable String key, @Nullable Path file) {
    List<byte[]> keys = new ArrayList<>();
    if (key != null && !key.isBlank()) {
      keys.addAll(parse(key, "DUNLIN_KEY"));
    }
    if (file != null && !file.toString().isBlank()) {
      keys.addAll(read(file));
    }
    return new GivenKeys(keys);
  }

  /**
   * The keys that a copy of a key file holds.
   *
   * @throws UnusableKey when something in it is no key
   */
  public static GivenKeys of(byte[] content) {
    return new GivenKeys(
        parse(new String(content, StandardCharsets.US_ASCII), "The copy of " + FILE));
  }

  /** The ids of these keys. */
  public Set<String> ids() {
    return keys.isEmpty() ? Set.of() : new KeyRing(keys).ids();
  }

  /** The keys of a file. */
  static List<byte[]> read(Path file) {
    try {
      return parse(Files.readString(file), "The file " + file);
    } catch (IOException e) {
      throw new UnusableKey("The hub's key cannot be read from " + file + ": " + e + ".");
    }
  }

  private static List<byte[]> parse(String text, String place) {
    List<byte[]> keys = new ArrayList<>();
    for (String word : Arrays.stream(text.split("[\\s,]+")).filter(w -> !w.isEmpty()).toList()) {
      keys.add(key(word, place));
    }
    if (keys.isEmpty()) {
      throw new UnusableKey(place + " holds no key." + REMEDY);
    }
    return keys;
  }

  private static byte[] key(String word, String place) {
    try {
      byte[] key = Base64.getDecoder().decode(word);
      if (key.length == KeyRing.KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException notBase64) {
      // said below, without the word
    }
    throw new UnusableKey(place + " holds something that is no key." + REMEDY);
  }

  @Override
  public String toString() {
    return "GivenKeys[" + keys.size() + "]"; // never the keys
  }
}
