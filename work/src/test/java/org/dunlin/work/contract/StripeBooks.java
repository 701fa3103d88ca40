package org.dunlin.work.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Customers, final invoices and events of an account. Amounts are cents, moments whole seconds. */
final class StripeBooks {
  private static final long DUE_SECONDS = 14 * 86_400L;

  private final Ticks ticks = Ticks.ofSeconds();
  private final Random random = new Random(42);
  private final Map<String, Customer> customers = new LinkedHashMap<>();
  private final Map<String, Invoice> invoices = new LinkedHashMap<>();
  private final List<Event> events = new ArrayList<>();

  /** Who is billed. */
  static final class Customer {
    final String id;
    final long created;
    String name;

    Customer(String id, String name, long created) {
      this.id = id;
      this.name = name;
      this.created = created;
    }
  }

  /** A payment that was attached to an invoice. */
  record Paid(String id, String intent, long cents, long at) {}

  /** A finalised invoice; the name on it is the customer's at that moment. */
  static final class Invoice {
    final String id;
    final String number;
    final Customer customer;
    final String customerName;
    final long total;
    final long created;
    final List<Paid> payments = new ArrayList<>();
    final Map<String, String> metadata = new LinkedHashMap<>();
    String status = "open";
    boolean paidOutOfBand;
    long paidAt;

    Invoice(String id, String number, Customer customer, long total, long created) {
      this.id = id;
      this.number = number;
      this.customer = customer;
      this.customerName = customer.name;
      this.total = total;
      this.created = created;
    }

    long due() {
      return created + DUE_SECONDS;
    }

    long paid() {
      return payments.stream().mapToLong(Paid::cents).sum();
    }
  }

  /** Something that happened. */
  record Event(String id, String type, long created, Object about) {}

  void sell(String number, String name, String total) {
    Customer customer =
        customers.computeIfAbsent(
            name,
            first -> {
              Customer added = new Customer(id("cus"), first, now());
              happened("customer.created", added, added.created);
              return added;
            });
    Invoice invoice = new Invoice(id("in"), number, customer, cents(total), now());
    invoices.put(number, invoice);
    happened("invoice.finalized", invoice, invoice.created);
  }

  void pay(Invoice invoice, String amount) {
    long at = now();
    invoice.payments.add(new Paid(id("inpay"), id("pi"), cents(amount), at));
    if (invoice.paid() == invoice.total) {
      invoice.status = "paid";
      invoice.paidAt = at;
      happened("invoice.paid", invoice, at);
    }
    happened("invoice.updated", invoice, at);
  }

  /** A person, or whoever calls the API, says that it was paid elsewhere. */
  void payOutOfBand(Invoice invoice) {
    long at = now();
    invoice.status = "paid";
    invoice.paidOutOfBand = true;
    invoice.paidAt = at;
    happened("invoice.paid", invoice, at);
    happened("invoice.updated", invoice, at);
  }

  void voidInvoice(Invoice invoice) {
    invoice.status = "void";
    happened("invoice.voided", invoice, now());
  }

  void annotate(Invoice invoice, Map<String, String> metadata) {
    invoice.metadata.putAll(metadata);
    happened("invoice.updated", invoice, now());
  }

  void rename(String customer, String name) {
    Customer renamed = Optional.ofNullable(customers.get(customer)).orElseThrow();
    renamed.name = name;
    happened("customer.updated", renamed, now());
  }

  private void happened(String type, Object about, long at) {
    events.add(new Event(id("evt"), type, at, about));
  }

  Invoice invoice(String number) {
    return Optional.ofNullable(invoices.get(number)).orElseThrow();
  }

  Optional<Invoice> invoiceOf(String id) {
    return invoices.values().stream().filter(each -> each.id.equals(id)).findFirst();
  }

  List<Customer> newestCustomers() {
    return List.copyOf(customers.values()).reversed();
  }

  List<Invoice> newestInvoices() {
    return List.copyOf(invoices.values()).reversed();
  }

  List<Event> newestEvents() {
    return List.copyOf(events).reversed();
  }

  Event lastEventOf(Object about) {
    return newestEvents().stream().filter(each -> each.about() == about).findFirst().orElseThrow();
  }

  String id(String prefix) {
    return prefix
        + "_1"
        + Long.toHexString(random.nextLong())
        + Long.toHexString(random.nextLong());
  }

  private long now() {
    Instant now = ticks.next();
    return now.getEpochSecond();
  }

  private static long cents(String amount) {
    return new BigDecimal(amount).movePointRight(2).longValueExact();
  }
}
