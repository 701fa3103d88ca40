package org.dunlin.store.secret;

/**
 * Something sealed cannot be opened; the message says what and why, and names no secret. It was
 * changed from outside, moved to another row, or sealed with a key that the hub does not have.
 */
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1;

  private Unreadable(String message) {
    super(message);
  }

  static Unreadable changed(String what) {
    return new Unreadable(
        "The sealed content of "
            + what
            + " does not open: it was changed outside of the hub, or belongs to another row. Restore"
            + " it from a backup.");
  }

  static Unreadable incomplete(String what, long read, long written) {
    return new Unreadable(
        "The content of "
            + what
            + " has "
            + read
            + " bytes where "
            + written
            + " were written: parts of it were taken away or changed outside of the hub. Restore it"
            + " from a backup.");
  }

  static Unreadable otherKey(String what, String keyId) {
    return new Unreadable(
        "The content of "
            + what
            + " is sealed with key "
            + keyId
            + ", which the hub does not have. Give that key beside the newest one in DUNLIN_KEY.");
  }
}
