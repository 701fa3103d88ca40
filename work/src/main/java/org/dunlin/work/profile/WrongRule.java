package org.dunlin.work.profile;

/** A rule that cannot be what is said. */
public final class WrongRule extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Rule rule;

  WrongRule(Rule rule, String sentence) {
    super(sentence);
    this.rule = rule;
  }

  /** Which. */
  public Rule rule() {
    return rule;
  }
}
