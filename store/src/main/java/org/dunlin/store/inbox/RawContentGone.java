package org.dunlin.store.inbox;

/** The raw content of a delivery is not kept any more; the message says since when and why. */
public final class RawContentGone extends RuntimeException {
  private static final long serialVersionUID = 1;

  RawContentGone(String why) {
    super(why, null, false, false);
  }
}
