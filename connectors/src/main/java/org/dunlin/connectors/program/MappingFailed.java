package org.dunlin.connectors.program;

/** A mapping or selector cannot be carried out over an input. The message is a sentence. */
public final class MappingFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  MappingFailed(String message) {
    super(message, null, false, false);
  }
}
