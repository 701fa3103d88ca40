package org.dunlin.work.translate;

/** Others write what is to be tried just now, and go first; it may be tried again. */
public final class BooksInUse extends RuntimeException {
  private static final long serialVersionUID = 1;

  BooksInUse() {
    super("Others are writing to these records just now; try it once more in a moment.");
  }
}
