package org.dunlin.core.json;

/** A line that cannot be taken, with the code and the sentence of the problem that it becomes. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String code;

  Refused(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  String code() {
    return code;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
