package org.dunlin.console.right;

import org.dunlin.store.access.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The caller has not got the right that this needs. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public final class NotAllowed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final @Nullable Right right;

  NotAllowed(@Nullable Right right) {
    super(null, null, false, false);
    this.right = right;
  }

  /** The right that is missing; absent where nobody said what is needed. */
  public @Nullable Right right() {
    return right;
  }
}
