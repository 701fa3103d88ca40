package org.dunlin.console.api;

import org.springframework.http.HttpStatus;

/** A request that cannot be met, with its status and a sentence for whoever sent it. */
final class RefusedRequest extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final HttpStatus status;

  RefusedRequest(HttpStatus status, String sentence) {
    super(sentence);
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }
}
