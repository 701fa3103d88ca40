package org.dunlin.work.translate;

import org.dunlin.core.model.Problem;

/** One record that contradicts the ledger; the rest of its delivery goes on. */
final class RefusedRecord extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String position;
  private final String code;

  /**
   * @param position which record it is, such as {@code invoice 2026-0042}
   */
  RefusedRecord(String position, String code, String message) {
    super(message, null, false, false);
    this.position = position;
    this.code = code;
  }

  Problem problem(String source) {
    return new Problem(source, position, code, String.valueOf(getMessage()));
  }
}
