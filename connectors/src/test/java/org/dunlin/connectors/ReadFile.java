package org.dunlin.connectors;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Problem;
import org.dunlin.core.model.Statement;

/** A file of a test as the hub reads it: recognised by its content, and what becomes of it. */
public final class ReadFile {
  private final byte[] bytes;

  /** A file of these bytes. */
  public ReadFile(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** Its bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** A file in UTF-8. */
  public static ReadFile of(String text) {
    return in(StandardCharsets.UTF_8, text);
  }

  /** A file in another encoding. */
  public static ReadFile in(Charset encoding, String text) {
    return new ReadFile(text.getBytes(encoding));
  }

  /** What it is recognised as. */
  public Format format() {
    byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, Formats.HEAD_BYTES));
    return Formats.detect(head).orElseThrow();
  }

  /** All that is read of it. */
  public List<CanonicalRecord> records() {
    List<CanonicalRecord> records = new ArrayList<>();
    try {
      Formats.translator(format()).translate(new ByteArrayInputStream(bytes), "file", records::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  public List<Payment> payments() {
    return of(Payment.class);
  }

  /** Its only payment. */
  public Payment payment() {
    List<Payment> payments = payments();
    if (payments.size() != 1) {
      throw new AssertionError("not one payment: " + payments);
    }
    return payments.get(0);
  }

  public List<Statement> statements() {
    return of(Statement.class);
  }

  /** Its only statement. */
  public Statement statement() {
    List<Statement> statements = statements();
    if (statements.size() != 1) {
      throw new AssertionError("not one statement: " + statements);
    }
    return statements.get(0);
  }

  /** Why it is refused as a whole. */
  public Problem problem() {
    try {
      throw new AssertionError("not refused: " + records());
    } catch (Untranslatable untranslatable) {
      return untranslatable.problem();
    }
  }

  /** The statements of one account, as a file of their own. */
  public ReadFile statementsOf(AccountId account) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Formats.translator(format())
          .statementsOf(account::equals, new ByteArrayInputStream(bytes), "file", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ReadFile(out.toByteArray());
  }

  private <T extends CanonicalRecord> List<T> of(Class<T> type) {
    return records().stream().filter(type::isInstance).map(type::cast).toList();
  }
}
