package org.dunlin.store.program;

/**
 * A single object that is to be fetched.
 *
 * @param parent what led to it gave along, as a JSON object
 */
public record WantedObject(String stream, Kind kind, String key, String parent) {
  /** What of it is wanted. */
  public enum Kind {
    /** The object itself. */
    OBJECT,
    /** Its document, such as an invoice's PDF. */
    DOCUMENT
  }

  /** How soon it is wanted. */
  public enum Urgency {
    /** A person or a message waits for it. */
    AT_ONCE,
    /** A notice told of it. */
    NOTICE,
    /** Another object led to it. */
    IN_TURN
  }
}
