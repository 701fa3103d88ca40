package org.dunlin.work.intake;

/** What became of a file that was offered. In each case the source may put it away. */
public enum Acceptance {
  /** It is in the inbox. */
  ACCEPTED,
  /** The same bytes are in the inbox already. */
  CAME_BEFORE,
  /** It is larger than the hub accepts. */
  REFUSED
}
