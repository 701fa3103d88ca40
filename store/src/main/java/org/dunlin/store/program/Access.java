package org.dunlin.store.program;

/** Whether the hub may ask a program. */
public enum Access {
  /** It was added and has not been permitted yet. */
  NEW,
  /** It may ask. */
  AUTHORISED,
  /** What it was given is good no more; a person permits it anew. */
  REAUTHORISE
}
