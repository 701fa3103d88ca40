package org.dunlin.connectors.cfonb120;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.dunlin.connectors.text.FixedLine;
import org.dunlin.core.model.AccountId;

/** Copies the statements of some accounts out of a file, as a file of their own in UTF-8. */
final class StatementExtract {
  private final Predicate<AccountId> wanted;
  private final OutputStream out;
  private boolean copying;

  StatementExtract(Predicate<AccountId> wanted, OutputStream out) {
    this.wanted = wanted;
    this.out = out;
  }

  void copy(Records records) throws IOException {
    for (FixedLine line = records.next(); line != null; line = records.next()) {
      if (line.raw(1, 2).equals("01")) {
        copying = wanted.test(OwnAccount.of(line));
      }
      if (copying) {
        out.write((line.text() + "\r\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
