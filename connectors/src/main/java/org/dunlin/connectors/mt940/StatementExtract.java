package org.dunlin.connectors.mt940;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dunlin.core.model.AccountId;

/**
 * Copies the messages of some accounts out of a file, as a file of their own in UTF-8. Nothing else
 * of the file goes with them: not the other messages, nor what stands around them.
 */
final class StatementExtract {
  private static final String LINE_END = "\r\n";

  private final Predicate<AccountId> wanted;
  private final OutputStream out;
  private final List<Field> before = new ArrayList<>();
  private boolean copying;

  StatementExtract(Predicate<AccountId> wanted, OutputStream out) {
    this.wanted = wanted;
    this.out = out;
  }

  void copy(FieldReader fields) throws IOException {
    for (Field field = fields.next(); field != null; field = fields.next()) {
      switch (field.tag()) {
        case "20" -> {
          end();
          before.add(field);
        }
        case Field.END -> end();
        case "25", "25P" -> account(field);
        case String other -> {
          if (copying) {
            write(field);
          } else if (!before.isEmpty()) {
            before.add(field);
          }
        }
      }
    }
    end();
  }

  /** Little comes before the account, and is held until it is known whose it is. */
  private void account(Field field) throws IOException {
    copying = !before.isEmpty() && wanted.test(OwnAccount.of(field));
    if (copying) {
      for (Field each : before) {
        write(each);
      }
      write(field);
    }
    before.clear();
  }

  private void end() throws IOException {
    if (copying) {
      out.write(("-" + LINE_END).getBytes(StandardCharsets.UTF_8));
    }
    copying = false;
    before.clear();
  }

  private void write(Field field) throws IOException {
    String text = ":" + field.tag() + ":" + String.join(LINE_END, field.lines()) + LINE_END;
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
