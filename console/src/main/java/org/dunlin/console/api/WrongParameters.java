package org.dunlin.console.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters of a request that are not right, each with a sentence that says what would be. */
final class WrongParameters extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Map<String, String> sentences;

  WrongParameters(Map<String, String> sentences) {
    super(null, null, false, false);
    this.sentences = new LinkedHashMap<>(sentences);
  }

  Map<String, String> sentences() {
    return sentences;
  }
}
