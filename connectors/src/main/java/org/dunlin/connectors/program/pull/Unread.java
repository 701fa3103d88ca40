package org.dunlin.connectors.program.pull;

/** A page that is not taken. The message is a sentence for people. */
final class Unread extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unread(String sentence) {
    super(sentence, null, false, false);
  }
}
