package org.dunlin.store.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;

/** The names of the entries of a backup, and the form of those that are JSON. */
final class Entries {
  /** The first entry: its name, at its fixed place in the file, is what a backup is known by. */
  static final String HEAD = "dunlin-backup.json";

  /** The last entry. */
  static final String SEAL = "seal.json";

  static final String TABLES = "tables/";
  static final String EXTRAS = "extras/";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private Entries() {}

  static byte[] json(Object value) {
    try {
      return JSON.writerWithDefaultPrettyPrinter()
          .writeValueAsString(value)
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of text and numbers is JSON", e);
    }
  }

  static <T> T read(byte[] json, Class<T> type, String entry) {
    try {
      return JSON.readValue(new String(json, StandardCharsets.UTF_8), type);
    } catch (JsonProcessingException e) {
      throw RefusedBackup.damaged(entry + " cannot be read");
    }
  }

  /** The form of a head, which is asked for before anything else of it is understood. */
  static int format(byte[] head) {
    try {
      return JSON.readTree(new String(head, StandardCharsets.UTF_8)).path("format").asInt(0);
    } catch (JsonProcessingException e) {
      throw RefusedBackup.damaged(HEAD + " cannot be read");
    }
  }
}
