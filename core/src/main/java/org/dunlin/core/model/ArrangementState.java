package org.dunlin.core.model;

/** What became of an agreed payment schedule. */
public enum ArrangementState {
  PROPOSED,
  AGREED,
  KEPT,
  BROKEN
}
