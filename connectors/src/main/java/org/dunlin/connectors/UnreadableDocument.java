package org.dunlin.connectors;

import java.io.IOException;

/** An embedded document whose bytes cannot be made out; the file around it is sound. */
public final class UnreadableDocument extends IOException {
  private static final long serialVersionUID = 1;

  /** Says what is wrong, as part of a sentence. */
  public UnreadableDocument(String message) {
    super(message);
  }
}
