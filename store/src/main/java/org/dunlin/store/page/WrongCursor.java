package org.dunlin.store.page;

/** What was given as a place in a list is none. */
public final class WrongCursor extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongCursor() {
    super(
        "This is not a place in the list. Take the one that the page before gave, unchanged, or"
            + " leave it out to begin anew.");
  }
}
