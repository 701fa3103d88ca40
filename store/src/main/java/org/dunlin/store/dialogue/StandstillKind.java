package org.dunlin.store.dialogue;

/** What stops dunning because somebody said so. */
public enum StandstillKind {
  PROMISE,
  DISPUTE,
  ARRANGEMENT,
  HOLD
}
