package org.dunlin.work.translate;

import org.dunlin.core.model.Problem;

/** One record that contradicts the ledger; the rest of its delivery goes on. */
final class RefusedRecord extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String code;

  RefusedRecord(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  Problem problem(String source) {
    return new Problem(source, null, code, String.valueOf(getMessage()));
  }
}
