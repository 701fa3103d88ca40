package org.dunlin.core.model;

/** The road of a dunning step. */
public enum Channel {
  EMAIL,
  LETTER,
  CALL,
  HANDOVER,
  /** A text message to a mobile phone: an extension of the canonical words. */
  TEXT
}
