package org.dunlin.core.port;

/**
 * Labelled steps of the work. The running hub does nothing at them; the crash tests stop there and
 * kill the process, so that every step is proved to be survivable.
 */
@FunctionalInterface
public interface Checkpoint {
  /** The hub passes every step without a halt. */
  Checkpoint NONE = step -> {};

  /** The steps, in the order in which a payload passes them. */
  enum Step {
    /** The bytes of a file are read, those of a large one written, and nothing is committed. */
    INTAKE_STORED,
    /** A file is in the inbox, its source still has it. */
    INTAKE_COMMITTED,
    /** A connection is claimed, its program is not asked yet. */
    PULL_CLAIMED,
    /** A program has answered, nothing of that is stored. */
    PULL_READ,
    /** What a program brought is stored with where its stream goes on, not yet committed. */
    PULL_STORED,
    /** A delivery is claimed, nothing of it is applied. */
    TRANSLATE_CLAIMED,
    /** All records of a delivery are applied, not yet committed. */
    TRANSLATE_APPLIED,
    /** Allocations are recorded, not yet committed. */
    MATCH_RECORDED,
    /** Actions and messages are recorded, not yet committed. */
    DUN_RECORDED,
    /** An effect is claimed, nothing has left. */
    DELIVER_CLAIMED,
    /** A message is about to leave, which is committed. */
    DELIVER_SENDING,
    /** The receiver has taken it, which is not yet committed. */
    DELIVER_SENT
  }

  /** The work has come to this step. */
  void reached(Step step);
}
