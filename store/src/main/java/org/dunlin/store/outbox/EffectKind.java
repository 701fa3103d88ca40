package org.dunlin.store.outbox;

/** What leaves the hub, and what may be done when it is not known whether it did. */
public enum EffectKind {
  /** A message by SMTP. */
  EMAIL(DeliveryKind.BLIND),
  /** A file with the status of an invoice; the same effect always makes the same file. */
  STATUS_FILE(DeliveryKind.KEYED),
  /**
   * Something that a program is told by its own interface; it is asked for before it is tried
   * again.
   */
  WRITE_BACK(DeliveryKind.LOOKUP),
  /** A file for another program; the same effect always makes the same file. */
  OUTGOING_FILE(DeliveryKind.KEYED),
  /** A letter to be printed. Whoever prints it takes it away, so a second one would go, too. */
  LETTER(DeliveryKind.BLIND),
  /** A case for an agency, or that it is taken back. */
  HANDOVER(DeliveryKind.BLIND),
  /**
   * A text to a phone. Right before it leaves its gateway says whether it honours a key or can be
   * asked; then an unknown outcome is tried again.
   */
  TEXT(DeliveryKind.BLIND),
  /** What happened, to a program that wants to be told; it knows the effect by its key. */
  EVENT(DeliveryKind.KEYED);

  /** How an unknown outcome is treated. */
  public enum DeliveryKind {
    /**
     * The receiver honours a key, made and stored before sending: sending again changes nothing.
     */
    KEYED,
    /** The receiver is asked by natural key before anything is sent again. */
    LOOKUP,
    /** At most once: an unknown outcome is a task for a person. */
    BLIND
  }

  private final DeliveryKind delivery;

  EffectKind(DeliveryKind delivery) {
    this.delivery = delivery;
  }

  /** Whether it is a message to a customer, or to an agency about one. */
  public boolean isMessage() {
    return this == EMAIL || this == LETTER || this == TEXT || this == HANDOVER;
  }

  /** How an unknown outcome is treated. */
  public DeliveryKind delivery() {
    return delivery;
  }
}
