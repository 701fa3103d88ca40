package org.dunlin.connectors.program;

/** A mapping or selector cannot be carried out over an input. The message is a sentence. */
public final class MappingFailed extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final boolean tooMuchWork;

  MappingFailed(String message, boolean tooMuchWork) {
    super(message, null, false, false);
    this.tooMuchWork = tooMuchWork;
  }

  /** Whether it was given up, since it would take too much time or memory. */
  public boolean tooMuchWork() {
    return tooMuchWork;
  }
}
