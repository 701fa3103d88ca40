package org.dunlin.store.dialogue;

/** What an entry of a dialogue is. */
public enum DialogueKind {
  /** What a person of the company noted. */
  NOTE,
  /** A call, and what came of it. */
  CALL,
  /** What the customer answered to a message. */
  ANSWER,
  /** What the customer's mailbox answered by itself. */
  AUTO_ANSWER,
  /** A server's word that a message did not arrive. */
  BOUNCE
}
