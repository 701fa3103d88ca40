package org.dunlin.connectors.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import org.dunlin.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/** Copies the rows of some accounts, with all that stands around the table. */
final class StatementExtract {
  private final Description description;
  private final char delimiter;
  private final Predicate<AccountId> wanted;
  private boolean ofWanted = true;

  StatementExtract(Recognised recognised, Predicate<AccountId> wanted) {
    this.description = recognised.description();
    this.delimiter = recognised.delimiter();
    this.wanted = wanted;
  }

  void copy(InputStream stream, OutputStream out) throws IOException {
    Charset named = description.encoding();
    Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(out, named == null ? StandardCharsets.UTF_8 : named));
    CsvWriter copy = writer(writer);
    Rows rows = new Rows(DecodedText.of(stream, named), delimiter, description.quote());
    Layout layout = description.width() > 0 ? Layout.numbered(description) : null;
    for (Row row = rows.next(); row != null; row = rows.next()) {
      if (layout != null && !isWanted(layout, row)) {
        continue;
      }
      copy.writeRecord(row.cells());
      layout = layout == null ? Layout.of(description, row).orElse(null) : layout;
    }
    copy.flush();
  }

  private CsvWriter writer(Writer writer) {
    Character quote = description.quote();
    return CsvWriter.builder()
        .fieldSeparator(delimiter)
        .quoteCharacter(quote == null ? '\uffff' : quote)
        .build(writer);
  }

  /** A row without an account goes with the one before it. */
  private boolean isWanted(Layout layout, Row row) {
    Optional<AccountId> account = account(layout, row);
    account.ifPresent(each -> ofWanted = wanted.test(each));
    return ofWanted;
  }

  private static Optional<AccountId> account(Layout layout, Row row) {
    @Nullable String text = Cells.line(layout.text(row, Target.ACCOUNT));
    return Optional.ofNullable(text == null ? null : EntryRow.account(text));
  }
}
