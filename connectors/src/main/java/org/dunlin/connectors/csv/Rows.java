package org.dunlin.connectors.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import org.dunlin.connectors.Refusal;
import org.jspecify.annotations.Nullable;

/** The rows of a file (RFC 4180), one at a time, within bounds. */
final class Rows {
  static final int MOST_COLUMNS = 500;
  static final int FIELD_CHARACTERS = 64 * 1024;
  private static final int ROW_CHARACTERS = 1 << 20;

  /** No file has it: it is no character. */
  private static final char NO_QUOTE = '\uffff';

  private final CloseableIterator<CsvRecord> records;
  private int line;

  /**
   * The rows of a text.
   *
   * @param quote absent where quotes are characters as others
   */
  Rows(Reader text, char delimiter, @Nullable Character quote) {
    CsvRecordHandler handler =
        CsvRecordHandler.of(
            each ->
                each.maxFields(MOST_COLUMNS)
                    .maxFieldSize(FIELD_CHARACTERS)
                    .maxRecordSize(ROW_CHARACTERS));
    records =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .quoteCharacter(quote == null ? NO_QUOTE : quote)
            .allowUnclosedQuote(false)
            .allowExtraCharsAfterClosingQuote(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .maxBufferSize(ROW_CHARACTERS)
            .build(handler, text)
            .iterator();
  }

  /** The next row; null after the last one. */
  @Nullable Row next() throws IOException {
    try {
      if (!records.hasNext()) {
        return null;
      }
      CsvRecord next = records.next();
      line = Math.toIntExact(next.getStartingLineNumber());
      return new Row(line, next.getFields());
    } catch (CsvParseException e) {
      throw e.getCause() instanceof Refusal refusal ? refusal : refusal(e);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException wrong) {
        throw DecodedText.wrong(wrong, line);
      }
      throw e.getCause();
    }
  }

  private Refusal refusal(CsvParseException e) {
    Throwable cause = e.getCause();
    return new Refusal(
        "MALFORMED_CSV",
        line + 1,
        "the row that begins here is not CSV as it was described: "
            + (cause == null ? e.getMessage() : cause.getMessage())
            + "; export the file again, or correct delimiter and quote of the description");
  }
}
