package org.dunlin.sandbox.program.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;
import org.dunlin.sandbox.program.books.Books;

/** Rows that are made once for all pages that are read while the books stay as they are. */
final class RowCache implements Supplier<List<ObjectNode>> {
  private final Books books;
  private final Supplier<List<ObjectNode>> made;
  private List<ObjectNode> rows = List.of();
  private long version = -1;

  RowCache(Books books, Supplier<List<ObjectNode>> made) {
    this.books = books;
    this.made = made;
  }

  @Override
  public synchronized List<ObjectNode> get() {
    long now = books.version();
    if (now != version) {
      // A change while they are made makes them anew for the next page.
      rows = made.get();
      version = now;
    }
    return rows;
  }
}
