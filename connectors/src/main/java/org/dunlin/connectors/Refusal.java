package org.dunlin.connectors;

import org.dunlin.core.model.Problem;

/** Something in a file of the right form that cannot be taken: what, where, and the remedy. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String code;
  private final int line;
  private final String sentence;

  /** Refuses what begins on the line, counted from 1. */
  public Refusal(String code, int line, String sentence) {
    super(sentence, null, false, false);
    this.code = code;
    this.line = line;
    this.sentence = sentence;
  }

  /** The problem that this becomes in a file of that name. */
  public Problem in(String source) {
    return new Problem(source, "line " + line, code, sentence);
  }
}
