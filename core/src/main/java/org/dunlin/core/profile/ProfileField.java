package org.dunlin.core.profile;

import java.util.Arrays;
import java.util.Optional;

/** A field of a company's profile, in the order in which people meet them. */
public enum ProfileField {
  /** Names the company in addresses and files; never changes. */
  ID("id", "id"),
  NAME("name", "name"),
  /** Whose law counts: ISO 3166-1 alpha-2. */
  COUNTRY("country", "country"),
  TIME_ZONE("timeZone", "time-zone"),
  /** Of messages to customers who have none of their own: ISO 639-1. */
  LANGUAGE("language", "language"),
  CURRENCY("currency", "currency"),
  /** One a line: an IBAN, a number, or scheme and number as in {@code BBAN:12345678}. */
  ACCOUNTS("accounts", "ibans"),
  CREDITOR_IDENTIFIER("creditorIdentifier", "creditor-identifier"),
  VAT_RECOVERABLE("vatRecoverable", "vat-recoverable"),
  PAYMENT_TERM_DAYS("paymentTermDays", "payment-term-days"),
  /** One a line, as in {@code EUR 5.00}. */
  TOLERANCE("tolerance", "tolerance"),
  AUTO_THRESHOLD("autoThreshold", "auto-threshold"),
  /** The id of the connection whose figures count where several have an invoice. */
  INVOICES_OF_RECORD("invoicesOfRecord", "invoices-of-record"),
  /** The id of the connection that leads where several have a customer. */
  CUSTOMERS_OF_RECORD("customersOfRecord", "customers-of-record"),
  REPLY_TO("replyTo", "reply-to"),
  TEST_MAILBOX("testMailbox", "test-mailbox"),
  COLOR("color", "color"),
  /** A picture; as text the id of the one that is kept. */
  LOGO("logo", "logo"),
  MODE("dunning", "mode");

  private final String key;
  private final String fileKey;

  ProfileField(String key, String fileKey) {
    this.key = key;
    this.fileKey = fileKey;
  }

  /** Its name in JSON. */
  public String key() {
    return key;
  }

  /** Its name in {@code dunlin.yaml}. */
  public String fileKey() {
    return fileKey;
  }

  /** The field of this name in JSON. */
  public static Optional<ProfileField> ofKey(String key) {
    return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
  }
}
