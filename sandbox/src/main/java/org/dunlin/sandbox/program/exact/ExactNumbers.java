package org.dunlin.sandbox.program.exact;

import org.dunlin.sandbox.program.books.SalesDocument;

/** Numbers of documents, which are whole numbers here. */
final class ExactNumbers {
  private ExactNumbers() {}

  /** The digits of a document's number. */
  static int of(SalesDocument document) {
    String digits = document.draft().number().replaceAll("\\D", "");
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      return Math.toIntExact(document.stamp().serial());
    }
  }
}
