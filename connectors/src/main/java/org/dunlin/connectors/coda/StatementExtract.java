package org.dunlin.connectors.coda;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.dunlin.connectors.text.FixedLine;
import org.dunlin.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Copies the sections of some accounts out of a file, as a file of their own in UTF-8. Words of the
 * bank to all its customers (record 4) stay behind.
 */
final class StatementExtract {
  private final Predicate<AccountId> wanted;
  private final OutputStream out;
  private @Nullable FixedLine header;
  private boolean copying;

  StatementExtract(Predicate<AccountId> wanted, OutputStream out) {
    this.wanted = wanted;
    this.out = out;
  }

  void copy(Records records) throws IOException {
    for (FixedLine line = records.next(); line != null; line = records.next()) {
      switch (line.at(1)) {
        case '0' -> {
          header = line;
          copying = false;
        }
        case '1' -> begin(line);
        case '4' -> {
          // not of the account
        }
        default -> write(line);
      }
    }
  }

  private void begin(FixedLine line) throws IOException {
    FixedLine before = header;
    copying = before != null && wanted.test(Accounts.own(line));
    if (copying && before != null) {
      write(before);
      write(line);
    }
  }

  private void write(FixedLine line) throws IOException {
    if (copying) {
      out.write((line.text() + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
