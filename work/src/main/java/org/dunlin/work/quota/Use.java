package org.dunlin.work.quota;

/** For what a request is made. */
public enum Use {
  /** To see what has changed: it leaves what a window keeps back. */
  POLL,
  /** What a notice, a person or a decision asks for: it may use all. */
  URGENT,
  /** What a person waits for: as {@link #URGENT}, and what failed before holds it back no more. */
  PERSON
}
