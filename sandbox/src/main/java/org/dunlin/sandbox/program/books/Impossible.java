package org.dunlin.sandbox.program.books;

/** What these books cannot do; the message is for whoever asked. */
public final class Impossible extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Impossible(String message) {
    super(message);
  }
}
