package org.dunlin.store.program;

/** Why a stream is read. */
public enum Reading {
  /** What has changed. */
  POLL,
  /** All of it, to see what is not there any more. */
  SWEEP,
  /** Single objects that are wanted, of all streams of the connection. */
  WANTED,
  /** What the program itself says that its customers owe. */
  TOTALS
}
