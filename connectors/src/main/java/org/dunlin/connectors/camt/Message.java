package org.dunlin.connectors.camt;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.connectors.xml.XmlRoot;
import org.dunlin.core.model.AdvisedEntry;
import org.jspecify.annotations.Nullable;

/** The messages of ISO 20022 in which a bank tells of the entries of an account. */
public enum Message {
  /** BankToCustomerAccountReport: what happened on the account so far. */
  REPORT("BkToCstmrAcctRpt", "Rpt", "camt.052", 1, AdvisedEntry.Kind.REPORT),
  /** BankToCustomerStatement: all that was booked, between two balances. */
  STATEMENT("BkToCstmrStmt", "Stmt", "camt.053", 2, null),
  /** BankToCustomerDebitCreditNotification: single entries, or what they are made of. */
  NOTIFICATION("BkToCstmrDbtCdtNtfctn", "Ntfctn", "camt.054", 1, AdvisedEntry.Kind.NOTIFICATION);

  private static final int LAST_VERSION = 14;

  /** What the name of an element ends with in version 01 alone. */
  private static final String VERSION_01 = "V01";

  private final String element;
  private final String part;
  private final String name;
  private final int firstVersion;
  private final AdvisedEntry.@Nullable Kind advises;
  private final Pattern namespace;

  Message(
      String element,
      String part,
      String name,
      int firstVersion,
      AdvisedEntry.@Nullable Kind advises) {
    this.element = element;
    this.part = part;
    this.name = name;
    this.firstVersion = firstVersion;
    this.advises = advises;
    // Some banks set words of their own around the name that ISO registered.
    this.namespace = Pattern.compile(".*\\b" + name.replace(".", "\\.") + "\\.001\\.(\\d{2})\\b.*");
  }

  /**
   * The message that this element is, as the root of a file or wrapped in a bank's envelope; of a
   * Document what its namespace says.
   */
  static Optional<Message> of(XmlRoot root) {
    for (Message message : values()) {
      boolean document = root.name().equals("Document");
      if (message.is(root.name())
          || (document && message.namespace.matcher(root.namespace()).matches())) {
        return Optional.of(message);
      }
    }
    return Optional.empty();
  }

  /** The message that the cursor's element is, of a version that can be read. */
  static Optional<Message> at(XmlCursor cursor) {
    for (Message message : values()) {
      if (message.is(cursor.name())) {
        message.knownVersion(cursor);
        return Optional.of(message);
      }
    }
    return Optional.empty();
  }

  /** What an account's part of the message is called. */
  String part() {
    return part;
  }

  /** What kind of advised entries the message holds; null where they are a statement's. */
  AdvisedEntry.@Nullable Kind advises() {
    return advises;
  }

  private boolean is(String element) {
    return element.equals(this.element)
        || (firstVersion == 1 && element.equals(this.element + VERSION_01));
  }

  /** A namespace that names no version is let pass: all versions are read alike. */
  private void knownVersion(XmlCursor cursor) {
    Matcher version = namespace.matcher(cursor.namespace());
    if (!version.matches()) {
      return;
    }
    int number = Integer.parseInt(version.group(1));
    if (number < firstVersion || number > LAST_VERSION) {
      throw new Refusal(
          "UNSUPPORTED_VERSION",
          cursor.line(),
          "the file is "
              + cursor.namespace()
              + "; versions "
              + name
              + ".001.0"
              + firstVersion
              + " to ."
              + LAST_VERSION
              + " can be read: ask the bank for one of them");
    }
  }
}
