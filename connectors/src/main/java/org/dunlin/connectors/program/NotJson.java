package org.dunlin.connectors.program;

/** Bytes that should be JSON and are not, or are deeper or larger than is read. */
public final class NotJson extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotJson(String message) {
    super(message, null, false, false);
  }
}
