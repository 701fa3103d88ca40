package org.dunlin.core.model;

/** Which way money moved, seen from the company. */
public enum Direction {
  /** To the company. */
  IN,
  /** From the company. */
  OUT
}
