package org.dunlin.store.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several texts, some of them absent, as one content to seal. */
public final class SealedTexts {
  private static final int ABSENT = -1;

  private SealedTexts() {}

  /** The texts one after the other, each with its length before it. */
  public static byte[] bytes(List<@Nullable String> texts) {
    List<byte @Nullable []> encoded = new ArrayList<>();
    int length = 0;
    for (String text : texts) {
      byte[] bytes = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
      encoded.add(bytes);
      length += Integer.BYTES + (bytes == null ? 0 : bytes.length);
    }
    ByteBuffer all = ByteBuffer.allocate(length);
    for (byte[] bytes : encoded) {
      all.putInt(bytes == null ? ABSENT : bytes.length);
      if (bytes != null) {
        all.put(bytes);
      }
    }
    return all.array();
  }

  /** The texts in their order. */
  public static List<@Nullable String> of(byte[] content) {
    List<@Nullable String> texts = new ArrayList<>();
    ByteBuffer rest = ByteBuffer.wrap(content);
    while (rest.hasRemaining()) {
      int length = rest.getInt();
      texts.add(length == ABSENT ? null : text(rest, length));
    }
    return texts;
  }

  private static String text(ByteBuffer rest, int length) {
    byte[] bytes = new byte[length];
    rest.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
