package org.dunlin.connectors.bai2;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.dunlin.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Copies some accounts out of a file, as a file of their own in UTF-8 with trailers that say what
 * is in it. Nothing of the other accounts goes with them, nor who received the file.
 */
final class StatementExtract {
  private final Predicate<AccountId> wanted;
  private final OutputStream out;
  private final Totals file = new Totals();
  private Totals group = new Totals();
  private Totals account = new Totals();
  private @Nullable LogicalRecord fileHeader;
  private @Nullable LogicalRecord groupHeader;
  private boolean anyOfFile;
  private boolean anyOfGroup;
  private boolean copying;

  StatementExtract(Predicate<AccountId> wanted, OutputStream out) {
    this.wanted = wanted;
    this.out = out;
  }

  void copy(RecordReader records) throws IOException {
    for (LogicalRecord each = records.next(); each != null; each = records.next()) {
      switch (each.code()) {
        case "01" -> fileHeader = each;
        case "02" -> {
          groupHeader = each;
          group = new Totals();
          anyOfGroup = false;
        }
        case "03" -> {
          copying = wanted.test(AccountReader.account(each));
          account = new Totals();
          copied(each);
        }
        case "49" -> {
          copied(each);
          if (copying) {
            account.add(each.fields().amount());
            group.add(account);
          }
          copying = false;
        }
        case "98" -> endGroup();
        case "99" -> endFile();
        default -> copied(each);
      }
    }
  }

  private void copied(LogicalRecord record) throws IOException {
    if (copying) {
      headers();
      account.count(record);
      write(record.text());
    }
  }

  private void headers() throws IOException {
    LogicalRecord ofFile = fileHeader;
    if (ofFile != null && !anyOfFile) {
      anyOfFile = true;
      write(anonymous(ofFile));
      file.countOne();
    }
    LogicalRecord ofGroup = groupHeader;
    if (ofGroup != null && !anyOfGroup) {
      anyOfGroup = true;
      write(ofGroup.text());
      group.count(ofGroup);
    }
  }

  /** The header without the receiver, which is its second field. */
  private static String anonymous(LogicalRecord header) {
    Fields fields = header.fields();
    String sender = fields.next();
    fields.next();
    return "01," + sender + ",," + fields.rest() + "/\n";
  }

  private void endGroup() throws IOException {
    if (anyOfGroup) {
      write(group.trailer("98"));
      group.countOne();
      file.add(group);
    }
    anyOfGroup = false;
  }

  private void endFile() throws IOException {
    if (anyOfFile) {
      write(file.trailer("99"));
    }
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
