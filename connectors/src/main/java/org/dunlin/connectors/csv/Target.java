package org.dunlin.connectors.csv;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a column can be, by the names of the canonical form or as near to them as there is one. */
enum Target {
  ACCOUNT("account", Kind.STATEMENT),
  CURRENCY("currency", Kind.STATEMENT, Kind.INVOICES),
  BOOKING_DATE("bookingDate", Kind.STATEMENT),
  VALUE_DATE("valueDate", Kind.STATEMENT),
  AMOUNT("amount", Kind.STATEMENT),
  MARK("mark", Kind.STATEMENT),
  DEBIT("debit", Kind.STATEMENT),
  CREDIT("credit", Kind.STATEMENT),
  FEE("fee", Kind.STATEMENT),
  BALANCE("balance", Kind.STATEMENT),
  PAYER_NAME("payerName", Kind.STATEMENT),
  PAYER_ACCOUNT("payerAccount", Kind.STATEMENT),
  PAYER_BIC("payerBic", Kind.STATEMENT),
  PAYEE_NAME("payeeName", Kind.STATEMENT),
  PAYEE_ACCOUNT("payeeAccount", Kind.STATEMENT),
  PAYEE_BIC("payeeBic", Kind.STATEMENT),
  REMITTANCE("remittance", Kind.STATEMENT),
  CREDITOR_REFERENCE("creditorReference", Kind.STATEMENT),
  END_TO_END_ID("endToEndId", Kind.STATEMENT),
  MANDATE_ID("mandateId", Kind.STATEMENT),
  TRANSACTION_CODE("transactionCode", Kind.STATEMENT),
  KIND("kind", Kind.STATEMENT),
  ID("id", Kind.STATEMENT, Kind.CUSTOMERS),
  REFERENCE("reference", Kind.STATEMENT),
  NUMBER("number", Kind.INVOICES, Kind.CUSTOMERS),
  TYPE("type", Kind.INVOICES),
  ISSUE_DATE("issueDate", Kind.INVOICES),
  DUE_DATE("dueDate", Kind.INVOICES),
  TOTAL("total", Kind.INVOICES),
  LINE_TOTAL("lineTotal", Kind.INVOICES),
  OUTSTANDING("outstanding", Kind.INVOICES),
  PAID("paid", Kind.INVOICES),
  STATUS("status", Kind.INVOICES),
  PAYMENT_REFERENCE("paymentReference", Kind.INVOICES),
  ORDER_REFERENCE("orderReference", Kind.INVOICES),
  PRECEDING_INVOICE("precedingInvoice", Kind.INVOICES),
  CUSTOMER_ID("customerId", Kind.INVOICES),
  CUSTOMER_NUMBER("customerNumber", Kind.INVOICES),
  CUSTOMER_NAME("customerName", Kind.INVOICES),
  NAME("name", Kind.CUSTOMERS),
  EMAIL("email", Kind.INVOICES, Kind.CUSTOMERS),
  PHONE("phone", Kind.INVOICES, Kind.CUSTOMERS),
  STREET("street", Kind.INVOICES, Kind.CUSTOMERS),
  POSTAL_CODE("postalCode", Kind.INVOICES, Kind.CUSTOMERS),
  CITY("city", Kind.INVOICES, Kind.CUSTOMERS),
  COUNTRY("country", Kind.INVOICES, Kind.CUSTOMERS),
  VAT_NUMBER("vatNumber", Kind.INVOICES, Kind.CUSTOMERS),
  REGISTRATION_NUMBER("registrationNumber", Kind.INVOICES, Kind.CUSTOMERS),
  IBAN("iban", Kind.CUSTOMERS),
  LANGUAGE("language", Kind.CUSTOMERS),
  PAYMENT_TERM_DAYS("paymentTermDays", Kind.CUSTOMERS);

  private static final Map<String, Target> BY_WORD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Target::word, Function.identity()));

  private final String word;
  private final Set<Kind> kinds;

  Target(String word, Kind first, Kind... more) {
    this.word = word;
    this.kinds = EnumSet.of(first, more);
  }

  /** As a description says it. */
  String word() {
    return word;
  }

  boolean isOf(Kind kind) {
    return kinds.contains(kind);
  }

  /** That of a word that the schema lets pass. */
  static Target of(String word) {
    return Objects.requireNonNull(BY_WORD.get(word), word);
  }
}
