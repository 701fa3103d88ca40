package org.dunlin.core.model;

/** What became of a promise to pay. */
public enum PromiseState {
  OPEN,
  KEPT,
  BROKEN
}
