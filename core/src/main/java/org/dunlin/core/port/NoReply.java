package org.dunlin.core.port;

/**
 * It is not known what became of a request: it may have arrived, and no whole answer came. The
 * message is a sentence for people.
 */
public final class NoReply extends Exception {
  private static final long serialVersionUID = 1;

  /** Why no answer came. */
  public NoReply(String message, Throwable cause) {
    super(message, cause);
  }
}
