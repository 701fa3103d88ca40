package org.dunlin.work.contract.erpnext;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dunlin.work.contract.erpnext.FrappeDocuments.Refused;

/** Customers, submitted sales invoices and payment entries of one company. */
final class ErpNextBooks {
  static final String COMPANY = "Acme B.V.";
  static final String CUSTOMER = "Customer";
  static final String INVOICE = "Sales Invoice";
  static final String PAYMENT = "Payment Entry";
  static final String BANK = "Bank - AB";

  private static final String OPEN = "outstanding_amount";
  private static final String STATUS = "docstatus";
  private static final int CANCELLED = 2;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Set<String> REQUIRED =
      Set.of(
          "payment_type",
          "company",
          "party_type",
          "party",
          "paid_to",
          "paid_amount",
          "received_amount",
          "reference_no",
          "reference_date");

  final FrappeDocuments documents = new FrappeDocuments();
  private int entries;

  void sell(String number, String customer, String total) {
    if (documents.all(CUSTOMER).noneMatch(each -> each.path("name").asText().equals(customer))) {
      ObjectNode added = JSON.objectNode().put("customer_name", customer);
      added.put("customer_type", "Company").put("customer_group", "Commercial");
      added.put("language", "en").putNull("tax_id").putNull("email_id").putNull("mobile_no");
      added.putNull("customer_primary_address").put(STATUS, 0);
      ObjectNode unused = documents.insert(CUSTOMER, customer, added);
    }
    BigDecimal amount = new BigDecimal(total);
    ObjectNode invoice = JSON.objectNode().put(STATUS, 1).put("company", COMPANY);
    invoice.put("customer", customer);
    invoice.set("customer_name", documents.get(CUSTOMER, customer).path("customer_name"));
    invoice.put("posting_date", day(0)).put("due_date", day(30)).put("currency", "EUR");
    invoice.put("conversion_rate", 1.0).put("party_account_currency", "EUR");
    for (String sum : List.of("grand_total", "rounded_total", "base_grand_total", OPEN)) {
      invoice.put(sum, amount);
    }
    invoice.put("base_rounded_total", amount).put("is_return", 0).put("is_pos", 0);
    invoice.putNull("return_against").putNull("po_no").putNull("payment_terms_template");
    invoice
        .putArray("payment_schedule")
        .addObject()
        .put("due_date", day(30))
        .put("payment_amount", amount);
    ObjectNode unused = documents.insert(INVOICE, number, invoice);
  }

  void pay(String number, String amount) {
    BigDecimal paid = new BigDecimal(amount);
    ObjectNode entry = JSON.objectNode().put(STATUS, 1).put("payment_type", "Receive");
    entry.put("company", COMPANY).put("party_type", CUSTOMER).put("paid_to", BANK);
    entry.set("party", documents.get(INVOICE, number).path("customer"));
    entry.put("paid_amount", paid).put("received_amount", paid);
    entry.put("reference_no", "by hand").put("reference_date", day(0));
    entry
        .putArray("references")
        .addObject()
        .put("reference_doctype", INVOICE)
        .put("reference_name", number)
        .put("allocated_amount", paid);
    ObjectNode unused = enter(entry);
  }

  /** Inserts and submits a payment entry; what it is allocated to is open for that much less. */
  ObjectNode enter(ObjectNode entry) {
    for (String field : REQUIRED) {
      if (!entry.hasNonNull(field)) {
        throw new Refused(417, "MandatoryError", "[Payment Entry]: " + field);
      }
    }
    for (JsonNode reference : entry.path("references")) {
      ObjectNode invoice = documents.get(INVOICE, reference.path("reference_name").asText());
      if (amount(reference, "allocated_amount").compareTo(amount(invoice, OPEN)) > 0) {
        throw new Refused(
            417,
            "ValidationError",
            "Row #1: Allocated Amount cannot be greater than outstanding amount.");
      }
    }
    if (!entry.hasNonNull("posting_date")) {
      entry.put("posting_date", day(0));
    }
    ObjectNode party = documents.get(CUSTOMER, entry.path("party").asText());
    entry.set("party_name", party.path("customer_name"));
    entry.put("paid_from", "Debtors - AB");
    entry.put("paid_from_account_currency", "EUR").put("paid_to_account_currency", "EUR");
    entries++;
    ObjectNode made = documents.insert(PAYMENT, "ACC-PAY-2026-%05d".formatted(entries), entry);
    settle(made, false);
    return made;
  }

  /** The last payment entry is cancelled. */
  void unpay(String number) {
    cancel(payments(number).toList().getLast());
  }

  private ObjectNode cancel(ObjectNode entry) {
    ObjectNode cancelled = documents.saved(entry.put(STATUS, CANCELLED));
    settle(entry, true);
    return cancelled;
  }

  /** A submitted payment entry is cancelled. */
  ObjectNode cancel(String kind, String name) {
    ObjectNode document = documents.get(kind, name);
    if (!kind.equals(PAYMENT) || document.path(STATUS).asInt() != 1) {
      throw new FrappeDocuments.Refused(417, "ValidationError", "Cannot edit cancelled document");
    }
    return cancel(document);
  }

  private void settle(ObjectNode entry, boolean back) {
    for (JsonNode reference : entry.path("references")) {
      ObjectNode invoice = documents.get(INVOICE, reference.path("reference_name").asText());
      BigDecimal moved = amount(reference, "allocated_amount");
      invoice.put(OPEN, amount(invoice, OPEN).add(back ? moved : moved.negate()));
      ObjectNode unused = documents.saved(invoice);
    }
  }

  private static BigDecimal amount(JsonNode of, String field) {
    return of.path(field).decimalValue();
  }

  void cancel(String number) {
    ObjectNode unused = documents.saved(documents.get(INVOICE, number).put(STATUS, CANCELLED));
  }

  void delete(String number) {
    documents.delete(documents.get(INVOICE, number));
  }

  void rename(String customer, String name) {
    ObjectNode unused =
        documents.saved(documents.get(CUSTOMER, customer).put("customer_name", name));
  }

  /** The payment entries of an invoice that are not cancelled. */
  Stream<ObjectNode> payments(String number) {
    return documents
        .all(PAYMENT)
        .filter(each -> each.path(STATUS).asInt() == 1)
        .filter(each -> each.at("/references/0/reference_name").asText().equals(number));
  }

  private static String day(int later) {
    return LocalDate.now(Clock.systemUTC()).plusDays(later).toString();
  }
}
