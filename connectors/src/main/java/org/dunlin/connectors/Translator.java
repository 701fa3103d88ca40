package org.dunlin.connectors;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Predicate;
import org.dunlin.core.model.AccountId;

/**
 * Makes canonical records of one file. The ids of the records are source ids: the same bytes give
 * the same ids every time; {@code source} of the records is absent, since no connection is known.
 */
public interface Translator {
  /**
   * Hands the file's records to the sink, in the order of the file. A record that cannot be taken
   * is handed over as a {@link org.dunlin.core.model.Problem} and the rest goes on.
   *
   * @param source the name of the file, for problems
   * @throws Untranslatable where the file as a whole cannot be taken. Records may have gone to the
   *     sink before, since files are read as streams: the caller drops them (rolls back).
   * @throws IOException where the stream itself fails
   */
  void translate(InputStream stream, String source, RecordSink sink) throws IOException;

  /**
   * Hands over the documents that the file's invoices have embedded, in the order of their {@link
   * org.dunlin.core.model.Invoice#attachments()}: a second reading, for callers that keep them. A
   * format without any has none to hand over.
   *
   * @throws IOException where the stream itself or the sink fails
   */
  default void documents(InputStream stream, String source, DocumentSink sink) throws IOException {}

  /**
   * Writes the statements of the accounts that are wanted as a file of their own, without anything
   * of the others: a second reading of a file that was translated before. The same file gives the
   * same bytes.
   *
   * @throws UnsupportedOperationException where such a file holds no statements
   */
  default void statementsOf(
      Predicate<AccountId> wanted, InputStream stream, String source, OutputStream out)
      throws IOException {
    throw new UnsupportedOperationException(source + " holds no statements");
  }
}
