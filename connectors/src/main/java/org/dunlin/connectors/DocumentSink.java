package org.dunlin.connectors;

import java.io.IOException;
import java.io.InputStream;

/** Takes the documents that the invoices of a file have embedded, one after the other. */
public interface DocumentSink {
  /**
   * Takes one document; what is not read of it is passed over.
   *
   * @param place of the invoice or credit note in the file, from 0
   * @param ordinal its place among the invoice's embedded attachments, from 0
   * @param content its bytes; reading throws {@link UnreadableDocument} where they are not what the
   *     file says they are
   */
  void take(int place, int ordinal, InputStream content) throws IOException;
}
