package org.dunlin.core.model;

/** The road of a dunning step. */
public enum Channel {
  EMAIL,
  LETTER,
  CALL,
  HANDOVER
}
