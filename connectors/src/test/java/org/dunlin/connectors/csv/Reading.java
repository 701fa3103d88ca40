package org.dunlin.connectors.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dunlin.connectors.Formats;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Problem;

/** A description and what is read by it. */
record Reading(String description) {
  /** A bank whose files have everything. */
  static final Reading BANK =
      new Reading(
          """
          description: test
          title: Test bank
          kind: statement
          delimiter: ";"
          columns:
            account: {optional: Account}
            currency: {optional: Currency}
            bookingDate: Date
            valueDate: {optional: Value}
            amount: Amount
            balance: {optional: Balance}
            payerName: {optional: Name}
            payerAccount: {optional: Other}
            remittance: {join: [Text, More]}
            reference: {optional: Reference}
          constants: {account: NL44RABO0123456789, currency: EUR}
          dates: yyyy-MM-dd
          numbers: {decimal: ".", group: ","}
          balances: cover
          """);

  /** The same with a line in place of another. */
  Reading with(String from, String to) {
    if (!description.contains(from)) {
      throw new IllegalArgumentException(from);
    }
    return new Reading(description.replace(from, to));
  }

  /** The same with more. */
  Reading and(String more) {
    return new Reading(description + more);
  }

  List<CanonicalRecord> records(String file) {
    return records(file, StandardCharsets.UTF_8);
  }

  List<CanonicalRecord> records(String file, Charset encoding) {
    return records(file.getBytes(encoding));
  }

  List<CanonicalRecord> records(byte[] bytes) {
    List<CanonicalRecord> records = new ArrayList<>();
    byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, Formats.HEAD_BYTES));
    Descriptions descriptions = descriptions();
    try {
      descriptions
          .detect(head)
          .orElseThrow(() -> new Untranslatable(descriptions.unknown(head, "file").orElseThrow()))
          .translator()
          .translate(new ByteArrayInputStream(bytes), "file", records::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  <T extends CanonicalRecord> List<T> records(String file, Class<T> type) {
    return records(file).stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The problem for which a file is refused as a whole. */
  Problem problem(String file) {
    try {
      throw new AssertionError("it is taken: " + records(file));
    } catch (Untranslatable refused) {
      return refused.problem();
    }
  }

  Descriptions descriptions() {
    DescriptionFile file =
        new DescriptionFile("test.yaml", description.getBytes(StandardCharsets.UTF_8));
    Descriptions descriptions = new Descriptions(() -> List.of(file));
    if (!descriptions.faults().isEmpty()) {
      throw new AssertionError(descriptions.faults().toString());
    }
    return descriptions;
  }
}
