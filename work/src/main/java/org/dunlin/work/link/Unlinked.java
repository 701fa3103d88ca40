package org.dunlin.work.link;

/** Nothing can be asked of a connection's program; the message says why, as a sentence. */
public final class Unlinked extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unlinked(String sentence) {
    super(sentence, null, false, false);
  }
}
