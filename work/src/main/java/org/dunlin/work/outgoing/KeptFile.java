package org.dunlin.work.outgoing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * A file as the outbox keeps it. What it says of customers beside its head is kept line by line.
 *
 * @param name without a path, the same at each try
 * @param charset in which it is written
 * @param head with which it begins; of a file about one invoice all of it
 */
record KeptFile(String name, String charset, String head) {
  private static final JsonMapper JSON = new JsonMapper();

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a file is text", e);
    }
  }

  static KeptFile of(String payload) {
    try {
      return JSON.readValue(payload, KeptFile.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was kept of a file cannot be read", e);
    }
  }
}
