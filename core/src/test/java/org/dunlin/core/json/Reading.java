package org.dunlin.core.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.core.model.CanonicalRecord;

/** Reads what a specification gives as text or bytes. */
final class Reading {
  private Reading() {}

  static List<CanonicalRecord> of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static List<CanonicalRecord> of(byte[] bytes) {
    List<CanonicalRecord> records = new ArrayList<>();
    try {
      new CanonicalReader("in.jsonl").read(new ByteArrayInputStream(bytes), records::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }
}
