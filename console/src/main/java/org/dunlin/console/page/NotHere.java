package org.dunlin.console.page;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was asked for does not exist, or not for this company; which of the two is not said. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NotHere extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotHere() {
    super(null, null, false, false);
  }
}
