package org.dunlin.core.identity;

/**
 * Whether two records are of one thing.
 *
 * @param reason what agrees and what does not, as a sentence
 */
public record Verdict(Answer answer, String reason) {
  /** What is known. */
  public enum Answer {
    /** All agrees that must. */
    SAME,
    /** Some of it does: a person must say. */
    UNCLEAR,
    /** They have nothing to do with each other. */
    DIFFERENT
  }
}
