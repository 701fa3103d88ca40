package org.dunlin.connectors.invoice;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.dunlin.connectors.DocumentSink;
import org.dunlin.connectors.xml.XmlCursor;

/** Hands over the bytes of the documents that one invoice has embedded. */
public final class EmbeddedDocuments {
  private final int place;
  private final DocumentSink sink;
  private final List<Predicate<String>> path;
  private int documents;
  private int ordinal;

  /**
   * Those of an invoice.
   *
   * @param place of the invoice in its file, from 0
   * @param path the names of the elements that lead from the invoice to the bytes; the last but one
   *     is that of a document, of which so many are read as are kept
   */
  public EmbeddedDocuments(int place, DocumentSink sink, List<Predicate<String>> path) {
    this.place = place;
    this.sink = sink;
    this.path = List.copyOf(path);
  }

  /** Those of the invoice on which the cursor stands. */
  public void of(XmlCursor cursor) throws IOException {
    within(cursor, 0);
  }

  private void within(XmlCursor cursor, int depth) throws IOException {
    while (cursor.nextChild()) {
      if (!path.get(depth).test(cursor.name()) || isTooMany(depth)) {
        cursor.skip();
      } else if (depth == path.size() - 1) {
        int each = ordinal++;
        cursor.base64(content -> sink.take(place, each, content));
      } else {
        within(cursor, depth + 1);
      }
    }
  }

  private boolean isTooMany(int depth) {
    return depth == path.size() - 2 && ++documents > Attachments.MOST;
  }
}
