package org.dunlin.connectors.facturx;

/**
 * Counts what a PDF says that it is made of, before anybody builds it: beginnings of objects
 * ({@code 1 0 obj}) and rows of cross-reference tables ({@code 0000000015 00000 n}).
 */
final class PdfObjects {
  /** An invoice has some hundreds. */
  static final int MOST = 100_000;

  private static final int GENERATION_DIGITS = 5;

  private PdfObjects() {}

  static boolean tooMany(byte[] pdf) {
    int objects = 0;
    int rows = 0;
    for (int i = GENERATION_DIGITS + 1; i < pdf.length; i++) {
      if (pdf[i] == 'j' && pdf[i - 1] == 'b' && pdf[i - 2] == 'o') {
        objects++;
      } else if ((pdf[i] == 'n' || pdf[i] == 'f') && isRow(pdf, i)) {
        rows++;
      }
    }
    // Each object ends with the same letters with which it begins.
    return objects > 2 * MOST || rows > 2 * MOST;
  }

  private static boolean isRow(byte[] pdf, int end) {
    if (pdf[end - 1] != ' ') {
      return false;
    }
    for (int i = 2; i <= GENERATION_DIGITS + 1; i++) {
      if (pdf[end - i] < '0' || pdf[end - i] > '9') {
        return false;
      }
    }
    return true;
  }
}
