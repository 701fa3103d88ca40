package org.dunlin.connectors.program;

/** A string whose placeholders cannot be made out; the message is part of a sentence. */
final class WrongTemplate extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongTemplate(String message) {
    super(message);
  }
}
