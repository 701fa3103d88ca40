package org.dunlin.store.call;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.dunlin.core.call.Transcript;
import org.dunlin.store.secret.SealedTexts;
import org.jspecify.annotations.Nullable;

/** A transcript as the content that is sealed; it is packed, since cipher texts cannot be. */
final class CallTexts {
  private CallTexts() {}

  static byte[] bytes(Transcript transcript) {
    List<@Nullable String> texts = new ArrayList<>();
    texts.add(transcript.address());
    texts.add(String.join("\n", transcript.asked()));
    texts.add(transcript.request());
    texts.add(String.join("\n", transcript.answered()));
    texts.add(transcript.reply());
    texts.add(transcript.reason());
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(SealedTexts.bytes(texts));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory takes it
    }
    return packed.toByteArray();
  }

  static Transcript of(byte[] content) {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(content))) {
      List<@Nullable String> texts = SealedTexts.of(in.readAllBytes());
      return new Transcript(
          Objects.requireNonNull(texts.get(0)),
          lines(texts.get(1)),
          texts.get(2),
          lines(texts.get(3)),
          texts.get(4),
          texts.get(5));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // what was sealed is whole
    }
  }

  private static List<String> lines(@Nullable String text) {
    return text == null || text.isEmpty() ? List.of() : Arrays.asList(text.split("\n", -1));
  }
}
