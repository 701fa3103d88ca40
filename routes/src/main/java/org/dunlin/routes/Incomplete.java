package org.dunlin.routes;

import org.jspecify.annotations.Nullable;

/** A message could not be put together, so nothing has left. */
final class Incomplete extends Exception {
  private static final long serialVersionUID = 1;

  Incomplete(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
