package org.dunlin.work.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Contacts and final invoices of an organisation. */
final class LexwareBooks {
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final String ORGANISATION = "aa93e8a8-2aa3-470b-b914-caad8a255dd8";

  private final Ticks ticks = Ticks.ofMillis();
  private final Map<String, Contact> contacts = new LinkedHashMap<>();
  private final Map<String, Voucher> vouchers = new LinkedHashMap<>();

  /** A contact that is a customer; its version counts its changes. */
  static final class Contact {
    private final String id = UUID.randomUUID().toString();
    private final int number;
    private String name;
    private int version;

    Contact(int number, String name) {
      this.number = number;
      this.name = name;
    }

    void rename(String next) {
      name = next;
      version++;
    }

    String id() {
      return id;
    }

    int number() {
      return number;
    }

    String name() {
      return name;
    }

    int version() {
      return version;
    }
  }

  /** A payment that a bank transaction, or a person, made of an invoice. */
  record Payment(BigDecimal amount, Instant on) {}

  /** A final invoice; the name on it is the customer's when it was made. */
  static final class Voucher {
    private final String id = UUID.randomUUID().toString();
    private final String number;
    private final Contact contact;
    private final String name;
    private final BigDecimal total;
    private final Instant created;
    private final List<Payment> payments = new ArrayList<>();
    private boolean voided;
    private Instant updated;
    private int version = 1;
    private String lastEvent = "invoice.created";

    Voucher(String number, Contact contact, BigDecimal total, Instant created) {
      this.number = number;
      this.contact = contact;
      this.name = contact.name();
      this.total = total;
      this.created = created;
      this.updated = created;
    }

    void pay(String amount, Instant now) {
      payments.add(new Payment(new BigDecimal(amount), now));
      changed("payment.changed", now);
    }

    void unpay(Instant now) {
      payments.removeLast();
      changed("payment.changed", now);
    }

    void cancel(Instant now) {
      voided = true;
      changed("invoice.status.changed", now);
    }

    private void changed(String event, Instant now) {
      lastEvent = event;
      updated = now;
      version++;
    }

    BigDecimal open() {
      return payments.stream().map(Payment::amount).reduce(total, BigDecimal::subtract);
    }

    String status() {
      return voided ? "voided" : open().signum() == 0 ? "paid" : "open";
    }

    String id() {
      return id;
    }

    String number() {
      return number;
    }

    Contact contact() {
      return contact;
    }

    String name() {
      return name;
    }

    BigDecimal total() {
      return total;
    }

    Instant created() {
      return created;
    }

    Instant updated() {
      return updated;
    }

    int version() {
      return version;
    }

    String lastEvent() {
      return lastEvent;
    }

    List<Payment> payments() {
      return payments;
    }
  }

  Instant now() {
    return ticks.next();
  }

  void sell(String number, String customer, String total) {
    Contact contact =
        contacts.computeIfAbsent(customer, name -> new Contact(10001 + contacts.size(), name));
    vouchers.put(number, new Voucher(number, contact, new BigDecimal(total), now()));
  }

  Voucher voucher(String number) {
    return Optional.ofNullable(vouchers.get(number)).orElseThrow();
  }

  Optional<Voucher> voucherOf(String id) {
    return vouchers.values().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** By the name that it had first. */
  Contact contact(String customer) {
    return Optional.ofNullable(contacts.get(customer)).orElseThrow();
  }

  Collection<Contact> contacts() {
    return contacts.values();
  }

  Collection<Voucher> vouchers() {
    return vouchers.values();
  }
}
